import type { MailDeed } from '#contract/outbox.ts';
import type { DeliveryState } from '#contract/vocabulary/delivery.ts';
import { chordOf, type Press } from '../../app/keys.ts';
import { menuKeys, type RowStep, rowStep } from '../../app/row-steps.ts';

export type MailKey =
  | RowStep
  | { readonly kind: 'select' | 'selectPage' | 'deselect' | 'open' | 'person' | 'menu' }
  | { readonly kind: 'deed'; readonly deed: MailDeed };

/** What a key means on row `index` of `count`, as in the list of users; letters act on the message. */
export function mailKey(press: Press, index: number, count: number, state: DeliveryState): MailKey | undefined {
  const chord = chordOf(press) ?? '';
  const step = rowStep(chord, index, count);
  if (step) return step;
  if (menuKeys.includes(chord)) return { kind: 'menu' };
  const plain: Readonly<Record<string, MailKey>> = {
    ' ': { kind: 'select' },
    'Mod+A': { kind: 'selectPage' },
    Escape: { kind: 'deselect' },
    Enter: { kind: 'open' },
    P: { kind: 'person' },
    R: { kind: 'deed', deed: 'retry' },
    H: { kind: 'deed', deed: state === 'held' ? 'release' : 'hold' },
    Delete: { kind: 'deed', deed: 'cancel' },
  };
  return plain[chord];
}
