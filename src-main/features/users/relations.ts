import type { DeliveryState } from '#contract/users.ts';
import type { Named } from '#contract/values.ts';
import type { ReadableDb } from '../../database/schema.ts';

type Relation = 'role' | 'team' | 'product';

/** Roles, teams or products of the members of one page, in one query. */
export async function namedOf(
  db: ReadableDb,
  relation: Relation,
  members: readonly number[],
): Promise<ReadonlyMap<number, Named[]>> {
  // the three pairs of tables have one shape; the types follow `team`
  const link = `membership_${relation}` as 'membership_team';
  const rows = await db
    .selectFrom(`${link} as link`)
    .innerJoin(`${relation as 'team'} as named`, 'named.id', `link.${relation}_id` as 'link.team_id')
    .select(['link.membership_id as member', 'named.id', 'named.name'])
    .where('link.membership_id', 'in', members)
    .orderBy('named.name_key')
    .execute();
  const byMember = new Map<number, Named[]>();
  for (const { member, id, name } of rows) byMember.set(member, [...(byMember.get(member) ?? []), { id, name }]);
  return byMember;
}

export interface LastInvitation {
  readonly id: number;
  readonly state: 'pending' | 'accepted' | 'revoked' | 'replaced';
  readonly expiresAt: number | null;
  readonly invitedBy: Named | null;
}

/** The newest invitation of each member of a page; older generations are history. */
export async function lastInvitations(
  db: ReadableDb,
  members: readonly number[],
): Promise<ReadonlyMap<number, LastInvitation>> {
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('person', 'person.id', 'invitation.invited_by')
    .select([
      'invitation.id',
      'invitation.membership_id as member',
      'invitation.state',
      'invitation.expires_at as expiresAt',
      'person.id as inviterId',
      'person.name as inviter',
    ])
    .where('invitation.membership_id', 'in', members)
    .orderBy('invitation.generation')
    .execute();
  return new Map(
    rows.map(({ member, inviterId, inviter, ...invitation }) => [
      member,
      { ...invitation, invitedBy: inviterId === null ? null : { id: inviterId, name: inviter ?? '' } },
    ]),
  );
}

export interface LastMail {
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
    .select(['invitation_id as invitation', 'state', 'answer', 'changed_at as changedAt', 'sent_at as sentAt'])
    .where('invitation_id', 'in', invitations)
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ invitation, ...mail }) => [invitation ?? 0, mail]));
}
