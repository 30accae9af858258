import { GatehouseError } from '#contract/errors.ts';
import { failpoint } from '../../database/failpoint.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { cancelMail } from '../../mail/queue.ts';

/** The one invitation of a membership that can still be accepted, or could until it expired. */
export interface OpenInvitation {
  readonly id: number;
  readonly membershipId: number;
  readonly generation: number;
  readonly lifeHours: number;
  readonly expiresAt: number | null;
  readonly email: string;
  readonly name: string;
  /** From the inviter to a guest; goes into the mail. */
  readonly note: string | null;
  /** The language of its mails; null is the organization's. */
  readonly language: string | null;
}

/** @throws GatehouseError `not-found` for an unknown membership, `not-pending` when nothing is open */
export async function openInvitation(
  db: ReadableDb,
  organizationId: number,
  membershipId: number,
): Promise<OpenInvitation> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('invitation', (join) =>
      join.onRef('invitation.membership_id', '=', 'membership.id').on('invitation.state', '=', 'pending'),
    )
    .select([
      'invitation.id',
      'membership.id as membershipId',
      'membership.status',
      'invitation.generation',
      'invitation.life_hours as lifeHours',
      'invitation.expires_at as expiresAt',
      'person.email',
      'membership.name',
      'invitation.note',
      'invitation.language',
    ])
    .where('membership.id', '=', membershipId)
    .where('membership.organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) throw new GatehouseError('not-found', { what: 'user' });
  const { id, generation, lifeHours, status, ...rest } = row;
  if (status !== 'pending' || id === null || generation === null || lifeHours === null)
    throw new GatehouseError('not-pending', { email: row.email });
  return { ...rest, id, generation, lifeHours };
}

/** The invitation that a fresh one follows: an open one, or the last of a guest whose access has ended. */
export interface LastInvitation extends Omit<OpenInvitation, 'id'> {
  /** Null where none is open. */
  readonly id: number | null;
}

/**
 * Somebody's last invitation, if a fresh one may follow it.
 * @throws GatehouseError `not-found` for an unknown membership; `not-pending` for somebody who is neither invited nor a
 *   guest whose access has ended
 */
export async function lastInvitation(
  db: ReadableDb,
  organizationId: number,
  membershipId: number,
  now: number,
): Promise<LastInvitation> {
  const ended = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .leftJoin('invitation', 'invitation.membership_id', 'membership.id')
    .select(['membership.id as membershipId', 'membership.name', 'person.email'])
    .select(['invitation.generation', 'invitation.note', 'invitation.language'])
    .select(['invitation.life_hours', 'organization.link_life_hours'])
    .where('membership.id', '=', membershipId)
    .where('membership.organization_id', '=', organizationId)
    .where('membership.kind', '=', 'guest')
    .where('membership.status', '=', 'active')
    .where('membership.access_ends_at', '<=', now)
    .orderBy('invitation.generation', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!ended) return openInvitation(db, organizationId, membershipId);
  const { generation, life_hours, link_life_hours, ...rest } = ended;
  // a guest who was a user first may never have been invited
  return { ...rest, id: null, generation: generation ?? 0, lifeHours: life_hours ?? link_life_hours, expiresAt: null };
}

/** Whether its time is over; with null its life has not begun. */
export const hasExpired = ({ expiresAt }: Pick<OpenInvitation, 'expiresAt'>, now: number) =>
  expiresAt !== null && expiresAt <= now;

/** @throws GatehouseError `link-expired` */
export function refuseExpired(open: OpenInvitation, now: number): void {
  if (hasExpired(open, now)) throw new GatehouseError('link-expired', { email: open.email });
}

/** @returns when its time is over. @throws GatehouseError `link-not-out` while its time has not begun */
export function refuseUnbegun({ email, expiresAt }: OpenInvitation): number {
  if (expiresAt === null) throw new GatehouseError('link-not-out', { email });
  return expiresAt;
}

/**
 * Ends an open invitation, and cancels its waiting mail.
 * @throws GatehouseError `not-pending` when somebody else ended it first
 */
export async function endInvitation(
  db: WritableDb,
  { id, email }: Pick<OpenInvitation, 'id' | 'email'>,
  state: 'revoked' | 'replaced',
  now: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ state, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new GatehouseError('not-pending', { email });
  failpoint('invitation.closed');
  await cancelMail(db, [id], now);
}
