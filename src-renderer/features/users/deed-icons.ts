import {
  IconBan,
  IconCalendarPlus,
  IconDownload,
  IconMailForward,
  IconPackage,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconRoute,
  IconShieldCheck,
  IconStack2,
  IconTrash,
  IconUserCheck,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { BulkKey } from './bulk-deeds.ts';

export const deedIcons = {
  reinvite: IconMailForward,
  extend: IconCalendarPlus,
  roles: IconShieldCheck,
  teams: IconUsersGroup,
  groups: IconStack2,
  products: IconPackage,
  lines: IconRoute,
  export: IconDownload,
  suspend: IconPlayerPause,
  reactivate: IconPlayerPlay,
  revoke: IconBan,
  remove: IconTrash,
  renew: IconRefresh,
  sponsor: IconUserCheck,
} as const satisfies Readonly<Record<BulkKey, unknown>>;
