import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import { userCell } from '#contract/user-cells.ts';
import type { UserRow } from '#contract/users.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Deed } from '../jobs/deed.ts';
import { describeMembers } from './describe.ts';
import { listedColumns } from './read-part.ts';

type Input = Pick<ParsedOf<'users.exportMany'>, 'organizationId' | 'columns'>;

/** Turns a person into the cells of one line, as JSON. It changes nothing, so only the job itself has a row in the audit. */
export const exported: Deed<Input, ReadonlyMap<number, UserRow>, string> = {
  async look({ db, now }, { organizationId }, membershipIds) {
    const rows = await describeMembers(db, await listed(db, organizationId, membershipIds), now);
    return new Map(rows.map((row) => [row.membershipId, row]));
  },
  async one({ now }, membershipId, { columns }, rows) {
    const row = rows.get(membershipId);
    if (!row) throw new GatehouseError('not-found', { what: 'user' });
    return JSON.stringify(columns.map((column) => userCell(row, column, now)));
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
