import type { UserChoice, UserFilter } from '#contract/user-filter.ts';

/** Who is selected: some by hand, or all that match minus those deselected by hand. It persists across pages and orders. */
export type Selection =
  | { readonly kind: 'chosen'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'matching'; readonly except: ReadonlySet<number> };

export const nobody: Selection = { kind: 'chosen', ids: new Set() };
export const everybody: Selection = { kind: 'matching', except: new Set() };

export const isSelected = (selection: Selection, id: number): boolean =>
  selection.kind === 'chosen' ? selection.ids.has(id) : !selection.except.has(id);

/** Selects or deselects some. */
export function withSelected(selection: Selection, ids: readonly number[], selected: boolean): Selection {
  const named = new Set(selection.kind === 'chosen' ? selection.ids : selection.except);
  const adds = (selection.kind === 'chosen') === selected;
  for (const id of ids) {
    if (adds) named.add(id);
    else named.delete(id);
  }
  return selection.kind === 'chosen' ? { kind: 'chosen', ids: named } : { kind: 'matching', except: named };
}

/** How many are selected, when `total` match. */
export const sizeOf = (selection: Selection, total: number): number =>
  selection.kind === 'chosen' ? selection.ids.size : Math.max(0, total - selection.except.size);

/** The ids between two rows of a page, inclusive. */
export const between = (ids: readonly number[], from: number, to: number): readonly number[] =>
  ids.slice(Math.min(from, to), Math.max(from, to) + 1);

/** The selection as bulk operations take it. */
export const choiceOf = (selection: Selection, filter: UserFilter): UserChoice =>
  selection.kind === 'chosen'
    ? { kind: 'chosen', membershipIds: [...selection.ids] }
    : { kind: 'matching', filter, except: [...selection.except] };
