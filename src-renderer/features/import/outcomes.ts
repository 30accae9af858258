import { csvFile } from '#contract/csv.ts';
import type { ImportEntry } from '#contract/import.ts';
import { type ImportedRow, sendEntryOf } from '#contract/import-result.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { words } from '../../app/words.ts';
import type { Outgoing, Tally } from '../invitations/batch.ts';

/** The entries to invite, with what their row says. */
export function toSend(entries: readonly ImportEntry[], kind: InvitableKind): readonly Outgoing[] {
  return entries.flatMap((e, source) => {
    if (e.verdict !== 'new' || e.email === undefined) return [];
    return [{ entry: sendEntryOf(e, kind), source, raw: e.raw, name: e.name ?? '' }];
  });
}

/** A row of the file, its verdict after sending, and what came of it. */
export type Settled = ImportEntry & { readonly outcome: ImportedRow['outcome'] };

/** What came of every entry. What changed between the check and the sending is shown as sending found it. */
export function settle(entries: readonly ImportEntry[], tally: Tally): readonly Settled[] {
  const refused = new Map(tally.refused.map((one) => [one.source, one]));
  const gone = new Set(tally.gone);
  const invited = new Set(tally.invited.map(({ email }) => email));
  return entries.map((entry, source): Settled => {
    const no = refused.get(source);
    if (no) return { ...entry, verdict: 'refused', reason: no.reason, detail: no.detail, outcome: 'refused' };
    if (entry.verdict === 'refused') return { ...entry, outcome: 'refused' };
    if (entry.verdict !== 'new') return { ...entry, outcome: 'skipped' };
    if (!gone.has(source)) return { ...entry, outcome: 'not-sent' };
    // invited by somebody else since the check
    return invited.has(entry.email ?? '')
      ? { ...entry, outcome: 'invited' }
      : { ...entry, verdict: 'already-invited', outcome: 'skipped' };
  });
}

/** An empty file with all the columns that are understood, to fill in. */
export const templateFile = (): string => csvFile([Object.values(words.imports.fields)]);
