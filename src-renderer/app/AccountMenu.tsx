import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconInfoCircle,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconSettings,
  IconUserCircle,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { actionKeys } from '#contract/actions.ts';
import { type Theme, themes } from '#contract/desktop.ts';
import { GuardedItem, useWhyNot } from '../components/Guarded.tsx';
import { Initials } from '../components/Initials.tsx';
import { Keys } from '../components/Keys.tsx';
import { openHelp } from '../features/help/store.ts';
import { useUpdates } from '../features/updates/store.ts';
import { AboutDialog } from './AboutDialog.tsx';
import classes from './AccountMenu.module.css';
import { schemeOf } from './color-scheme.ts';
import header from './Header.module.css';
import { useInvite } from './invite.tsx';
import { go } from './location.ts';
import { usePreference } from './preferences.ts';
import { useSession } from './session.ts';
import { lock, signOut } from './sign-out.ts';
import { words } from './words.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

function Appearance() {
  const { setColorScheme } = useMantineColorScheme();
  const theme = usePreference('theme');
  const { account } = words.desktop;
  return (
    <>
      <Menu.Label>{account.appearance}</Menu.Label>
      <Menu.RadioGroup value={theme} onChange={(value) => setColorScheme(schemeOf[value as Theme])}>
        {themes.map((value) => (
          <Menu.RadioItem key={value} value={value}>
            {account.themes[value]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

/** Who is signed in, and what belongs to them: appearance, help, signing out. */
export function AccountMenu() {
  const { person, place, may } = useSession();
  const { openGuests } = useInvite();
  const guestsWhy = useWhyNot('guests:invite');
  const button = useRef<HTMLButtonElement>(null);
  const [about, setAbout] = useState(false);
  const newer = useUpdates()?.offer?.version;
  const { account, header: headerWords } = words.desktop;
  return (
    <>
      <Menu position="bottom-end" width={272}>
        <Menu.Target>
          <UnstyledButton ref={button} className={header.account}>
            <span className="gh-hidden">{headerWords.account}</span>
            <Initials name={person.name} />
            <span className="gh-ellipsis">{person.name}</span>
            <IconChevronDown size={14} stroke={1.6} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.who}>
            <div className={classes.name}>{person.name}</div>
            <div className={classes.email}>{person.email}</div>
            <div className={classes.roles}>{place.roles.join(', ')}</div>
          </div>
          <Menu.Divider />
          {may('users:read') ? (
            <Menu.Item
              leftSection={<IconUsers {...icon} />}
              rightSection={<Keys keys={actionKeys['/users']} />}
              onClick={() => go('/users')}
            >
              {account.users}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<IconUserCircle {...icon} />} onClick={() => go('/profile')}>
            {account.profile}
          </Menu.Item>
          <GuardedItem why={guestsWhy} icon={<IconUserShare {...icon} />} onClick={() => openGuests(button.current)}>
            {words.guests.invite.action}
          </GuardedItem>
          <Menu.Item
            leftSection={<IconSettings {...icon} />}
            rightSection={<Keys keys={actionKeys['/settings']} />}
            onClick={() => go('/settings')}
          >
            {account.settings}
          </Menu.Item>
          <Menu.Divider />
          <Appearance />
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconKeyboard {...icon} />}
            rightSection={<Keys keys={actionKeys.help} />}
            onClick={() => openHelp()}
          >
            {account.shortcuts}
          </Menu.Item>
          {newer ? (
            <Menu.Item leftSection={<IconDownload {...icon} />} onClick={() => go('/profile')}>
              {words.updates.found(newer)}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<IconInfoCircle {...icon} />} onClick={() => setAbout(true)}>
            {account.about}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLock {...icon} />} rightSection={<Keys keys={actionKeys.lock} />} onClick={lock}>
            {words.session.lock.now}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout {...icon} />} onClick={signOut}>
            {account.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <AboutDialog opened={about} onClose={() => setAbout(false)} />
    </>
  );
}
