import { IconPackage, IconRoute, IconStack2, IconUserCircle, IconUsersGroup } from '@tabler/icons-react';
import { type StructureKind, structureKinds } from '#contract/vocabulary/structure.ts';
import { go } from '../../app/location.ts';
import { placesFor, settingsPlace } from '../../app/places.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { mayOpen, pages } from '../settings/pages.ts';
import type { Command } from './commands.ts';

const icons: Readonly<Record<StructureKind, Command['icon']>> = {
  teams: IconUsersGroup,
  groups: IconStack2,
  products: IconPackage,
  lines: IconRoute,
};

/** Every page that the person may open. */
export function usePlaces(): readonly Command[] {
  const session = useSession();
  const { palette, settings } = words;
  return [
    ...[...placesFor(session), settingsPlace].map(({ path, label, icon, keys }) => ({
      id: path,
      label,
      icon: icon as Command['icon'],
      keys,
      run: () => go(path),
    })),
    { id: '/profile', label: settings.profile, icon: IconUserCircle, run: () => go('/profile') },
    ...pages
      .filter((page) => mayOpen(page, session))
      .map(({ page, icon }) => ({
        id: `/settings/${page}`,
        label: settings.pages[page],
        note: palette.notes.settings,
        icon,
        run: () => go(`/settings/${page}`),
      })),
  ];
}

/** Teams, groups, products and lines by name; fetched only once something is typed. */
export function useStructurePlaces(enabled: boolean): readonly Command[] {
  const { place, may } = useSession();
  const wanted = { enabled: enabled && may('structure:read') };
  const input = { organizationId: place.id };
  const lists = {
    teams: useQueryOf('teams.list', input, wanted).data,
    groups: useQueryOf('groups.list', input, wanted).data,
    products: useQueryOf('products.list', input, wanted).data,
    lines: useQueryOf('lines.list', input, wanted).data,
  };
  return structureKinds.flatMap((kind) =>
    (lists[kind]?.rows ?? []).map(({ id, name, members }) => ({
      id: `/${kind}/${id}`,
      label: name,
      note: words.palette.notes[kind](members),
      icon: icons[kind],
      run: () => go(`/${kind}/${id}`),
    })),
  );
}
