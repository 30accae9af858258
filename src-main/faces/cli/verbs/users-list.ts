import { csvLine } from '#contract/csv.ts';
import type { Messages } from '#contract/messages/index.ts';
import { userCell } from '#contract/user-cells.ts';
import type { UserFilter } from '#contract/user-filter.ts';
import type { UserRow } from '#contract/users.ts';
import type { ExportColumn, UserSort } from '#contract/vocabulary/users.ts';
import { filterOf, listPeople } from '../choose-people.ts';
import { columnsOf } from '../columns.ts';
import { exit } from '../exit-codes.ts';
import { tableText, visible } from '../output.ts';
import { print, printJson } from '../print.ts';
import { asNumber } from '../read-verb.ts';
import type { Run } from '../session.ts';

const usual: readonly ExportColumn[] = ['name', 'email', 'kind', 'status', 'roles', 'mailState', 'changedAt'];
const instants: readonly ExportColumn[] = ['sentAt', 'validUntil', 'changedAt', 'accessEndsAt', 'invitedAt'];

/** The users of the window's list, as a table, as JSON, or as CSV. */
export const listUsers: Run = async (session) => {
  const { given, messages, here } = session;
  const columns = columnsOf(given, 'users list', usual);
  const limit = asNumber('limit', given.limit);
  const filter: Partial<UserFilter> = await filterOf(session);
  const sort = { sort: given.sort as UserSort | undefined, descending: given.descending ?? false };
  const people = await listPeople(session, { ...filter, ...sort }, limit);
  const now = Date.now();
  if (given.json) await printJson({ rows: people });
  else if (given.csv) {
    // codes, so that a program finds the columns in any language of the terminal
    const lines = [columns, ...people.map((p) => columns.map((column) => visible(userCell(p, column, now))))];
    await print(lines.map((cells) => `${csvLine(cells)}\n`).join(''));
  } else {
    const { timeZone } = await here();
    const row = (p: UserRow) => columns.map((column) => shown(messages, timeZone, userCell(p, column, now), column));
    const heads = columns.map((column) => messages.jobs.exportColumns[column]);
    await print(`${tableText(heads, people.map(row))}${messages.common.people(people.length)}\n`);
  }
  return exit.done;
};

/** A cell for people: words instead of codes, and times in the organization's zone. */
function shown({ users, format }: Messages, timeZone: string, cell: string, column: ExportColumn): string {
  if (cell === '') return '';
  if (column === 'kind') return users.kinds[cell as keyof typeof users.kinds];
  if (column === 'status') return users.statuses[cell as keyof typeof users.statuses];
  if (column === 'mailState') return users.deliveryStates[cell as keyof typeof users.deliveryStates];
  if (!instants.includes(column)) return cell;
  return format.date(Date.parse(cell), timeZone, { dateStyle: 'medium', timeStyle: 'short' });
}
