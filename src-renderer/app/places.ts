import { IconInbox, IconSend, IconSettings, IconUsers } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Permission } from '#contract/permissions.ts';
import { words } from './words.ts';

export interface PlaceEntry {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  readonly keys: string;
  readonly needs?: Permission;
  readonly demoOnly?: boolean;
}

const { navigation } = words.desktop;

/** The pages of the rail, top to bottom. */
export const mainPlaces: readonly PlaceEntry[] = [
  { path: '/users', label: navigation.users, icon: IconUsers, keys: 'G U', needs: 'users:read' },
  { path: '/outbox', label: navigation.outbox, icon: IconSend, keys: 'G M', needs: 'mail:read' },
  { path: '/demo', label: navigation.demo, icon: IconInbox, keys: 'G D', demoOnly: true },
];
export const settingsPlace: PlaceEntry = {
  path: '/settings',
  label: navigation.settings,
  icon: IconSettings,
  keys: 'Mod+,',
};
