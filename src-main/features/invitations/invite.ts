import type { Address } from '#contract/address.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { failpoint } from '../../database/failpoint.ts';
import { insertRows } from '../../database/insert-rows.ts';
import type { WritableDb } from '../../database/schema.ts';
import { slices } from '../../database/slices.ts';
import { queueMail } from '../../mail/queue.ts';
import { type GuestTerms, guestColumns } from '../guests/terms.ts';
import { nameKeys } from '../users/sort-key.ts';
import type { Access } from './judge.ts';
import type { KnownPerson } from './known.ts';

/** Somebody who passed all checks. */
export interface Invitee {
  readonly position: number;
  readonly address: Pick<Address, 'email' | 'key'>;
  readonly known: KnownPerson | undefined;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly access: Access;
}

export interface Batch {
  readonly organizationId: number;
  readonly kind: MemberKind;
  /** For guests: what all of them get. */
  readonly guest?: GuestTerms;
  readonly invitedBy: number | null;
  readonly lifeHours: number;
  /** The language of the mails; null is the organization's. */
  readonly language: string | null;
  readonly now: number;
}

export interface Invited {
  readonly position: number;
  readonly email: string;
  readonly membershipId: number;
  readonly invitationId: number;
}

/**
 * Writes everybody's person, membership, roles, teams and so on, invitation and mail, in the caller's transaction: all of it
 * or nothing. Rows go in by the hundred, because one statement per row costs sixteen times as much.
 */
export async function inviteAll(db: WritableDb, invitees: readonly Invitee[], batch: Batch): Promise<Invited[]> {
  const invited: Invited[] = [];
  for (const slice of slices(invitees)) {
    const people = await addPeople(db, slice, batch.now);
    failpoint('invite.people');
    const members = await addMembers(db, slice, people, batch);
    failpoint('invite.members');
    await assign(db, slice, members);
    failpoint('invite.access');
    invited.push(...(await addInvitations(db, slice, members, batch)));
  }
  return invited;
}

type Ids = ReadonlyMap<Invitee, number>;
const idOf = (ids: Ids, invitee: Invitee): number => ids.get(invitee) as number;
const emailOf = (invitee: Invitee) => invitee.known?.email ?? invitee.address.email;

async function addPeople(db: WritableDb, slice: readonly Invitee[], now: number): Promise<Ids> {
  const strangers = slice.filter((i) => !i.known);
  const byKey = new Map<string, number>();
  if (strangers.length > 0) {
    const rows = await insertRows(
      db,
      'person',
      strangers.map(({ address, name }) => ({ email: address.email, email_key: address.key, name, created_at: now })),
      ['id', 'email_key'],
    );
    for (const row of rows) byKey.set(row.email_key, row.id);
  }
  return new Map(slice.map((i) => [i, i.known?.personId ?? (byKey.get(i.address.key) as number)]));
}

async function addMembers(db: WritableDb, slice: readonly Invitee[], people: Ids, batch: Batch): Promise<Ids> {
  const ids = new Map<Invitee, number>();
  const newcomers = slice.filter((i) => !i.known?.membership);
  if (newcomers.length > 0) {
    const rows = await insertRows(
      db,
      'membership',
      newcomers.map((i) => ({
        organization_id: batch.organizationId,
        person_id: idOf(people, i),
        kind: batch.kind,
        status: 'pending' as const,
        name: i.name,
        ...nameKeys(i.name, emailOf(i)),
        ...toldOf(i),
        ...guestColumns(batch.guest),
        email_key: i.address.key,
        created_at: batch.now,
        changed_at: batch.now,
      })),
      ['id', 'person_id'],
    );
    const byPerson = new Map(rows.map((r) => [r.person_id, r.id]));
    for (const i of newcomers) ids.set(i, byPerson.get(idOf(people, i)) as number);
  }
  for (const i of slice) {
    if (!i.known?.membership) continue;
    ids.set(i, i.known.membership.id);
    await startOver(db, i, i.known.membership.id, batch);
  }
  return ids;
}

/** What the inviter entered about the person, who can correct it at sign-up. */
const toldOf = ({ firstName, lastName, phone }: Invitee) => ({ first_name: firstName, last_name: lastName, phone });

/** Somebody who was revoked or removed is invited from scratch: nothing they once had comes back. */
async function startOver(db: WritableDb, invitee: Invitee, membershipId: number, batch: Batch): Promise<void> {
  const { kind, now, guest } = batch;
  for (const relation of relations)
    await db
      .deleteFrom(`membership_${relation}` as 'membership_role')
      .where('membership_id', '=', membershipId)
      .execute();
  await db
    .updateTable('membership')
    .set({
      status: 'pending',
      kind,
      changed_at: now,
      joined_at: null,
      ...toldOf(invitee),
      ...guestColumns(guest),
      ...(invitee.name ? { name: invitee.name, ...nameKeys(invitee.name, emailOf(invitee)) } : {}),
    })
    .where('id', '=', membershipId)
    .execute();
}

const relations = ['role', 'team', 'group', 'product', 'line'] as const;

async function assign(db: WritableDb, slice: readonly Invitee[], members: Ids): Promise<void> {
  for (const relation of relations) {
    // the tables have one shape; the types follow `team`
    const table = `membership_${relation}` as 'membership_team';
    const pairs = slice.flatMap((i) =>
      i.access[`${relation}Ids`].map((id) => ({
        membership_id: idOf(members, i),
        [`${relation}_id` as 'team_id']: id,
      })),
    );
    await insertRows(db, table, pairs);
  }
}

async function addInvitations(
  db: WritableDb,
  slice: readonly Invitee[],
  members: Ids,
  { organizationId, invitedBy, lifeHours, language, guest, now }: Batch,
): Promise<Invited[]> {
  const rows = await insertRows(
    db,
    'invitation',
    slice.map((i) => ({
      organization_id: organizationId,
      membership_id: idOf(members, i),
      generation: (i.known?.membership?.generation ?? 0) + 1,
      state: 'pending' as const,
      invited_by: invitedBy,
      life_hours: lifeHours,
      language,
      created_at: now,
      note: guest?.note ?? null,
    })),
    ['id', 'membership_id'],
  );
  const byMember = new Map(rows.map((r) => [r.membership_id, r.id]));
  failpoint('invite.invitations');
  const invited = slice.map((i) => ({
    position: i.position,
    email: emailOf(i),
    membershipId: idOf(members, i),
    invitationId: byMember.get(idOf(members, i)) as number,
  }));
  await queueMail(
    db,
    slice.map((i, n) => ({
      organizationId,
      membershipId: idOf(members, i),
      invitationId: (invited[n] as Invited).invitationId,
      kind: 'invitation',
      toEmail: emailOf(i),
      toName: i.name,
    })),
    now,
  );
  failpoint('invite.queued');
  return invited;
}
