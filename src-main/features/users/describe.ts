import type { InvitationHistory, UserRow } from '#contract/users.ts';
import type { UserStatus } from '#contract/vocabulary/user-filter.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { withSecondFactor } from '../../kernel/second-factor.ts';
import { reportsOf } from '../bounces/store.ts';
import { earliest } from './earliest.ts';
import { guestFactsOf } from './guest-facts.ts';
import { accessEnded } from './members.ts';
import type { ListedMember } from './read-part.ts';
import { type Invitation, invitationsOf, type LastMail, lastMails, namedOf } from './relations.ts';

/** Rows of the users list with all that belongs to them: one query for each relation, however many members there are. */
export async function describeMembers(
  db: ReadableDb,
  members: readonly ListedMember[],
  now: number,
): Promise<UserRow[]> {
  if (members.length === 0) return [];
  const ids = members.map((m) => m.id);
  const [roles, teams, groups, products, lines, invitations, guests] = [
    await namedOf(db, 'role', ids),
    await namedOf(db, 'team', ids),
    await namedOf(db, 'group', ids),
    await namedOf(db, 'product', ids),
    await namedOf(db, 'line', ids),
    await invitationsOf(db, ids),
    await guestFactsOf(
      db,
      members.filter((m) => m.kind === 'guest').map((m) => m.id),
      now,
    ),
  ];
  const protectedOnes = await withSecondFactor(
    db,
    members.map((m) => m.person_id),
  );
  // older generations are history
  const newest = (id: number) => invitations.get(id)?.[0];
  const mails = await lastMails(
    db,
    ids.flatMap((id) => newest(id)?.id ?? []),
  );
  return members.map((m) => {
    const invitation = newest(m.id);
    const mail = invitation && mails.get(invitation.id);
    return {
      membershipId: m.id,
      personId: m.person_id,
      name: m.name,
      email: m.email,
      kind: m.kind,
      status: statusOf(m, invitation, now),
      roles: roles.get(m.id) ?? [],
      teams: teams.get(m.id) ?? [],
      groups: groups.get(m.id) ?? [],
      products: products.get(m.id) ?? [],
      lines: lines.get(m.id) ?? [],
      invitedBy: invitation?.invitedBy ?? null,
      sentAt: mail?.sentAt ?? null,
      validUntil: invitation?.state === 'pending' ? invitation.expiresAt : null,
      delivery: deliveryOf(mail),
      changedAt: m.changed_at,
      invitation: invitation ? { generation: invitation.generation, createdAt: invitation.createdAt } : null,
      guest: guests.get(m.id) ?? null,
      twoFactor: protectedOnes.has(m.person_id),
    };
  });
}

/** Every generation of a member's invitation, newest first, with what became of its mail. */
export async function describeInvitations(
  db: ReadableDb,
  membershipId: number,
  now: number,
): Promise<InvitationHistory[]> {
  const invitations = (await invitationsOf(db, [membershipId])).get(membershipId) ?? [];
  const mails = await lastMails(
    db,
    invitations.map((i) => i.id),
  );
  const reports = await reportsOf(
    db,
    [...mails.values()].map(({ id }) => id),
  );
  return invitations.map((i) => ({
    ...i,
    state: i.state === 'pending' && hasEnded(i, now) ? 'expired' : i.state,
    delivery: deliveryOf(mails.get(i.id)),
    sentAt: mails.get(i.id)?.sentAt ?? null,
    mailId: mails.get(i.id)?.id ?? null,
    reports: reports.get(mails.get(i.id)?.id ?? 0) ?? [],
  }));
}

/** The first instant at which time alone changes one of these rows. */
export function nextChangeOf(rows: readonly UserRow[], now: number): number | null {
  const ends = rows.flatMap(({ validUntil, status, guest }) => [validUntil, status === 'active' && guest?.endsAt]);
  return earliest(ends.filter((at) => typeof at === 'number' && at > now) as number[]);
}

const deliveryOf = (mail: LastMail | undefined): UserRow['delivery'] =>
  mail ? { state: mail.state, answer: mail.answer, at: mail.changedAt } : null;

/** *Expired* is decided by the clock, not stored. */
const hasEnded = ({ expiresAt }: Invitation, now: number) => expiresAt !== null && expiresAt <= now;

function statusOf(member: ListedMember, invitation: Invitation | undefined, now: number): UserStatus {
  const { status, kind, access_ends_at } = member;
  if (status === 'pending' && invitation && hasEnded(invitation, now)) return 'expired';
  return status === 'active' && accessEnded({ kind, accessEndsAt: access_ends_at }, now) ? 'expired' : status;
}
