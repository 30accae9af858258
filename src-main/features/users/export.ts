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
  async one({ now }, membershipId, { columns }, rows) {
    const row = rows.get(membershipId);
    if (!row) throw new GatehouseError('not-found', { what: 'user' });
    return JSON.stringify(columns.map((column) => cell(row, column, now)));
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
function cell(row: UserRow, column: ExportColumn, now: number): string {
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
    case 'mailState':
      return row.delivery?.state ?? '';
    case 'mailAnswer':
      return row.delivery?.answer ?? '';
    case 'invitedAt':
      return instant(row.invitation?.createdAt ?? null);
    case 'age':
      return row.invitation ? hours(now - row.invitation.createdAt) : '';
    case 'timeLeft':
      return row.validUntil === null ? '' : hours(row.validUntil - now);
    case 'generation':
      return row.invitation ? String(row.invitation.generation) : '';
    default:
      return assertNever(column);
  }
}

const names = (named: readonly Named[]) => named.map(({ name }) => name).join('; ');
/** Whole hours that are through; nothing is left behind the end. */
const hours = (milliseconds: number) => String(Math.max(0, Math.floor(milliseconds / 3_600_000)));
const instant = (at: number | null) => (at === null ? '' : new Date(at).toISOString());
