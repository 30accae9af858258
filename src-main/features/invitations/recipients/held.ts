import { parseAddress } from '#contract/address.ts';
import type { Draft } from './entry.ts';
import { addressOf } from './piece.ts';

/** An entry whose address has been read, and which the following text may still extend. */
export interface Held {
  readonly draft: Draft;
  readonly form: 'bare' | 'angle' | 'comment';
  /** A dash follows, so the next words are the name. */
  dashed: boolean;
}

/** Two addresses for one person: neither is used. */
function doubt(draft: Draft): void {
  draft.problem ??= 'two-addresses';
  draft.address = undefined;
  draft.name = undefined;
}

/** Whether the text repeats the draft's address. */
function repeats(draft: Draft, text: string): boolean {
  const again = parseAddress(text.trim());
  return draft.address !== undefined && again.ok && again.address.key === draft.address.key;
}

/**
 * Begins an entry with the address in `text`. A name that is an address says nothing when it is the same address, and makes
 * the recipient doubtful when it is another (`"a@b" <c@d>`).
 */
export function hold(draft: Draft, text: string, form: Held['form']): Held {
  const result = addressOf(text);
  if (result.ok) draft.address = result.address;
  else draft.problem = result.problem;
  if (draft.name?.includes('@')) {
    if (repeats(draft, draft.name)) draft.name = undefined;
    else doubt(draft);
  }
  return { draft, form, dashed: false };
}

/** `a@b <a@b>` and `a@b (a@b)`, as mail programs copy links. */
export function onRepetition(draft: Draft, end: number, text: string): void {
  draft.end = end;
  if (!repeats(draft, text)) doubt(draft);
}
