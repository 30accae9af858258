import { csvFile } from './csv.ts';
import type { ImportEntry } from './import.ts';
import type { JudgedEntry, SendEntry } from './invitations.ts';
import type { Messages } from './messages/index.ts';
import { wordVerdict } from './messages/word.ts';
import type { InvitableKind } from './vocabulary/invitations.ts';

/** What a row of a file says about the person to invite. Inbox agents hold no role, whatever the file says. */
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

/** A row of a list, its verdict after sending, and what came of it. */
export type ImportedRow = Pick<JudgedEntry, 'line' | 'raw' | 'email' | 'verdict' | 'reason' | 'detail' | 'warning'> & {
  readonly outcome: keyof Messages['imports']['result']['outcomes'];
};

/** Every row with its outcome, as a CSV file that is safe to open in a spreadsheet whatever the rows held. */
export function importResultFile(messages: Messages, results: readonly ImportedRow[]): string {
  const { outcomes, titles } = messages.imports.result;
  const lines = results.map((one) => {
    const told = one.outcome === 'skipped' || one.outcome === 'refused';
    const reason = told ? wordVerdict(messages.invitations, one) : '';
    return [String(one.line), one.email ?? one.raw, outcomes[one.outcome], reason];
  });
  return csvFile([[titles.row, titles.email, titles.outcome, titles.reason], ...lines]);
}
