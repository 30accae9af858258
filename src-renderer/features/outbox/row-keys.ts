import type { MailDeed } from '#contract/outbox.ts';
import type { DeliveryState } from '#contract/users.ts';
import { chordOf, type Press } from '../../app/keys.ts';

export type MailKey =
  | { readonly kind: 'move'; readonly to: number }
  /** Moves, and selects the rows on both ends of the step. */
  | { readonly kind: 'extend'; readonly to: number }
  | { readonly kind: 'select' | 'selectPage' | 'deselect' | 'open' }
  | { readonly kind: 'deed'; readonly deed: MailDeed };

/** What a key means on row `index` of `count`, as in the list of users; letters do a deed to the message. */
export function mailKey(press: Press, index: number, count: number, state: DeliveryState): MailKey | undefined {
  const chord = chordOf(press) ?? '';
  const below = Math.min(index + 1, count - 1);
  const above = Math.max(index - 1, 0);
  const to = { ArrowDown: below, ArrowUp: above, Home: 0, End: count - 1 }[chord];
  if (to !== undefined) return { kind: 'move', to };
  const end = { 'Shift+ArrowDown': below, 'Shift+ArrowUp': above }[chord];
  if (end !== undefined) return { kind: 'extend', to: end };
  const plain: Readonly<Record<string, MailKey>> = {
    ' ': { kind: 'select' },
    'Mod+A': { kind: 'selectPage' },
    Escape: { kind: 'deselect' },
    Enter: { kind: 'open' },
    R: { kind: 'deed', deed: 'retry' },
    H: { kind: 'deed', deed: state === 'held' ? 'release' : 'hold' },
    Delete: { kind: 'deed', deed: 'cancel' },
  };
  return plain[chord];
}
