import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { words } from '../../app/words.ts';

/** The names of the users page's filters in its address. */
const filters: Readonly<Record<StructureKind, string>> = {
  teams: 'team',
  groups: 'group',
  products: 'product',
  lines: 'line',
};

/** The users page, showing only the members. */
export const usersOf = (kind: StructureKind, id: number) => `/users?${filters[kind]}=${id}`;
export const pageOf = (kind: StructureKind, id: number) => `/${kind}/${id}`;

/** Teams and groups have a page each; products and lines share one in the settings. */
export const listOf = (kind: StructureKind): { readonly href: string; readonly label: string } =>
  kind === 'teams' || kind === 'groups'
    ? { href: `/${kind}`, label: words.structure.titles[kind] }
    : { href: '/settings/products', label: words.structure.productsAndLines };
