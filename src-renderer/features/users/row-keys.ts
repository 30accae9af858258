import { chordOf, type Press } from '../../app/keys.ts';
import { menuKeys, type RowStep, rowStep } from '../../app/row-steps.ts';
import type { Deed } from './deeds.ts';

export type RowDeed =
  | RowStep
  | { readonly kind: 'select' }
  | { readonly kind: 'selectPage' }
  | { readonly kind: 'deselect' }
  | { readonly kind: 'open' }
  /** Opens the person's page at the roles. */
  | { readonly kind: 'roles' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'deed'; readonly deed: Deed };

const deedKeys: Readonly<Record<string, Deed>> = { L: 'copyLink', R: 'reinvite', E: 'renew', Delete: 'revoke' };
const plain: Readonly<Record<string, RowDeed>> = {
  ' ': { kind: 'select' },
  'Mod+A': { kind: 'selectPage' },
  Escape: { kind: 'deselect' },
  Enter: { kind: 'open' },
  'Shift+R': { kind: 'roles' },
};

/** What a key means on row `index` of `count`. `onRow`: the row itself has the focus, not a button in it. */
export function rowKey(press: Press, index: number, count: number, onRow: boolean): RowDeed | undefined {
  const chord = chordOf(press) ?? '';
  const step = rowStep(chord, index, count);
  if (step) return step;
  if (!onRow) return undefined;
  if (menuKeys.includes(chord)) return { kind: 'menu' };
  const deed = deedKeys[chord];
  return deed ? { kind: 'deed', deed } : plain[chord];
}
