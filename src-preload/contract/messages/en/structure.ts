import type { StructureKind } from '../../vocabulary/structure.ts';
import { count } from './common.ts';
import { number } from './format.ts';

type PerKind = Readonly<Record<StructureKind, string>>;
const one: PerKind = { teams: 'team', groups: 'group', products: 'product', lines: 'line' };
const many: PerKind = { teams: 'teams', groups: 'groups', products: 'products', lines: 'lines' };
const titles: PerKind = { teams: 'Teams', groups: 'Groups', products: 'Products', lines: 'Lines' };

/** Products are switched off and on for the organization; the others rest in the archive. */
const isProduct = (kind: StructureKind) => kind === 'products';

/** Words of teams, groups, products and lines. */
export const structure = {
  titles,
  leads: {
    teams: 'Who works together. A person can be in several.',
    groups: 'Whom the step-by-step wizard asks for: each person it adds is in at least one.',
    products: 'Products enabled for the organization can be chosen when inviting.',
    lines: 'The lines of the organization that people are assigned to.',
  } satisfies PerKind,
  productsAndLines: 'Products & lines',
  table: (kind: StructureKind) => `${titles[kind]} of the organization`,
  columns: { name: 'Name', members: 'Members', state: 'State', actions: 'Actions' },
  active: 'In use',
  enabled: 'Enabled',
  archived: 'Archived',
  disabled: 'Disabled',
  filter: (kind: StructureKind) => `Filter ${many[kind]}`,
  filterPlaceholder: 'Name',
  clearFilter: 'Clear filter',
  showArchived: (kind: StructureKind, n: number) =>
    `${isProduct(kind) ? 'Show disabled' : 'Show archived'}${n > 0 ? ` (${number(n)})` : ''}`,
  unread: (kind: StructureKind) => `The ${many[kind]} could not be read`,
  shown: (n: number) => `${number(n)} shown`,
  new: (kind: StructureKind) => `New ${one[kind]}`,
  actions: {
    menu: (name: string) => `Actions for ${name}`,
    open: 'Open',
    rename: 'Rename',
    merge: 'Merge into …',
    archive: (kind: StructureKind) => (isProduct(kind) ? 'Disable' : 'Archive'),
    restore: (kind: StructureKind) => (isProduct(kind) ? 'Enable' : 'Restore'),
    showInUsers: 'Show in Users',
  },
  name: 'Name',
  dialog: {
    create: (kind: StructureKind) => `Add a ${one[kind]}`,
    createDeed: (kind: StructureKind) => `Add ${one[kind]}`,
    rename: (kind: StructureKind) => `Rename this ${one[kind]}`,
    renameHint: 'Members keep it; it shows the new name everywhere.',
    renameDeed: 'Rename',
  },
  merge: {
    title: (kind: StructureKind) => `Merge this ${one[kind]} into another?`,
    into: 'Into',
    intoPlaceholder: (kind: StructureKind) => `Choose a ${one[kind]}`,
    nothingFound: (kind: StructureKind) => `No other ${one[kind]} has this name`,
    text: (name: string, members: number) =>
      members === 0
        ? `“${name}” has no members. It ends, and this is final.`
        : `${count(members, 'member', 'members')} of “${name}” ${members === 1 ? 'moves' : 'move'}; anybody in both is counted once. “${name}” ends, and this is final.`,
    none: (kind: StructureKind) => `There is no other ${one[kind]} to merge into.`,
    keep: 'Keep',
    confirm: (members: number) => (members === 0 ? 'Yes, merge' : `Yes, move ${count(members, 'member', 'members')}`),
  },
  done: {
    created: (name: string) => `${name} added.`,
    renamed: (name: string) => `Renamed to ${name}.`,
    archived: (kind: StructureKind, name: string) =>
      isProduct(kind)
        ? `${name} is disabled: it can no longer be chosen. Members keep it.`
        : `${name} is archived: it can no longer be chosen. Members keep it.`,
    restored: (name: string) => `${name} can be chosen again.`,
    merged: (n: number, into: string) => `${count(n, 'member', 'members')} moved to ${into}.`,
  },
  empty: {
    title: {
      teams: 'No teams yet',
      groups: 'No groups yet',
      products: 'No products yet',
      lines: 'No lines yet',
    } satisfies PerKind,
    text: {
      teams: 'Add the first one here. When you invite people, each of them can be put into several.',
      groups: 'Add the first one here. The wizard needs at least one group for every person it adds.',
      products: 'Add the first one here. People get the products you choose when inviting, and see them on sign-up.',
      lines: 'Add the first one here, then assign people to it, by hand or when inviting.',
    } satisfies PerKind,
    onlyArchived: (kind: StructureKind) =>
      isProduct(kind) ? 'All products are disabled' : `All ${many[kind]} are archived`,
    onlyArchivedText: 'They can no longer be chosen; members keep them.',
  },
  noMatch: {
    title: (search: string) => `Nothing here is called “${search}”`,
    text: 'The filter looks at names, ignoring accents and case.',
  },
  missing: {
    title: (kind: StructureKind) => `There is no such ${one[kind]}`,
    text: 'It may have been merged into another one.',
    back: (kind: StructureKind) => `Go to ${titles[kind]}`,
    toProducts: 'Go to Products & lines',
  },
  members: {
    table: (name: string) => `Members of ${name}`,
    add: 'Add people',
    search: 'Search members',
    remove: 'Remove from here',
    removed: (person: string, name: string) => `${person} is no longer in ${name}.`,
    undone: (person: string, name: string) => `${person} is back in ${name}.`,
    emptyTitle: (name: string) => `Nobody is in ${name} yet`,
    emptyText: 'Add people who are in the organization already, or choose it when you invite new ones.',
    archivedNotice: (kind: StructureKind) =>
      isProduct(kind)
        ? 'This product is disabled: it cannot be chosen when inviting. Members keep it.'
        : `This ${one[kind]} is archived: it cannot be chosen. Members keep it.`,
    unread: 'The members could not be read',
    columns: { name: 'Name', roles: 'Roles', status: 'Status' },
    openUser: 'Open user',
  },
  addPeople: {
    title: (name: string) => `Add people to ${name}`,
    search: 'Search people',
    placeholder: 'Name or e-mail',
    list: 'People to choose from',
    already: 'In it already',
    more: (shown: number, total: string) => `The first ${shown} of ${total}. Search to find others.`,
    nobody: 'Nobody matches. New people are invited on the Users page.',
    chosen: (n: number) => (n === 0 ? 'Nobody chosen' : `${count(n, 'person', 'people')} chosen`),
    confirm: (n: number) => (n === 0 ? 'Add' : `Add ${count(n, 'person', 'people')}`),
    progress: (done: number, total: number) => `${number(done)} of ${number(total)} added`,
    added: (n: number, name: string) => `${count(n, 'person', 'people')} added to ${name}.`,
    failed: (n: number) => `${count(n, 'person', 'people')} could not be added`,
  },
} as const;
