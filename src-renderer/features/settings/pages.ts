import {
  IconBuilding,
  IconDatabaseExport,
  IconId,
  IconKey,
  IconMailCog,
  IconMessage2,
  IconPackage,
  IconShieldLock,
  IconUserCircle,
  IconUserPlus,
  IconUserShare,
  IconUsers,
  IconUsersGroup,
  IconWorldWww,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Permission } from '#contract/vocabulary/permissions.ts';
import type { Session } from '../../app/session.ts';
import { words } from '../../app/words.ts';

export type Page = keyof typeof words.settings.pages;

export interface PageEntry {
  readonly page: Page;
  readonly icon: TablerIcon;
  readonly needs: Permission | 'owner';
}

/** The pages of the settings, and what opens each: a right, or owning an organization. */
export const pages: readonly PageEntry[] = [
  { page: 'organization', icon: IconBuilding, needs: 'settings:read' },
  { page: 'invitations', icon: IconUserPlus, needs: 'settings:read' },
  { page: 'guests', icon: IconUserShare, needs: 'settings:read' },
  { page: 'licences', icon: IconId, needs: 'settings:read' },
  { page: 'products', icon: IconPackage, needs: 'structure:read' },
  { page: 'mail', icon: IconMailCog, needs: 'mail:read' },
  { page: 'wording', icon: IconMessage2, needs: 'mail:read' },
  { page: 'portal', icon: IconWorldWww, needs: 'settings:read' },
  { page: 'privacy', icon: IconShieldLock, needs: 'settings:read' },
  { page: 'backups', icon: IconDatabaseExport, needs: 'owner' },
  { page: 'security', icon: IconKey, needs: 'owner' },
];

interface Entry {
  readonly href: string;
  readonly label: string;
  readonly icon: TablerIcon;
}
const entryOf = (page: Page): Entry => ({
  href: `/settings/${page}`,
  label: words.settings.pages[page],
  icon: pages.find((p) => p.page === page)?.icon ?? IconBuilding,
});
const elsewhere = (href: string, label: string, icon: TablerIcon): Entry => ({ href, label, icon });
const { groups } = words.settings;
/** The settings as listed, including entries that lead elsewhere. */
export const navigation: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: groups.general,
    entries: [
      entryOf('organization'),
      entryOf('privacy'),
      elsewhere('/users', words.settings.team, IconUsersGroup),
      elsewhere('/profile', words.settings.profile, IconUserCircle),
    ],
  },
  {
    title: groups.users,
    entries: [
      elsewhere('/users', words.settings.allUsers, IconUsers),
      entryOf('invitations'),
      entryOf('guests'),
      entryOf('licences'),
      entryOf('products'),
    ],
  },
  { title: groups.delivery, entries: [entryOf('mail'), entryOf('wording'), entryOf('portal')] },
  { title: groups.workspace, entries: [entryOf('backups'), entryOf('security')] },
];

/** Whether somebody may open a page of the settings. */
export const mayOpen = (
  { needs }: PageEntry,
  { may, mayAddOrganizations }: Pick<Session, 'may' | 'mayAddOrganizations'>,
) => (needs === 'owner' ? mayAddOrganizations : may(needs));
