import type { SendEntry } from '#contract/invitations.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { type Kept, type Outgoing, outgoing, type Tally } from './batch.ts';
import type { Checked } from './checker.ts';
import { flat, type InviteRow, type RowVerdict, rowVerdicts } from './rows-text.ts';
import { takeOut } from './take-out.ts';

/** What pressing *Invite* would do. `source` is an index into the preview's entries, or the key of a row. */
export interface Plan {
  readonly items: readonly Outgoing[];
  /** Members, people already invited, and duplicates. */
  readonly skipped: readonly number[];
  readonly kept: readonly Kept[];
}

export function planOfText({ entries }: Checked, kind: InvitableKind = 'user'): Plan {
  const skipped: number[] = [];
  const kept: Kept[] = [];
  entries.forEach((e, source) => {
    if (e.verdict === 'refused') {
      kept.push({ source, email: e.email ?? e.raw, raw: e.raw, reason: e.reason ?? 'empty', detail: e.detail });
    } else if (e.verdict !== 'new') skipped.push(source);
  });
  return { items: outgoing(entries, kind), skipped, kept };
}

/** The text without what was sent; skipped entries are removed only when nothing is left to send. */
export function textAfter(checked: Checked, plan: Plan, tally: Tally, complete: boolean): string {
  const gone = new Set([...tally.gone, ...(complete ? plan.skipped : [])]);
  return takeOut(
    checked.text,
    checked.entries.filter((_, i) => gone.has(i)),
    checked.headingLine,
  );
}

/** The name in its own field counts, otherwise the one typed with the address. */
const rowName = (row: InviteRow, { entry }: RowVerdict): string => flat(row.name) || (entry.name ?? '');

const sendRow = (row: InviteRow, verdict: RowVerdict, withRoles: boolean): SendEntry => ({
  email: verdict.entry.email ?? row.email,
  ...(rowName(row, verdict) !== '' && { name: rowName(row, verdict) }),
  ...(withRoles && row.roles && { roles: [...row.roles] }),
  ...(row.teams && { teams: [...row.teams] }),
});

export function planOfRows(
  rows: readonly InviteRow[],
  keys: readonly number[],
  checked: Checked,
  kind: InvitableKind = 'user',
): Plan {
  const withRoles = kind === 'user';
  const verdicts = rowVerdicts(keys, checked.entries);
  const items: Outgoing[] = [];
  const skipped: number[] = [];
  const kept: Kept[] = [];
  for (const row of rows) {
    const verdict = verdicts.get(row.key);
    if (!verdict) continue;
    const { entry, several } = verdict;
    const source = row.key;
    const keep = (reason: string, detail?: string) =>
      kept.push({ source, email: row.email, raw: row.email, reason, detail });
    if (several) keep('several-addresses');
    else if (entry.verdict === 'refused') keep(entry.reason ?? 'empty', entry.detail);
    else if (entry.verdict !== 'new') skipped.push(source);
    else if (withRoles && row.roles?.length === 0) keep('role-needed');
    else items.push({ source, entry: sendRow(row, verdict, withRoles), raw: row.email, name: rowName(row, verdict) });
  }
  return { items, skipped, kept };
}

export function rowsAfter(
  rows: readonly InviteRow[],
  plan: Plan,
  tally: Tally,
  complete: boolean,
): readonly InviteRow[] {
  const gone = new Set([...tally.gone, ...(complete ? plan.skipped : [])]);
  return rows.filter((row) => !gone.has(row.key));
}
