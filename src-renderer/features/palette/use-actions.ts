import { useMantineColorScheme } from '@mantine/core';
import {
  IconArrowsExchange,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconMoon,
  IconSun,
  IconSunMoon,
  IconUserShare,
} from '@tabler/icons-react';
import { actionKeys } from '#contract/actions.ts';
import { type Theme, themes } from '#contract/desktop.ts';
import { schemeOf } from '../../app/color-scheme.ts';
import { useInvite } from '../../app/invite.tsx';
import { whenFreeToLeave } from '../../app/leaving.ts';
import { useSession } from '../../app/session.ts';
import { lock, signOut } from '../../app/sign-out.ts';
import { switchOrganization } from '../../app/switch-organization.ts';
import { words } from '../../app/words.ts';
import { openHelp } from '../help/store.ts';
import { ways } from '../users/AddButton.tsx';
import type { Command } from './commands.ts';

const themeIcons: Readonly<Record<Theme, Command['icon']>> = { system: IconSunMoon, light: IconSun, dark: IconMoon };

/** What can be done from anywhere, as far as the person's rights go. */
export function useActions(): readonly Command[] {
  const invite = useInvite();
  const { place, places, may } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const { account } = words.desktop;
  const { palette, guests, session } = words;
  return [
    ...ways
      .filter(({ mode }) => (mode === 'compare' ? may('users:read') : invite.allowed))
      .map(({ mode, icon, label, keys }): Command => {
        const run = () => invite.open(mode);
        return { id: `add ${mode}`, label, icon, run, ...(keys ? { keys } : {}) };
      }),
    ...(may('guests:invite')
      ? [{ id: 'guests', label: guests.invite.action, icon: IconUserShare, run: () => invite.openGuests() }]
      : []),
    ...places
      .filter(({ id }) => id !== place.id)
      .map(({ id, name }) => ({
        id: `organization ${id}`,
        label: palette.switchTo(name),
        icon: IconArrowsExchange,
        run: () => whenFreeToLeave(() => switchOrganization(id, '/users')),
      })),
    ...themes.map((theme) => ({
      id: `theme ${theme}`,
      label: palette.appearance(account.themes[theme]),
      icon: themeIcons[theme],
      run: () => setColorScheme(schemeOf[theme]),
    })),
    { id: 'help', label: account.shortcuts, icon: IconKeyboard, keys: actionKeys.help, run: () => openHelp() },
    { id: 'lock', label: session.lock.now, icon: IconLock, keys: actionKeys.lock, run: lock },
    { id: 'sign-out', label: account.signOut, icon: IconLogout, run: signOut },
  ];
}
