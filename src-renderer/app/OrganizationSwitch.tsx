import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { initials } from '../components/initials.ts';
import { OverflowText } from '../components/OverflowText.tsx';
import { go } from './location.ts';
import classes from './OrganizationSwitch.module.css';
import { savePreferences } from './preferences.ts';
import { useSession } from './session.ts';
import { words } from './words.ts';

const Face = ({ name }: { readonly name: string }) => (
  <>
    <span className={classes.mark} aria-hidden>
      {initials(name)}
    </span>
    <OverflowText className={classes.name}>{name}</OverflowText>
  </>
);

/** Mark and name of the organization on screen; with several of them, the way to another. */
export function OrganizationSwitch() {
  const { place, places } = useSession();
  if (places.length < 2) {
    return (
      <div className={classes.organization} title={place.name}>
        <Face name={place.name} />
      </div>
    );
  }
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton
          className={classes.organization}
          aria-label={`${words.desktop.navigation.organization}: ${place.name}`}
        >
          <Face name={place.name} />
          <IconSelector size={14} stroke={1.6} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.desktop.navigation.chooseOrganization}</Menu.Label>
        {places.map((other) => (
          <Menu.Item
            key={other.id}
            rightSection={other.id === place.id ? <IconCheck size={14} stroke={1.6} aria-hidden /> : null}
            onClick={() => {
              savePreferences({ organizationId: other.id });
              go('/users');
            }}
          >
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
