/** A step to another row; `extend` also selects the rows at both ends of the step. */
export interface RowStep {
  readonly kind: 'move' | 'extend';
  readonly to: number;
}

/** Where an arrow, Home or End leads from row `index` of `count`; the same in every list. */
export function rowStep(chord: string, index: number, count: number): RowStep | undefined {
  const below = Math.min(index + 1, count - 1);
  const above = Math.max(index - 1, 0);
  const to = { ArrowDown: below, ArrowUp: above, Home: 0, End: count - 1 }[chord];
  if (to !== undefined) return { kind: 'move', to };
  const end = { 'Shift+ArrowDown': below, 'Shift+ArrowUp': above }[chord];
  return end === undefined ? undefined : { kind: 'extend', to: end };
}

/** Keys that show the menu of the focused row; the same in every list. */
export const menuKeys: readonly string[] = ['.', 'Shift+F10', 'ContextMenu'];
