import { type GuestState, type MailGroup, mailGroups, presentStatuses } from '#contract/vocabulary/user-filter.ts';
import type { ExportColumn } from '#contract/vocabulary/users.ts';
import { words } from '../../app/words.ts';
import type { BulkKey } from './bulk-deeds.ts';
import type { ColumnKey, Tier } from './columns.ts';
import type { Scope, Tab } from './list-state.ts';

export type ListName = 'users' | 'pending' | 'guests' | 'inbox-agents';
export type FilterKey = 'status' | 'kind' | 'guest' | 'role' | 'team' | 'group' | 'product' | 'line';

/** The small differences between pages that list people. */
export interface PageScope extends Scope {
  readonly name: ListName;
  readonly path: string;
  readonly title: string;
  readonly tabs: readonly Tab[];
  /** States of guests, as tabs after the statuses. */
  readonly guestTabs: readonly GuestState[];
  /** Pending people by what happened to their mail, as tabs after the first. */
  readonly mailTabs?: readonly MailGroup[];
  readonly filters: readonly FilterKey[];
  /** The page's own columns when the person has chosen none; by default, the usual ones that fit. */
  readonly columns?: readonly ColumnKey[];
  /** Which of them are shown in the narrow tier; by default, that tier's usual ones. */
  readonly narrowColumns?: readonly ColumnKey[];
  /** Unusual column widths, as long as the person has chosen no columns. */
  readonly widths?: Readonly<Record<Tier, Readonly<Partial<Record<ColumnKey, number>>>>>;
  /** What an export contains, if not the usual columns. */
  readonly exported?: readonly ExportColumn[];
  /** Rows offer an action in words, which takes more room at their end. */
  readonly wideEnd?: boolean;
  /** Shows a notice above the list about access that ends soon. */
  readonly noticesExpiry?: boolean;
  /** Actions in the selection bar, in this order; the last one is red. */
  readonly deeds: readonly BulkKey[];
  /** The page's main action. */
  readonly firstDeed?: BulkKey;
  /** Behind *More*. */
  readonly moreDeeds: readonly BulkKey[];
  readonly lastDeed: BulkKey;
}

const belonging = ['team', 'group', 'product', 'line'] as const satisfies readonly FilterKey[];
const pendingColumns = [
  'name',
  'mail',
  'age',
  'timeLeft',
  'generation',
  'invitedBy',
] as const satisfies readonly ColumnKey[];
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
    tabs: ['all', 'expired'],
    guestTabs: [],
    mailTabs: mailGroups,
    filters: ['kind', 'role', ...belonging],
    columns: pendingColumns,
    exported: [
      ...['name', 'email', 'kind', 'status', 'mailState', 'mailAnswer', 'sentAt', 'invitedAt', 'age'],
      ...['validUntil', 'timeLeft', 'generation', 'invitedBy', 'roles', 'teams', 'groups', 'products', 'lines'],
    ] as ExportColumn[],
    narrowColumns: pendingColumns,
    widths: { wide: { mail: 480 }, medium: { mail: 320 }, narrow: { mail: 168 } },
    deeds: ['reinvite', 'extend', 'links', 'roles', 'teams', 'export'],
    moreDeeds: ['bounced', 'notBounced', 'groups', 'products', 'lines'],
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
