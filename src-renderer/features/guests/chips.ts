import type { OutputOf } from '#contract/index.ts';
import type { PreviewEntry } from '#contract/invitations.ts';
import type { Invited, Kept } from '../invitations/batch.ts';

/** One address in the dialog, and what an invitation would do with it; undefined until known. */
export interface Chip {
  readonly text: string;
  readonly entry: PreviewEntry | undefined;
}

/** The text to ask about: one line per chip, so that each answer can be matched to its chip. */
export const chipsText = (chips: readonly string[]): string => chips.join('\n');

/** The addresses in what was typed or pasted; anything that is not an address stays as typed. */
export const addressesIn = (entries: readonly PreviewEntry[]): readonly string[] =>
  entries.map((entry) => entry.email ?? entry.raw);

const key = (text: string) => text.trim().toLowerCase();

/** Appends addresses that are not there yet. */
export function withAdded(chips: readonly string[], added: readonly string[]): readonly string[] {
  const seen = new Set(chips.map(key));
  const fresh = added.filter((text) => {
    const isNew = key(text) !== '' && !seen.has(key(text));
    seen.add(key(text));
    return isNew;
  });
  return [...chips, ...fresh];
}

/** Matches answers to their chips; of several entries on one line, the worst counts. */
export function judged(chips: readonly string[], entries: readonly PreviewEntry[]): readonly Chip[] {
  const byLine = new Map<number, PreviewEntry>();
  for (const entry of entries) {
    const before = byLine.get(entry.line);
    if (!before || before.verdict === 'new') byLine.set(entry.line, entry);
  }
  return chips.map((text, i) => ({ text, entry: byLine.get(i + 1) }));
}

export interface ChipCounts {
  readonly new: number;
  readonly refused: number;
  /** Members, people already invited and so on: nothing to do for them. */
  readonly skipped: number;
}

export function countChips(chips: readonly Chip[]): ChipCounts {
  const of = (wanted: (chip: PreviewEntry) => boolean) => chips.filter((c) => c.entry && wanted(c.entry)).length;
  const fresh = of(({ verdict }) => verdict === 'new');
  const refused = of(({ verdict }) => verdict === 'refused');
  return { new: fresh, refused, skipped: of(() => true) - fresh - refused };
}

/** The addresses that an invitation goes to. */
export const sendable = (chips: readonly Chip[]): readonly string[] =>
  chips.flatMap(({ entry }) => (entry?.verdict === 'new' && entry.email !== undefined ? [entry.email] : []));

export interface GuestOutcome {
  readonly invited: readonly Invited[];
  readonly skipped: number;
  readonly kept: readonly Kept[];
}

/** What came of all chips: those refused, before or during sending, are kept to be corrected. */
export function outcomeOf(chips: readonly Chip[], answer: OutputOf<'guests.invite'>): GuestOutcome {
  const kept = [
    ...chips.flatMap(({ text, entry }) =>
      entry?.verdict === 'refused' ? [{ email: text, reason: entry.reason ?? '', detail: entry.detail }] : [],
    ),
    ...answer.refused,
  ];
  return {
    invited: answer.invited.map(({ email, membershipId }) => ({ email, membershipId, name: '' })),
    skipped: countChips(chips).skipped + answer.skipped.length,
    kept: kept.map(({ email, reason, detail }, source) => ({ source, email, raw: email, reason, detail })),
  };
}
