import { assertNever } from '#contract/assert-never.ts';
import type { WritableDb } from '../database/schema.ts';
import { accessEnd } from '../features/guests/access-end.ts';
import { arrive } from '../features/invitations/arrive.ts';
import { nameKeys } from '../features/users/sort-key.ts';
import { writeAudit } from '../kernel/audit.ts';
import type { Actor } from '../kernel/context.ts';
import type { Past } from './call.ts';
import { deliver } from './delivery.ts';
import { company } from './organization.ts';
import type { Invented } from './people.ts';
import type { Episode } from './story.ts';

type Someone = Pick<Invented, 'firstName' | 'lastName' | 'name' | 'email' | 'phone'>;
type Written = Extract<Episode, { kind: 'deliver' | 'accept' }>;
/** An episode that is not an operator's action; `person` needs only what is written about them. */
export type WrittenEpisode = Written extends infer E
  ? E extends Written
    ? Omit<E, 'person'> & { person: Someone }
    : never
  : never;

export async function writeEpisode(db: WritableDb, past: Past, episode: WrittenEpisode): Promise<void> {
  const member = past.members.get(episode.person.email);
  if (!member) return;
  const { at } = episode;
  switch (episode.kind) {
    case 'deliver':
      return deliver(db, member.membershipId, episode.outcome, episode.person.email, at, past.present);
    case 'accept':
      return accept(db, past, episode.person, member.membershipId, at);
    default:
      return assertNever(episode);
  }
}

/**
 * What `invitations.accept` would leave behind. Everybody gets the owner's password: hashing hundreds would take the best
 * part of a minute, and this way the demo's user can sign in to the portal as anybody.
 */
async function accept(db: WritableDb, past: Past, person: Someone, membershipId: number, at: number): Promise<void> {
  const { organizationId } = past;
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    // whoever accepts must have had the link
    .set((e) => ({ state: 'accepted', ended_at: at, starts_at: e.fn.coalesce('starts_at', 'created_at') }))
    .where('membership_id', '=', membershipId)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  const { firstName, lastName, name, email, phone } = person;
  const facts = { first_name: firstName, last_name: lastName, phone };
  const { person_id: personId, guest_days: days } = await db
    .updateTable('membership')
    .set({ status: 'active', joined_at: at, changed_at: at, ...facts })
    .where('id', '=', membershipId)
    .returning(['person_id', 'guest_days'])
    .executeTakeFirstOrThrow();
  if (days !== null)
    await db
      .updateTable('membership')
      // guests are invited by address alone, and bring their own name
      .set({ access_ends_at: accessEnd(at, days, company.timeZone), name, ...nameKeys(name, email) })
      .where('id', '=', membershipId)
      .execute();
  await db
    .updateTable('person')
    .set({ ...facts, name })
    .where('id', '=', personId)
    .execute();
  await db
    .insertInto('credential')
    .columns(['person_id', 'password_hash', 'created_at'])
    .expression((e) =>
      e
        .selectFrom('credential')
        .select((s) => [s.val(personId).as('person_id'), 'password_hash', s.val(at).as('created_at')])
        .orderBy('credential.person_id')
        .limit(1),
    )
    .execute();
  const leftOut = await arrive(db, { organizationId, personId, membershipId }, at);
  const actor: Actor = { kind: 'person', personId, email, name };
  const detail = { account: 'new', ...(leftOut.length > 0 ? { leftOut } : {}) };
  await writeAudit(db, past.core.keys, {
    now: at,
    operation: 'invitations.accept',
    actor,
    caller: { face: 'portal', credentials: { kind: 'anonymous' } },
    outcome: 'done',
    note: { organizationId, target: email, detail },
  });
}
