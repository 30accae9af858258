import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconBan, IconCopy, IconDots, IconLink, IconMailForward, IconMailUp } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { UserRow } from '#contract/users.ts';
import { desktop } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
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

/** The three dots at the end of a row. The menu itself exists only while it is open: there are fifty rows. */
export function RowMenu({ row, opened, onChange, onDeed }: RowMenuProps) {
  const label = words.users.actions.menu(row.name || row.email);
  const dots = <IconDots size={16} stroke={1.6} aria-hidden />;
  if (!opened) {
    return (
      <ActionIcon
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        tabIndex={-1}
        onClick={() => onChange(true)}
      >
        {dots}
      </ActionIcon>
    );
  }
  return <OpenMenu row={row} label={label} dots={dots} onChange={onChange} onDeed={onDeed} />;
}

interface OpenMenuProps extends Omit<RowMenuProps, 'opened'> {
  readonly label: string;
  readonly dots: ReactNode;
}

function OpenMenu({ row, label, dots, onChange, onDeed }: OpenMenuProps) {
  // a menu that is born open does not take the focus
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(true), []);
  return (
    <Menu position="bottom-end" width={236} opened={shown} onChange={onChange}>
      <Menu.Target>
        <ActionIcon aria-label={label} tabIndex={-1}>
          {dots}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Items row={row} onDeed={onDeed} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ row, onDeed }: Pick<RowMenuProps, 'row' | 'onDeed'>) {
  const { may } = useSession();
  const { actions, done } = words.users;
  const offers = offersFor(row.status, may);
  const copyEmail = async () => {
    await desktop.copyText(row.email);
    toast(done.emailCopied(row.email));
  };
  const item = (offer: Offer) => <DeedItem key={offer.deed} offer={offer} row={row} onDeed={onDeed} />;
  const last = offers.filter((offer) => offer.deed === 'revoke');
  return (
    <>
      {offers.filter((offer) => offer.deed !== 'revoke').map(item)}
      <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void copyEmail()}>
        {actions.copyEmail}
      </Menu.Item>
      {last.length > 0 ? <Menu.Divider /> : null}
      {last.map(item)}
    </>
  );
}
