import { parseAddress } from '#contract/address.ts';
import type { Draft } from './entry.ts';
import { addressOf } from './piece.ts';

/** An entry whose address is read and which what follows may still extend. */
export interface Held {
  readonly draft: Draft;
  readonly form: 'bare' | 'angle' | 'comment';
  /** A dash follows, so the next words are the name. */
  dashed: boolean;
}

/** Two addresses where one person stands: neither is taken. */
function doubt(draft: Draft): void {
  draft.problem ??= 'two-addresses';
  draft.address = undefined;
  draft.name = undefined;
}

/** Whether the text is the address of the draft once more. */
function repeats(draft: Draft, text: string): boolean {
  const again = parseAddress(text.trim());
  return draft.address !== undefined && again.ok && again.address.key === draft.address.key;
}

/**
 * Begins an entry with the address in `text`. A name that is an address says nothing when it is the same one, and
 * makes the recipient doubtful when it is another (`"a@b" <c@d>`).
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
