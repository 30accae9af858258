import { Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowsDiff,
  IconChevronDown,
  IconClipboardText,
  IconFileImport,
  IconListNumbers,
  IconUserPlus,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { actionKeys as keys } from '#contract/actions.ts';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { type InviteMode, useInvite } from '../../app/invite.tsx';
import { words } from '../../app/words.ts';
import { Keys } from '../../components/Keys.tsx';
import classes from './AddButton.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
const { add } = words.users;

/** The ways to add people, each with the keys that open it. */
export const ways = [
  { mode: 'rows', icon: IconUserPlus, label: add.rows, keys: keys.rows },
  { mode: 'paste', icon: IconClipboardText, label: add.paste, keys: keys.paste },
  { mode: 'wizard', icon: IconListNumbers, label: add.wizard, keys: keys.wizard },
  { mode: 'import', icon: IconFileImport, label: add.import, keys: keys.import },
  { mode: 'compare', icon: IconArrowsDiff, label: add.compare, keys: null },
] as const satisfies readonly { mode: InviteMode; [key: string]: unknown }[];

/** The page's one filled button: rows at once, the other ways behind the arrow. */
export function AddButton({ kind = 'user' }: { readonly kind?: InvitableKind }) {
  const arrow = useRef<HTMLButtonElement>(null);
  const invite = useInvite();
  const lacks = words.desktop.denied.item(words.errors.rights['users:write']);
  // looks disabled and is read out so, but the keyboard can reach it, so that the reason can be read
  const off = invite.allowed ? {} : { 'data-disabled': true, 'aria-disabled': true };
  return (
    <>
      {invite.allowed ? null : <CompareButton kind={kind} />}
      <Tooltip label={lacks} disabled={invite.allowed}>
        <Button.Group>
          <Button
            leftSection={<IconUserPlus {...icon} />}
            onClick={() => invite.open('rows', undefined, { kind })}
            {...off}
          >
            {kind === 'user' ? add.button : add.agent}
          </Button>
          <Menu position="bottom-end" width={232} disabled={!invite.allowed}>
            <Menu.Target>
              <Button ref={arrow} className={classes.more} aria-label={add.more} {...off}>
                <IconChevronDown {...icon} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {ways.map((way) => (
                <Menu.Item
                  key={way.mode}
                  leftSection={<way.icon {...icon} />}
                  rightSection={way.keys && <Keys keys={way.keys} />}
                  onClick={() => invite.open(way.mode, arrow.current, { kind })}
                >
                  {way.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Button.Group>
      </Tooltip>
    </>
  );
}

/** Comparing only reads: people who may not add anybody find it beside the menu, which they cannot open. */
function CompareButton({ kind }: { readonly kind: InvitableKind }) {
  const invite = useInvite();
  return (
    <Button
      variant="default"
      leftSection={<IconArrowsDiff {...icon} />}
      onClick={(event) => invite.open('compare', event.currentTarget, { kind })}
    >
      {add.compare}
    </Button>
  );
}
