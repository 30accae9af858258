import type { AuditFilter } from '#contract/audit.ts';
import { type AuditIndexed, residual } from '../../database/audit.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { auditCandidates, auditContains } from '../../database/search.ts';
import { beginningOf } from '../guests/access-end.ts';

const day = 86_400_000;
/** Up to this many hits of a search are sorted; with more, a walk along the order soon meets the first. */
const fewHits = 1000;

/** Rows of an organization's log that a filter shows, with its days as instants. */
export interface AuditAsked {
  readonly organizationId: number;
  readonly filter: AuditFilter;
  readonly since: number | undefined;
  readonly until: number | undefined;
}

/** Days are whole days of the organization's calendar. */
export async function askedBy(db: ReadableDb, organizationId: number, filter: AuditFilter): Promise<AuditAsked> {
  const { from, to } = filter;
  const asked = { organizationId, filter, since: undefined, until: undefined };
  if (from === undefined && to === undefined) return asked;
  const { timeZone } = await db
    .selectFrom('organization')
    .select('time_zone as timeZone')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const begins = (date: string, later: number) => beginningOf(Date.parse(`${date}T00:00:00Z`) + later, timeZone);
  return {
    ...asked,
    since: from === undefined ? undefined : begins(from, 0),
    until: to === undefined ? undefined : begins(to, day),
  };
}

type Named = readonly [AuditIndexed, readonly string[]];

/** What a filter names, the narrowest first: the log is walked along its index. */
const namedBy = ({ target, actors, operations, outcomes, faces }: AuditFilter): readonly Named[] =>
  (
    [
      ['target', target === '' ? [] : [target]],
      ['actor', [...new Set(actors)]],
      ['operation', [...new Set(operations)]],
      // almost everything is `done`, so several outcomes together narrow little
      ['outcome', outcomes.length === 1 ? outcomes : []],
      ['face', [...new Set(faces)]],
    ] as const satisfies readonly Named[]
  ).filter(([, values]) => values.length > 0);

/** All rows that match, in no order. */
export function matchingRows(db: ReadableDb, { organizationId, filter, since, until }: AuditAsked) {
  let rows = db.selectFrom('audit').where('audit.organization_id', '=', organizationId);
  for (const [column, values] of namedBy(filter)) rows = rows.where(`audit.${column}`, 'in', values as never);
  if (since !== undefined) rows = rows.where('audit.at', '>=', since);
  if (until !== undefined) rows = rows.where('audit.at', '<', until);
  return filter.search === '' ? rows : rows.where(auditContains(filter.search));
}

/**
 * Queries that together find the matching rows, each newest first along an index: one for each value of the leading column,
 * since an index is in order only within one value.
 */
export async function walksOf(db: ReadableDb, asked: AuditAsked) {
  const { organizationId, filter, since, until } = asked;
  const base = () => {
    let rows = db.selectFrom('audit').where('audit.organization_id', '=', organizationId);
    if (since !== undefined) rows = rows.where('audit.at', '>=', since);
    if (until !== undefined) rows = rows.where('audit.at', '<', until);
    return filter.search === '' ? rows : rows.where(auditContains(filter.search));
  };
  const named = namedBy(filter);
  const few = await fewFound(db, filter.search);
  if (few) {
    let rows = db.selectFrom('audit').where('audit.id', 'in', few);
    rows = rows.where('audit.organization_id', '=', organizationId).where(auditContains(filter.search));
    if (since !== undefined) rows = rows.where('audit.at', '>=', since);
    if (until !== undefined) rows = rows.where('audit.at', '<', until);
    for (const [column, values] of named) rows = rows.where(residual(column, values));
    return [rows];
  }
  const [leads, ...others] = named.filter(([column, values]) => column !== 'outcome' || values[0] === 'denied');
  const done = named.filter(([column, values]) => column === 'outcome' && values[0] === 'done');
  const walk = (rows: ReturnType<typeof base>) =>
    [...others, ...done].reduce((all, [column, values]) => all.where(residual(column, values)), rows);
  if (!leads) return [walk(base())];
  const [column, values] = leads;
  return values.map((value) => walk(base().where(`audit.${column}`, '=', value as never)));
}

/** The rows that the text index considers hits, if they are few. */
async function fewFound(db: ReadableDb, search: string): Promise<number[] | undefined> {
  const candidates = auditCandidates(search);
  if (!candidates) return undefined;
  const rows = await db
    .selectFrom(candidates.as('found'))
    .select('found.id')
    .limit(fewHits + 1)
    .execute();
  return rows.length > fewHits ? undefined : rows.map(({ id }) => id);
}
