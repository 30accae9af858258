import { assertNever } from '#contract/assert-never.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import type { ExportColumn, UserRow } from '#contract/users.ts';
import type { Named } from '#contract/values.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Deed } from '../jobs/deed.ts';
import { describeMembers } from './describe.ts';
import { listedColumns } from './store.ts';

type Input = Pick<ParsedOf<'users.exportMany'>, 'organizationId' | 'columns'>;

/** Writes a person down as the cells of one line, in JSON. It changes nothing, so it leaves a row in the audit for the job alone. */
export const exported: Deed<Input, ReadonlyMap<number, UserRow>, string> = {
  async look({ db, now }, { organizationId }, membershipIds) {
    const rows = await describeMembers(db, await listed(db, organizationId, membershipIds), now);
    return new Map(rows.map((row) => [row.membershipId, row]));
  },
  async one(_ctx, membershipId, { columns }, rows) {
    const row = rows.get(membershipId);
    if (!row) throw new GatehouseError('not-found', { what: 'user' });
    return JSON.stringify(columns.map((column) => cell(row, column)));
  },
};

const listed = (db: ReadableDb, organizationId: number, membershipIds: readonly number[]) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(listedColumns)
    .where('membership.organization_id', '=', organizationId)
    .where('membership.id', 'in', membershipIds)
    .execute();

/** Codes and ISO 8601 in UTC, so that a program can read them as well. */
function cell(row: UserRow, column: ExportColumn): string {
  switch (column) {
    case 'name':
    case 'email':
    case 'kind':
    case 'status':
      return row[column];
    case 'roles':
    case 'teams':
    case 'groups':
    case 'products':
    case 'lines':
      return names(row[column]);
    case 'invitedBy':
      return row.invitedBy?.name ?? '';
    case 'sentAt':
    case 'validUntil':
    case 'changedAt':
      return instant(row[column]);
    case 'accessEndsAt':
      return instant(row.guest?.endsAt ?? null);
    case 'sponsor':
      return row.guest?.sponsor?.name ?? '';
    default:
      return assertNever(column);
  }
}

const names = (named: readonly Named[]) => named.map(({ name }) => name).join('; ');
const instant = (at: number | null) => (at === null ? '' : new Date(at).toISOString());
