import { assertNever } from '#contract/assert-never.ts';
import { mostExported } from '#contract/audit.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { OutputOf, ParsedOf } from '#contract/index.ts';
import type { AuditColumn } from '#contract/vocabulary/audit.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { Deed } from '../jobs/deed.ts';
import { forgetOldResults } from '../jobs/people.ts';
import { askedBy, matchingRows } from './matching.ts';
import { toAuditRow } from './store.ts';

type Input = ParsedOf<'audit.exportMany'>;
type AuditRow = OutputOf<'audit.list'>['rows'][number];

/** About the most that a workbook's cell holds (ECMA-376: 32,767 characters). */
const longestCell = 32_000;

/**
 * Settles which rows are exported, in the order of the list: rows written to the log later are not among them.
 * @throws GatehouseError `export-too-large`
 */
export async function settleRows(ctx: CommandContext, input: Input, jobId: number): Promise<number> {
  await forgetOldResults(ctx.db, ctx.now);
  const rows = matchingRows(ctx.db, await askedBy(ctx.db, input.organizationId, input.filter));
  const { n } = await ctx.db
    .selectFrom(
      rows
        .select('audit.id')
        .limit(mostExported + 1)
        .as('found'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  if (n > mostExported) throw new GatehouseError('export-too-large', { most: mostExported });
  await ctx.db
    .insertInto('job_item')
    .columns(['job_id', 'position', 'membership_id', 'name', 'email', 'state'])
    .expression(
      rows.select((e) => [
        e.val(jobId).as('job_id'),
        e.fn
          .agg<number>('row_number')
          .over((o) => o.orderBy('audit.at', 'desc').orderBy('audit.id', 'desc'))
          .as('position'),
        'audit.id as membership_id',
        'audit.actor as name',
        e.fn.coalesce('audit.target', e.val('')).as('email'),
        e.val('waiting' as const).as('state'),
      ]),
    )
    .execute();
  return n;
}

/** Turns a row of the log into the cells of one line, as JSON. */
export const exportedRow: Deed<Input, ReadonlyMap<number, AuditRow>, string> = {
  async look({ db }, { organizationId }, ids) {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map((row) => [row.id, toAuditRow(row)]));
  },
  async one(_ctx, id, { columns }, rows) {
    const row = rows.get(id);
    if (!row) throw new GatehouseError('not-found', { what: 'row' });
    return JSON.stringify(columns.map((column) => cell(row, column)));
  },
};

/** Codes and ISO 8601 in UTC, so that programs can read them too. */
function cell(row: AuditRow, column: AuditColumn): string {
  switch (column) {
    case 'at':
      return new Date(row.at).toISOString();
    case 'actor':
    case 'operation':
    case 'face':
    case 'outcome':
      return row[column];
    case 'target':
    case 'osUser':
      return row[column] ?? '';
    case 'detail':
      return Object.keys(row.detail).length === 0 ? '' : JSON.stringify(row.detail).slice(0, longestCell);
    default:
      return assertNever(column);
  }
}
