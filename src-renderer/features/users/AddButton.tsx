import { Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconClipboardText, IconUserPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useInvite } from '../../app/invite.tsx';
import { words } from '../../app/words.ts';
import { Keys } from '../../components/Keys.tsx';
import classes from './AddButton.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** The page's one filled button: rows at once, the pasted list behind the arrow. */
export function AddButton() {
  const arrow = useRef<HTMLButtonElement>(null);
  const invite = useInvite();
  const { add } = words.users;
  const lacks = words.desktop.denied.item(words.errors.rights['users:write']);
  // disabled for the eye and for the ear, but in reach of the keyboard, so that the reason can be read
  const off = invite.allowed ? {} : { 'data-disabled': true, 'aria-disabled': true };
  return (
    <Tooltip label={lacks} disabled={invite.allowed}>
      <Button.Group>
        <Button leftSection={<IconUserPlus {...icon} />} onClick={() => invite.open('rows')} {...off}>
          {add.button}
        </Button>
        <Menu position="bottom-end" width={220} disabled={!invite.allowed}>
          <Menu.Target>
            <Button ref={arrow} className={classes.more} aria-label={add.more} {...off}>
              <IconChevronDown {...icon} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconUserPlus {...icon} />}
              rightSection={<Keys keys="N" />}
              onClick={() => invite.open('rows', arrow.current)}
            >
              {add.rows}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconClipboardText {...icon} />}
              rightSection={<Keys keys="Mod+I" />}
              onClick={() => invite.open('paste', arrow.current)}
            >
              {add.paste}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </Tooltip>
  );
}
