import { chordOf, type Press } from '../../app/keys.ts';
import type { Deed } from './deeds.ts';

export type RowDeed =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'menu' }
  | { readonly kind: 'deed'; readonly deed: Deed };

const deedKeys: Readonly<Record<string, Deed>> = { L: 'copyLink', R: 'reinvite', Delete: 'revoke' };

/** What a key means on row `index` of `count`. `onRow`: the row itself has the focus, not a button in it. */
export function rowKey(press: Press, index: number, count: number, onRow: boolean): RowDeed | undefined {
  const chord = chordOf(press) ?? '';
  const to = { ArrowDown: Math.min(index + 1, count - 1), ArrowUp: Math.max(index - 1, 0), Home: 0, End: count - 1 }[
    chord
  ];
  if (to !== undefined) return { kind: 'move', to };
  if (!onRow) return undefined;
  if (['Enter', '.', 'Shift+F10', 'ContextMenu'].includes(chord)) return { kind: 'menu' };
  const deed = deedKeys[chord];
  return deed ? { kind: 'deed', deed } : undefined;
}
