import { Menu, Tooltip } from '@mantine/core';
import { IconBan, IconCopy, IconDots, IconLink, IconMailForward, IconMailUp } from '@tabler/icons-react';
import type { UserRow } from '#contract/users.ts';
import { desktop } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Keys } from '../../components/Keys.tsx';
import { type Deed, type Offer, offersFor } from './deeds.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
const icons = { copyLink: IconLink, sendAgain: IconMailForward, reinvite: IconMailUp, revoke: IconBan } as const;
const keys: Readonly<Partial<Record<Deed, string>>> = { copyLink: 'L', reinvite: 'R', revoke: 'Delete' };

interface RowMenuProps {
  readonly row: UserRow;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onDeed: (deed: Deed) => void;
}

function DeedItem({ offer, row, onDeed }: { readonly offer: Offer } & Pick<RowMenuProps, 'row' | 'onDeed'>) {
  const { actions } = words.users;
  const { deed, lacks } = offer;
  const Icon = icons[deed];
  const key = keys[deed];
  const label = deed === 'reinvite' && row.status === 'expired' ? actions.generate : actions[deed];
  return (
    <Tooltip
      label={lacks ? words.desktop.denied.item(words.errors.rights[lacks]) : ''}
      disabled={!lacks}
      position="left"
      openDelay={0}
    >
      <Menu.Item
        leftSection={<Icon {...icon} />}
        rightSection={key ? <Keys keys={key} /> : null}
        {...(deed === 'revoke' && !lacks ? { style: { color: 'var(--gh-bad)' } } : {})}
        // stays in reach of the arrow keys, so that its tooltip can be read
        {...(lacks ? { 'aria-disabled': true, closeMenuOnClick: false } : { onClick: () => onDeed(deed) })}
      >
        {label}
      </Menu.Item>
    </Tooltip>
  );
}

/** The three dots at the end of a row. */
export function RowMenu({ row, opened, onChange, onDeed }: RowMenuProps) {
  const { may } = useSession();
  const { actions, done } = words.users;
  const offers = offersFor(row.status, may);
  const copyEmail = async () => {
    await desktop.copyText(row.email);
    toast(done.emailCopied(row.email));
  };
  return (
    <Menu position="bottom-end" width={236} opened={opened} onChange={onChange}>
      <Menu.Target>
        <IconButton label={actions.menu(row.name || row.email)} keys="." tabIndex={-1}>
          <IconDots size={16} stroke={1.6} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {offers
          .filter((offer) => offer.deed !== 'revoke')
          .map((offer) => (
            <DeedItem key={offer.deed} offer={offer} row={row} onDeed={onDeed} />
          ))}
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void copyEmail()}>
          {actions.copyEmail}
        </Menu.Item>
        {offers
          .filter((offer) => offer.deed === 'revoke')
          .map((offer) => [
            <Menu.Divider key="divider" />,
            <DeedItem key={offer.deed} offer={offer} row={row} onDeed={onDeed} />,
          ])}
      </Menu.Dropdown>
    </Menu>
  );
}
