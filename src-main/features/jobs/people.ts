import type { ParsedOf } from '#contract/index.ts';
import type { WritableDb } from '../../database/schema.ts';
import { listedBy } from '../users/listed.ts';
import { matchingMembers } from '../users/matching.ts';

/** What every bulk deed names: the people it is done to. */
export type Chosen = Pick<ParsedOf<'users.suspendMany'>, 'organizationId' | 'choice'>;

/**
 * Records whom a job is done to, in the order of lists. From here on they are fixed, even if the deed itself changes what
 * they were chosen by. Members of other organizations are left out.
 * @returns how many there are
 */
export async function fixPeople(db: WritableDb, jobId: number, chosen: Chosen, now: number): Promise<number> {
  const people = await members(db, chosen, now);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('job_item')
    .columns(['job_id', 'position', 'membership_id', 'name', 'email', 'state'])
    .expression(
      people.rows.innerJoin('person', 'person.id', 'membership.person_id').select((e) => [
        e.val(jobId).as('job_id'),
        e.fn
          .agg<number>('row_number')
          .over((o) => o.orderBy('membership.sort_key').orderBy('membership.id'))
          .as('position'),
        'membership.id as membership_id',
        'membership.name',
        'person.email',
        e.val('waiting' as const).as('state'),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

/** Returned in an object, since awaiting a query itself would run it. */
export async function members(db: WritableDb, { organizationId, choice }: Chosen, now: number) {
  if (choice.kind === 'chosen') {
    const rows = db
      .selectFrom('membership')
      .where('membership.organization_id', '=', organizationId)
      .where('membership.id', 'in', choice.membershipIds);
    return { rows };
  }
  const rows = matchingMembers(db, await listedBy(db, organizationId, choice.filter, now));
  return { rows: choice.except.length > 0 ? rows.where('membership.id', 'not in', choice.except) : rows };
}

const keptMilliseconds = 7 * 86_400_000;

/** Results are looked at soon after the end of a job; a week later only its numbers remain. */
export async function forgetOldResults(db: WritableDb, now: number): Promise<void> {
  await db
    .deleteFrom('job_item')
    .where('job_id', 'in', (e) =>
      e
        .selectFrom('job')
        .select('job.id')
        .where('job.ended_at', '<', now - keptMilliseconds),
    )
    .execute();
}
