import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPencil, IconPlus, IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import type { Place } from '#contract/session.ts';
import { holds } from '#contract/vocabulary/permissions.ts';
import { GuardedItem, useWhyNot } from '../components/Guarded.tsx';
import { initials } from '../components/initials.ts';
import { Keys } from '../components/Keys.tsx';
import { OverflowText } from '../components/OverflowText.tsx';
import { NewOrganizationDialog } from '../features/organizations/NewOrganizationDialog.tsx';
import { RenameOrganizationDialog } from '../features/organizations/RenameOrganizationDialog.tsx';
import { whenFreeToLeave } from './leaving.ts';
import { pathNow } from './location.ts';
import classes from './OrganizationSwitch.module.css';
import { pageElsewhere } from './page-elsewhere.ts';
import { placesFor, settingsPlace, switchKeys } from './places.ts';
import { useSession } from './session.ts';
import { useShortcuts } from './shortcuts.ts';
import { switchOrganization } from './switch-organization.ts';
import { words } from './words.ts';

const say = words.organizations;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

const Mark = ({ name }: { readonly name: string }) => (
  <span className={classes.mark} aria-hidden>
    {initials(name)}
  </span>
);

/** What the person is there: a guest, or their roles. */
const standing = ({ kind, roles }: Place) => (kind === 'guest' ? words.users.kinds.guest : roles.join(', '));

/** Mark and name of the organization on screen; its menu switches to another, adds one, or renames this one. */
export function OrganizationSwitch() {
  const { place, places, demo, mayAddOrganizations } = useSession();
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<'new' | 'rename'>();
  const whyNoRename = useWhyNot('settings:write');
  const close = () => setDialog(undefined);
  useShortcuts({ [switchKeys]: () => setOpened(true) });

  const show = (other: Place) => {
    const held = new Set(other.permissions);
    const there = placesFor({ demo, may: (right) => holds(held, right) });
    const pages = [...there, settingsPlace].map(({ path }) => path);
    whenFreeToLeave(() => switchOrganization(other.id, pageElsewhere(pathNow(), pages)));
  };
  const choose = (id: string) => {
    const other = places.find((one) => String(one.id) === id);
    if (other && other.id !== place.id) show(other);
  };
  return (
    <>
      <Menu
        position="bottom-start"
        width={280}
        opened={opened}
        onChange={setOpened}
        classNames={{ itemLabel: classes.itemLabel ?? '' }}
      >
        <Menu.Target>
          <UnstyledButton className={classes.organization} title={place.name}>
            <span className="gh-hidden">{`${words.desktop.navigation.organization}: ${place.name}`}</span>
            <Mark name={place.name} />
            <span className={`gh-ellipsis ${classes.name}`} aria-hidden>
              {place.name}
            </span>
            <IconSelector size={14} stroke={1.6} aria-hidden className={classes.chevron} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className={classes.label}>
            {words.desktop.navigation.chooseOrganization}
            <Keys keys={switchKeys} />
          </Menu.Label>
          <Menu.RadioGroup value={String(place.id)} onChange={choose}>
            <div className={classes.list}>
              {places.map((other) => (
                <Menu.RadioItem
                  key={other.id}
                  value={String(other.id)}
                  closeMenuOnClick
                  checkIcon={<IconCheck size={14} stroke={1.6} aria-hidden />}
                >
                  <span className={classes.entry}>
                    <OverflowText>{other.name}</OverflowText>
                    <OverflowText className={classes.standing}>{standing(other)}</OverflowText>
                  </span>
                </Menu.RadioItem>
              ))}
            </div>
          </Menu.RadioGroup>
          <Menu.Divider />
          <GuardedItem
            why={mayAddOrganizations ? undefined : say.add.ownersOnly}
            icon={<IconPlus {...icon} />}
            // a new one is shown at once, so unsaved changes are asked about before it is made
            onClick={() => whenFreeToLeave(() => setDialog('new'))}
          >
            {say.add.action}
          </GuardedItem>
          <GuardedItem why={whyNoRename} icon={<IconPencil {...icon} />} onClick={() => setDialog('rename')}>
            {say.rename.action}
          </GuardedItem>
        </Menu.Dropdown>
      </Menu>
      <NewOrganizationDialog opened={dialog === 'new'} onClose={close} />
      <RenameOrganizationDialog opened={dialog === 'rename'} onClose={close} />
    </>
  );
}
