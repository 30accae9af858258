import type { Selectable } from 'kysely';
import { csvLine } from '#contract/csv.ts';
import { type ErrorCode, GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import type { JobItem, JobRow } from '#contract/jobs.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { JobItemTable, JobTable } from '../../database/tables/work.ts';
import type { Actor } from '../../kernel/context.ts';

/** Whose job it is: a person's, or null for Gatehouse itself. */
export const starterOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : null);

/** @throws GatehouseError `not-found`, also for a job of another organization */
export async function findJob(db: ReadableDb, organizationId: number, jobId: number): Promise<Selectable<JobTable>> {
  const job = await db
    .selectFrom('job')
    .selectAll()
    .where('id', '=', jobId)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!job) throw new GatehouseError('not-found', { what: 'job' });
  return job;
}

export function toJobRow(job: Selectable<JobTable>): JobRow {
  const { id, operation, state, done, total, failed } = job;
  return {
    id,
    operation,
    state,
    done,
    total,
    failed,
    startedAt: job.started_at,
    endedAt: job.ended_at,
    columns: columnsOf(job),
  };
}

function columnsOf({ operation, input }: Selectable<JobTable>): string[] | null {
  if (!operation.endsWith('.exportMany')) return null;
  const { columns } = JSON.parse(input) as { readonly columns?: unknown };
  return Array.isArray(columns) ? columns.filter((column) => typeof column === 'string') : null;
}

/** One person's jobs and all running ones, newest first. */
export async function listJobs(
  db: ReadableDb,
  organizationId: number,
  personId: number | null,
  limit: number,
): Promise<JobRow[]> {
  const jobs = await db
    .selectFrom('job')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where((e) =>
      e.or([
        e('state', '=', 'running'),
        personId === null ? e('person_id', 'is', null) : e('person_id', '=', personId),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return jobs.map(toJobRow);
}

/** A page of results, in the order of the work, and one more that shows whether there is another page. */
export async function listItems(db: ReadableDb, page: ParsedOf<'jobs.results'>): Promise<JobItem[]> {
  let items = db.selectFrom('job_item').selectAll().where('job_id', '=', page.jobId).where('position', '>', page.after);
  if (page.state) items = items.where('state', '=', page.state);
  const rows = await items
    .orderBy('position')
    .limit(page.limit + 1)
    .execute();
  return rows.map(toJobItem);
}

/** An earlier version stored the CSV line itself: it has no quote outside quotes, so it never passes for JSON. */
function cellsIn(detail: string | null): string[] | null {
  if (detail === null) return null;
  try {
    const cells: unknown = JSON.parse(detail);
    if (Array.isArray(cells) && cells.length > 0 && cells.every((cell) => typeof cell === 'string')) return cells;
  } catch {
    // a line of CSV
  }
  return null;
}

function toJobItem(row: Selectable<JobItemTable>): JobItem {
  const { position, membership_id: membershipId, name, email, state } = row;
  const error =
    row.error === null ? null : (JSON.parse(row.error) as { code: ErrorCode; data: Record<string, unknown> });
  const cells = cellsIn(row.detail);
  return { position, membershipId, name, email, state, error, detail: cells ? csvLine(cells) : row.detail, cells };
}
