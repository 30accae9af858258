import type { OutputOf } from '#contract/index.ts';
import type { JudgedEntry, PreviewEntry, SendEntry } from '#contract/invitations.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';

/** Entries per call of `invitations.send`: few enough for the progress bar to move and *Cancel* to take effect soon. */
export const sliceSize = 500;

/** One entry to send and where it came from. */
export interface Outgoing {
  readonly entry: SendEntry;
  /** The preview's entry in the pasted text, or the row's key. */
  readonly source: number;
  readonly raw: string;
  readonly name: string;
}

export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly membershipId: number;
}

/** An entry that stays in the box. */
export interface Kept {
  readonly source: number;
  /** The address, or what was typed where there is none. */
  readonly email: string;
  /** What is in the box. */
  readonly raw: string;
  readonly reason: string;
  readonly detail?: string | undefined;
}

/** What a run of slices has done so far. */
export interface Tally {
  readonly invited: readonly Invited[];
  /** Sources of what is done: invited now, or found to need no mail. */
  readonly gone: readonly number[];
  readonly skipped: number;
  readonly refused: readonly Kept[];
}

export const emptyTally: Tally = { invited: [], gone: [], skipped: 0, refused: [] };

/** The entries to invite, with what their line says; everything else comes from the batch's defaults. */
export function outgoing(entries: readonly PreviewEntry[], kind: InvitableKind = 'user'): readonly Outgoing[] {
  return entries.flatMap((e, source) => {
    if (e.verdict !== 'new' || e.email === undefined) return [];
    const entry: SendEntry = {
      email: e.email,
      ...(e.name !== undefined && { name: e.name }),
      // inbox agents hold no roles, whatever the list says
      ...(kind === 'user' && e.roles?.length && { roles: e.roles }),
      ...(e.teams?.length && { teams: e.teams }),
    };
    return [{ entry, source, raw: e.raw, name: e.name ?? '' }];
  });
}

export function slices<T>(items: readonly T[], size = sliceSize): readonly (readonly T[])[] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}

/** Adds the answer to one slice. Every entry of the slice ends up in exactly one of the lists. */
export function addAnswer(tally: Tally, slice: readonly Outgoing[], answer: OutputOf<'invitations.send'>): Tally {
  const at = (position: number) => slice[position] as Outgoing;
  const skipped = answer.skipped.map(({ position }) => at(position).source);
  return {
    invited: [
      ...tally.invited,
      ...answer.invited.map(({ position, email, membershipId }) => ({ email, membershipId, name: at(position).name })),
    ],
    gone: [...tally.gone, ...answer.invited.map(({ position }) => at(position).source), ...skipped],
    skipped: tally.skipped + skipped.length,
    refused: [
      ...tally.refused,
      ...answer.refused.map(({ position, email, reason, detail }) => ({
        source: at(position).source,
        email,
        raw: at(position).raw,
        reason,
        detail,
      })),
    ],
  };
}

export interface Counts {
  readonly all: number;
  readonly new: number;
  readonly refused: number;
  readonly skipped: number;
}

export function countVerdicts(entries: readonly JudgedEntry[]): Counts {
  let fresh = 0;
  let refused = 0;
  for (const { verdict } of entries) {
    if (verdict === 'new') fresh++;
    else if (verdict === 'refused') refused++;
  }
  return { all: entries.length, new: fresh, refused, skipped: entries.length - fresh - refused };
}
