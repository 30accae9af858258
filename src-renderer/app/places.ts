import {
  IconAddressBook,
  IconInbox,
  IconLayoutDashboard,
  IconListDetails,
  IconMailQuestion,
  IconSend,
  IconSettings,
  IconShieldCheck,
  IconStack2,
  IconUserShare,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { actionKeys as keys } from '#contract/actions.ts';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { words } from './words.ts';

export interface PlaceEntry {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  readonly keys: string;
  readonly needs?: Permission;
  readonly demoOnly?: boolean;
  /** Other places that belong to it. */
  readonly also?: readonly string[];
}

const { navigation } = words.desktop;

/** The pages of the rail in their groups, top to bottom. */
export const placeGroups: readonly (readonly PlaceEntry[])[] = [
  [
    {
      path: '/overview',
      label: navigation.overview,
      icon: IconLayoutDashboard,
      keys: keys['/overview'],
      needs: 'users:read',
    },
  ],
  [
    { path: '/users', label: navigation.users, icon: IconUsers, keys: keys['/users'], needs: 'users:read' },
    {
      path: '/pending',
      label: navigation.pending,
      icon: IconMailQuestion,
      keys: keys['/pending'],
      needs: 'users:read',
    },
    { path: '/guests', label: navigation.guests, icon: IconUserShare, keys: keys['/guests'], needs: 'guests:read' },
    {
      path: '/inbox-agents',
      label: navigation.agents,
      icon: IconAddressBook,
      keys: keys['/inbox-agents'],
      needs: 'users:read',
    },
  ],
  [
    { path: '/teams', label: navigation.teams, icon: IconUsersGroup, keys: keys['/teams'], needs: 'structure:read' },
    { path: '/groups', label: navigation.groups, icon: IconStack2, keys: keys['/groups'], needs: 'structure:read' },
    { path: '/roles', label: navigation.roles, icon: IconShieldCheck, keys: keys['/roles'], needs: 'roles:read' },
  ],
  [
    { path: '/outbox', label: navigation.outbox, icon: IconSend, keys: keys['/outbox'], needs: 'mail:read' },
    { path: '/audit', label: navigation.audit, icon: IconListDetails, keys: keys['/audit'], needs: 'audit:read' },
    { path: '/demo', label: navigation.demo, icon: IconInbox, keys: keys['/demo'], demoOnly: true },
  ],
];
/** The entries that a person with these rights has. */
export const placesFor = ({ demo, may }: { readonly demo: boolean; readonly may: (right: Permission) => boolean }) =>
  placeGroups.flat().filter((place) => (!place.demoOnly || demo) && (!place.needs || may(place.needs)));
/** Opens the menu of organizations. */
export const switchKeys = 'G W';

export const settingsPlace: PlaceEntry = {
  path: '/settings',
  label: navigation.settings,
  icon: IconSettings,
  keys: keys['/settings'],
  also: ['/products', '/lines'],
};

/** The list in which somebody of a kind is found, and to which their page belongs. */
export const homes: Readonly<Record<MemberKind, string>> = {
  user: '/users',
  guest: '/guests',
  'inbox-agent': '/inbox-agents',
};
