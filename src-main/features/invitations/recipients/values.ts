import type { KnownNames } from './entry.ts';

export type Canonical = ReadonlyMap<string, string>;
const same = (name: string): string => name.trim().toLowerCase();

/** Names as the organization spells them, found by any spelling. */
export const canonical = (names: readonly string[]): Canonical => new Map(names.map((name) => [same(name), name]));

export interface Known {
  readonly roles: Canonical;
  readonly teams: Canonical;
}
/** The roles and teams that cells are compared with. */
export const knownOf = (names: KnownNames): Known => ({ roles: canonical(names.roles), teams: canonical(names.teams) });

/**
 * The roles or teams of one cell, each once, in the organization's spelling where they are known. A name that contains a
 * separator itself ("R&D, Lisbon") is taken whole when it is known.
 */
export function valuesOf(cell: string, known: Canonical): readonly string[] {
  const values = [cell]
    .flatMap((part) => (known.has(same(part)) ? [part] : part.split(/[;|\n\r]/)))
    .flatMap((part) => (known.has(same(part)) ? [part] : part.split(/,| \/ /)))
    .map((part) => known.get(same(part)) ?? part.trim())
    .filter((value) => value !== '');
  return [...new Set(values)];
}

/** The same, if every one of them is known; otherwise the cell means something else. */
export function knownValuesOf(cell: string, known: Canonical): readonly string[] | undefined {
  if (known.size === 0) return undefined;
  const values = valuesOf(cell, known);
  return values.length > 0 && values.every((value) => known.has(same(value))) ? values : undefined;
}
