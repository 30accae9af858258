import type { Named } from '#contract/values.ts';
import type { DeliveryState } from '#contract/vocabulary/delivery.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { InvitationTable } from '../../database/tables/mail.ts';
import { linkOf, type Relation } from './matching.ts';

/** Roles, teams, groups, products or lines of the members of one page, in one query. */
export async function namedOf(
  db: ReadableDb,
  relation: Relation,
  members: readonly number[],
): Promise<ReadonlyMap<number, Named[]>> {
  const { table, column } = linkOf(relation);
  const rows = await db
    .selectFrom(`${table} as link`)
    .innerJoin(`${relation as 'team'} as named`, 'named.id', `link.${column}`)
    .select(['link.membership_id as member', 'named.id', 'named.name'])
    .where('link.membership_id', 'in', members)
    .orderBy('named.name_key')
    .execute();
  const byMember = new Map<number, Named[]>();
  for (const { member, id, name } of rows) {
    const named = byMember.get(member) ?? [];
    named.push({ id, name });
    byMember.set(member, named);
  }
  return byMember;
}

export interface Invitation {
  readonly id: number;
  readonly generation: number;
  readonly state: InvitationTable['state'];
  readonly createdAt: number;
  readonly startsAt: number | null;
  readonly expiresAt: number | null;
  readonly endedAt: number | null;
  readonly invitedBy: Named | null;
}

/** Every generation of the invitations of some members, newest first. */
export async function invitationsOf(
  db: ReadableDb,
  members: readonly number[],
): Promise<ReadonlyMap<number, Invitation[]>> {
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('person', 'person.id', 'invitation.invited_by')
    .select([
      'invitation.id',
      'invitation.membership_id as member',
      'invitation.generation',
      'invitation.state',
      'invitation.created_at as createdAt',
      'invitation.starts_at as startsAt',
      'invitation.expires_at as expiresAt',
      'invitation.ended_at as endedAt',
      'person.id as inviterId',
      'person.name as inviter',
    ])
    .where('invitation.membership_id', 'in', members)
    .orderBy('invitation.generation', 'desc')
    .execute();
  const byMember = new Map<number, Invitation[]>();
  for (const { member, inviterId, inviter, ...invitation } of rows) {
    const invitations = byMember.get(member) ?? [];
    invitations.push({ ...invitation, invitedBy: inviterId === null ? null : { id: inviterId, name: inviter ?? '' } });
    byMember.set(member, invitations);
  }
  return byMember;
}

export interface LastMail {
  readonly id: number;
  readonly state: DeliveryState;
  readonly answer: string | null;
  readonly changedAt: number;
  readonly sentAt: number | null;
}

/** The newest mail of each of these invitations. */
export async function lastMails(
  db: ReadableDb,
  invitations: readonly number[],
): Promise<ReadonlyMap<number, LastMail>> {
  if (invitations.length === 0) return new Map();
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'invitation_id as invitation', 'state', 'answer', 'changed_at as changedAt', 'sent_at as sentAt'])
    .where('invitation_id', 'in', invitations)
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ invitation, ...mail }) => [invitation ?? 0, mail]));
}
