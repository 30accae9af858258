import { csvFile } from '#contract/csv.ts';
import type { ImportEntry } from '#contract/import.ts';
import type { InvitableKind, SendEntry } from '#contract/invitations.ts';
import { words } from '../../app/words.ts';
import type { Outgoing, Tally } from '../invitations/batch.ts';
import { verdictLook } from '../invitations/verdict.ts';

/** The entries that an invitation goes to, with what their row says. */
export function toSend(entries: readonly ImportEntry[], kind: InvitableKind): readonly Outgoing[] {
  return entries.flatMap((e, source) => {
    if (e.verdict !== 'new' || e.email === undefined) return [];
    const entry: SendEntry = {
      email: e.email,
      name: e.name,
      firstName: e.firstName,
      lastName: e.lastName,
      // inbox agents hold none, whatever the file says
      roles: kind === 'user' ? e.roles : undefined,
      teams: e.teams,
      groups: e.groups,
      products: e.products,
    };
    return [{ entry, source, raw: e.raw, name: e.name ?? '' }];
  });
}

export type Outcome = keyof typeof words.imports.result.outcomes;
/** A row of the file, its verdict as it stands after the sending, and what became of it. */
export type Settled = ImportEntry & { readonly outcome: Outcome };

/** What became of every entry. What changed between the check and the sending shows as the sending found it. */
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

/** The result as a CSV file, harmless to a spreadsheet whatever the rows held. */
export function resultFile(settled: readonly Settled[]): string {
  const { outcomes, titles } = words.imports.result;
  const lines = settled.map((one) => {
    const told = one.outcome === 'skipped' || one.outcome === 'refused';
    return [String(one.line), one.email ?? one.raw, outcomes[one.outcome], told ? verdictLook(one).word : ''];
  });
  return csvFile([[titles.row, titles.email, titles.outcome, titles.reason], ...lines]);
}

/** All the columns that are understood, for somebody to fill in. */
export const templateFile = (): string => csvFile([Object.values(words.imports.fields)]);
