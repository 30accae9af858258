import { csvFile } from './csv.ts';
import type { ImportEntry } from './import.ts';
import type { InvitableKind, JudgedEntry, SendEntry } from './invitations.ts';
import type { Messages } from './messages/index.ts';
import { wordVerdict } from './messages/word.ts';

/** What a row of a file says of the person to be invited. Inbox agents hold no role, whatever the file says. */
export const sendEntryOf = (row: ImportEntry, kind: InvitableKind): SendEntry => ({
  email: row.email ?? '',
  name: row.name,
  firstName: row.firstName,
  lastName: row.lastName,
  roles: kind === 'user' ? row.roles : undefined,
  teams: row.teams,
  groups: row.groups,
  products: row.products,
});

/** A row of a list, its verdict as it stands after the sending, and what became of it. */
export type ImportedRow = Pick<JudgedEntry, 'line' | 'raw' | 'email' | 'verdict' | 'reason' | 'detail' | 'warning'> & {
  readonly outcome: keyof Messages['imports']['result']['outcomes'];
};

/** Every row with what became of it, as a CSV file that is harmless to a spreadsheet whatever the rows held. */
export function importResultFile(messages: Messages, results: readonly ImportedRow[]): string {
  const { outcomes, titles } = messages.imports.result;
  const lines = results.map((one) => {
    const told = one.outcome === 'skipped' || one.outcome === 'refused';
    const reason = told ? wordVerdict(messages.invitations, one) : '';
    return [String(one.line), one.email ?? one.raw, outcomes[one.outcome], reason];
  });
  return csvFile([[titles.row, titles.email, titles.outcome, titles.reason], ...lines]);
}
