import { assertNever } from '#contract/assert-never.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/schema.ts';
import { writeAudit } from '../kernel/audit.ts';
import { deliver } from './delivery.ts';
import type { Invented } from './people.ts';
import type { Episode } from './story.ts';

export interface Member {
  readonly membershipId: number;
}

/** What the story remembers while it is told. */
export interface Past {
  readonly core: Core;
  readonly organizationId: number;
  /** When the story ends: now. */
  readonly present: number;
  /** By the address that they were invited at. */
  readonly members: Map<string, Member>;
}

type Someone = Pick<Invented, 'firstName' | 'lastName' | 'name' | 'email' | 'phone' | 'groups' | 'lines'>;
type Written = Extract<Episode, { kind: 'deliver' | 'accept' | 'suspend' | 'remove' }>;
/** An episode that is no operation of an operator; `person` needs only what is written of them. */
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
    case 'suspend':
    case 'remove':
      await db
        .updateTable('membership')
        .set({ status: episode.kind === 'suspend' ? 'suspended' : 'removed', changed_at: at })
        .where('id', '=', member.membershipId)
        .execute();
      return;
    default:
      return assertNever(episode);
  }
}

/**
 * What `invitations.accept` would leave behind. Everybody gets the owner's password: hashing hundreds of them would take
 * the best part of a minute, and whoever tries the demo can sign in to the portal as anybody.
 */
async function accept(db: WritableDb, past: Past, person: Someone, membershipId: number, at: number): Promise<void> {
  const { organizationId } = past;
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ state: 'accepted', ended_at: at })
    .where('membership_id', '=', membershipId)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  const { person_id } = await db
    .updateTable('membership')
    .set({ status: 'active', joined_at: at, changed_at: at })
    .where('id', '=', membershipId)
    .returning('person_id')
    .executeTakeFirstOrThrow();
  const { firstName, lastName, phone } = person;
  await db
    .updateTable('person')
    .set({ first_name: firstName, last_name: lastName, phone })
    .where('id', '=', person_id)
    .execute();
  await db
    .insertInto('credential')
    .columns(['person_id', 'password_hash', 'created_at'])
    .expression((e) =>
      e
        .selectFrom('credential')
        .select((s) => [s.val(person_id).as('person_id'), 'password_hash', s.val(at).as('created_at')])
        .orderBy('credential.person_id')
        .limit(1),
    )
    .execute();
  await assign(db, 'group', organizationId, membershipId, person.groups);
  await assign(db, 'line', organizationId, membershipId, person.lines);
  await writeAudit(db, {
    now: at,
    operation: 'invitations.accept',
    actor: { kind: 'anonymous' },
    caller: { face: 'portal', credentials: { kind: 'anonymous' } },
    outcome: 'done',
    note: { organizationId, target: person.email, detail: { account: 'new' } },
  });
}

async function assign(
  db: WritableDb,
  what: 'group' | 'line',
  organizationId: number,
  membershipId: number,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await db
    .insertInto(`membership_${what}` as 'membership_group')
    .columns(['membership_id', `${what}_id` as 'group_id'])
    .expression((e) =>
      e
        .selectFrom(what)
        .select((s) => [s.val(membershipId).as('membership_id'), 'id'])
        .where('organization_id', '=', organizationId)
        .where('name', 'in', names),
    )
    .execute();
}
