import { type GuestState, presentStatuses } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import type { BulkKey } from './bulk-deeds.ts';
import type { ColumnKey } from './columns.ts';
import type { Scope, Tab } from './list-state.ts';

export type ListName = 'users' | 'pending' | 'guests' | 'inbox-agents';
export type FilterKey = 'status' | 'kind' | 'guest' | 'role' | 'team' | 'group' | 'product' | 'line';

/** The small differences between the pages that list people. */
export interface PageScope extends Scope {
  readonly name: ListName;
  readonly path: string;
  readonly title: string;
  readonly tabs: readonly Tab[];
  /** Guests of whom something is true, as tabs behind the statuses. */
  readonly guestTabs: readonly GuestState[];
  readonly filters: readonly FilterKey[];
  /** Columns of the page's own when the person has chosen none; left out: the usual ones that fit. */
  readonly columns?: readonly ColumnKey[];
  /** Which of them stand side by side in the narrow tier; left out: the usual ones of that tier. */
  readonly narrowColumns?: readonly ColumnKey[];
  /** A deed that rows offer with its word takes more room at their end. */
  readonly wideEnd?: boolean;
  /** Says above the list whose access ends soon. */
  readonly noticesExpiry?: boolean;
  /** Deeds beside the selection, in this order; the last one is red. */
  readonly deeds: readonly BulkKey[];
  /** The one that the page is there for. */
  readonly firstDeed?: BulkKey;
  /** Behind *More*. */
  readonly moreDeeds: readonly BulkKey[];
  readonly lastDeed: BulkKey;
}

const belonging = ['team', 'group', 'product', 'line'] as const satisfies readonly FilterKey[];
const { navigation } = words.desktop;

export const scopes: Readonly<Record<ListName, PageScope>> = {
  users: {
    name: 'users',
    path: '/users',
    title: words.users.title,
    kinds: ['user', 'guest'],
    statuses: presentStatuses,
    noticesExpiry: true,
    tabs: ['all', 'active', 'pending', 'expired', 'suspended'],
    guestTabs: [],
    filters: ['status', 'kind', 'role', ...belonging, 'guest'],
    deeds: ['reinvite', 'roles', 'teams', 'groups', 'products', 'export'],
    moreDeeds: ['lines', 'suspend', 'reactivate', 'renew', 'sponsor', 'revoke'],
    lastDeed: 'remove',
  },
  pending: {
    name: 'pending',
    path: '/pending',
    title: navigation.pending,
    kinds: ['user', 'guest', 'inbox-agent'],
    statuses: ['pending', 'expired'],
    invited: true,
    tabs: ['all', 'pending', 'expired'],
    guestTabs: [],
    filters: ['kind', 'role', ...belonging],
    columns: ['name', 'status', 'mail', 'sent', 'validUntil', 'invitedBy'],
    deeds: ['reinvite', 'extend', 'roles', 'teams', 'groups', 'export'],
    moreDeeds: ['products', 'lines'],
    lastDeed: 'revoke',
  },
  guests: {
    name: 'guests',
    path: '/guests',
    title: navigation.guests,
    kinds: ['guest'],
    statuses: presentStatuses,
    noticesExpiry: true,
    tabs: ['all', 'active', 'pending', 'expired', 'suspended'],
    guestTabs: ['expiring', 'no-sponsor'],
    filters: ['status', 'guest', 'role', ...belonging],
    columns: ['name', 'status', 'expires', 'sponsor', 'period', 'teams'],
    narrowColumns: ['name', 'status', 'sponsor', 'expires'],
    wideEnd: true,
    firstDeed: 'renew',
    deeds: ['renew', 'sponsor', 'reinvite', 'teams', 'export'],
    moreDeeds: ['roles', 'groups', 'products', 'lines', 'suspend', 'reactivate', 'revoke'],
    lastDeed: 'remove',
  },
  'inbox-agents': {
    name: 'inbox-agents',
    path: '/inbox-agents',
    title: navigation.agents,
    kinds: ['inbox-agent'],
    statuses: presentStatuses,
    tabs: ['all', 'active', 'pending', 'expired', 'suspended'],
    guestTabs: [],
    filters: ['status', 'team', 'group', 'line'],
    columns: ['name', 'status', 'teams', 'mail', 'invitedBy', 'changed'],
    deeds: ['reinvite', 'teams', 'groups', 'lines', 'suspend', 'export'],
    moreDeeds: ['reactivate', 'revoke'],
    lastDeed: 'remove',
  },
};
