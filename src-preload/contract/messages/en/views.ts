import type { UserSort } from '../../vocabulary/users.ts';
import { bounces } from './bounces.ts';
import { common, count } from './common.ts';
import { number } from './format.ts';
import { guests } from './guests.ts';

const { people } = common;

/** Words of filters, columns, selection and saved views of the pages that list people. */
export const views = {
  filters: {
    label: 'Filters',
    status: 'Status',
    kind: 'Kind',
    role: 'Role',
    team: 'Team',
    group: 'Group',
    product: 'Product',
    line: 'Line',
    guest: 'Guest access',
    /** A filter with its one value, or with how many it has. */
    one: (what: string, value: string) => `${what}: ${value}`,
    several: (what: string, n: number) => `${what}: ${number(n)}`,
    find: (what: string) => `Find ${what.toLowerCase()}`,
    nothingFound: 'Nothing found',
    noneYet: 'There are none yet',
    clearOne: 'Clear',
    more: 'More',
    moreLabel: 'More filters',
    clear: 'Clear filters',
  },
  noMatch: { title: 'Nobody matches these filters', text: 'Remove one of them, or all.' },
  sort: {
    label: 'Sort',
    by: {
      name: 'Name',
      email: 'E-mail',
      status: 'Status',
      changed: 'Last change',
      expiry: 'Access ends',
      timeLeft: 'Time left',
    } satisfies Readonly<Record<UserSort, string>>,
    ascending: 'Ascending',
    descending: 'Descending',
  },
  nameByEmail: 'Name, by e-mail',
  columns: { label: 'Columns', reset: 'As many as fit' },
  select: (name: string) => `Select ${name}`,
  selectPage: 'Select all on this page',
  selection: {
    label: 'Selected people',
    selected: (n: number) => `${number(n)} selected`,
    all: (n: number, least: boolean) => `Select all ${number(n)}${least ? '+' : ''}`,
    clear: 'Clear selection',
    more: 'More',
  },
  deeds: {
    reinvite: 'Reinvite',
    extend: 'Extend',
    links: 'Copy links',
    roles: 'Roles',
    teams: 'Teams',
    groups: 'Groups',
    products: 'Products',
    lines: 'Lines',
    export: 'Export',
    suspend: 'Suspend',
    reactivate: 'Reactivate',
    revoke: 'Revoke',
    remove: 'Remove',
    bounced: bounces.deeds.mark,
    notBounced: bounces.deeds.unmark,
    renew: guests.renewMany.label,
    sponsor: guests.sponsorMany.label,
  },
  links: {
    tooMany: (most: number) => `At most ${number(most)} links are copied at once`,
    copied: (n: number) => `${count(n, 'link', 'links')} copied, each behind its address.`,
    none: 'No link was copied.',
    /** Whom a link was refused for, some of them by address. */
    refused: (n: number, some: string) =>
      `${people(n)} ${n === 1 ? 'has' : 'have'} no link that works: ${some}${n > 3 ? ' …' : ''}.`,
  },
  change: {
    title: (what: string, n: number) => `${what} of ${people(n)}`,
    add: 'Add',
    take: 'Take away',
    text: 'What somebody has already, or does not have, stays as it is.',
    rolesText: 'Everybody keeps at least one role: whoever would be left without is not changed.',
    confirm: (n: number) => `Change ${people(n)}`,
    nothing: 'Nothing chosen',
  },
  ask: {
    renew: guests.renewMany,
    remove: {
      title: (n: number) => `Remove ${people(n)}?`,
      text: 'Their access ends at once, links die and waiting mail is cancelled. This cannot be undone; to return, invite from scratch. The history stays in the audit.',
      keep: 'Keep',
      confirm: (n: number) => `Yes, remove ${count(n, 'user', 'users')}`,
    },
    revoke: {
      title: (n: number) => `Revoke the ${n === 1 ? 'invitation' : 'invitations'} of ${people(n)}?`,
      text: 'The links die at once and waiting mail is cancelled. This cannot be undone; to return, invite from scratch. Those who have accepted already are left alone.',
      keep: 'Keep',
      confirm: (n: number) => `Yes, remove ${count(n, 'user', 'users')}`,
    },
    suspend: {
      title: (n: number) => `Suspend ${people(n)}?`,
      text: 'Their access rests until somebody gives it back. Roles and teams stay.',
      keep: 'Cancel',
      confirm: (n: number) => `Suspend ${people(n)}`,
    },
    reinvite: {
      title: (n: number) => `Reinvite ${people(n)}?`,
      text: 'Everybody who has not accepted gets a new mail; the links of earlier ones die. Those who are active are left alone.',
      keep: 'Cancel',
      confirm: (n: number) => `Reinvite ${people(n)}`,
    },
  },
  saved: {
    save: 'Save view',
    title: 'Save this view',
    name: 'Name of the view',
    text: 'Filters, search and order are kept, for you alone. It appears beside the other views.',
    replaces: 'There is a view of this name: it will be replaced.',
    taken: 'There is a view of this name already.',
    menu: (name: string) => `Actions for the view ${name}`,
    rename: 'Rename',
    renameTitle: 'Rename this view',
    replace: 'Replace with what is shown',
    replaced: (name: string) => `The view ${name} now shows this.`,
    remove: 'Remove view',
    removed: (name: string) => `The view ${name} is removed. The people in it stay.`,
  },
  guests: {
    title: 'No guest is here',
    text: 'A guest works with you for a limited time and comes from another organization. Guests need no seat, and their access ends by itself.',
  },
  agents: {
    title: 'No inbox agent is here',
    text: 'An inbox agent reaches the Inbox in the portal and nothing else. Inbox agents hold no role and no seat, and are not listed among the users.',
    invite: 'Invite inbox agents',
  },
  nobodyPending: {
    title: 'Nobody owes an answer',
    text: 'Invitations that are waiting or have expired are listed here.',
  },
} as const;
