import { presentStatuses } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import type { BulkKey } from './bulk-deeds.ts';
import type { ColumnKey } from './columns.ts';
import type { Scope, Tab } from './list-state.ts';

export type ListName = 'users' | 'pending' | 'guests' | 'inbox-agents';
export type FilterKey = 'status' | 'kind' | 'role' | 'team' | 'group' | 'product' | 'line';

/** The small differences between the pages that list people. */
export interface PageScope extends Scope {
  readonly name: ListName;
  readonly path: string;
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly filters: readonly FilterKey[];
  /** Columns of the page's own when the person has chosen none; left out: the usual ones that fit. */
  readonly columns?: readonly ColumnKey[];
  /** Deeds beside the selection, in this order; the last one is red. */
  readonly deeds: readonly BulkKey[];
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
    tabs: ['all', 'active', 'pending', 'expired', 'suspended'],
    filters: ['status', 'kind', 'role', ...belonging],
    deeds: ['reinvite', 'roles', 'teams', 'groups', 'products', 'export'],
    moreDeeds: ['lines', 'suspend', 'reactivate', 'revoke'],
    lastDeed: 'remove',
  },
  pending: {
    name: 'pending',
    path: '/pending',
    title: navigation.pending,
    kinds: ['user', 'guest', 'inbox-agent'],
    statuses: ['pending', 'expired'],
    tabs: ['all', 'pending', 'expired'],
    filters: ['kind', 'role', ...belonging],
    columns: ['name', 'status', 'mail', 'sent', 'validUntil', 'invitedBy'],
    deeds: ['reinvite', 'roles', 'teams', 'groups', 'products', 'export'],
    moreDeeds: ['lines'],
    lastDeed: 'revoke',
  },
  guests: {
    name: 'guests',
    path: '/guests',
    title: navigation.guests,
    kinds: ['guest'],
    statuses: presentStatuses,
    tabs: ['all', 'active', 'pending', 'expired', 'suspended'],
    filters: ['status', 'role', ...belonging],
    deeds: ['reinvite', 'teams', 'groups', 'products', 'export'],
    moreDeeds: ['roles', 'lines', 'suspend', 'reactivate', 'revoke'],
    lastDeed: 'remove',
  },
  'inbox-agents': {
    name: 'inbox-agents',
    path: '/inbox-agents',
    title: navigation.agents,
    kinds: ['inbox-agent'],
    statuses: presentStatuses,
    tabs: ['all', 'active', 'pending', 'expired', 'suspended'],
    filters: ['status', 'team', 'group', 'line'],
    columns: ['name', 'status', 'teams', 'mail', 'invitedBy', 'changed'],
    deeds: ['reinvite', 'teams', 'groups', 'lines', 'suspend', 'export'],
    moreDeeds: ['reactivate', 'revoke'],
    lastDeed: 'remove',
  },
};
