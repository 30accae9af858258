import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMailUp } from '@tabler/icons-react';
import type { UserRow } from '#contract/users.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { deedLabel, hindrance } from './DeedItems.tsx';
import { type Deed, offerOf } from './deeds.ts';
import classes from './RowMenu.module.css';

interface ReinviteButtonProps {
  readonly row: UserRow;
  readonly onDeed: (deed: Deed) => void;
}

/** *Reinvite* beside everybody who has not accepted, expired ones included; nothing for all others. */
export function ReinviteButton({ row, onDeed }: ReinviteButtonProps) {
  const { may } = useSession();
  const offer = offerOf('reinvite', row, may);
  if (!offer) return null;
  const why = hindrance(offer);
  const { actions } = words.users;
  const name = deedLabel('reinvite', row.status);
  return (
    <Tooltip label={why ?? name}>
      <ActionIcon
        className={classes.reinvite ?? ''}
        aria-label={actions.reinviteThis(name, row.name || row.email)}
        tabIndex={-1}
        onClick={() => (why ? undefined : onDeed('reinvite'))}
        // disabled for the eye and for the ear, but in reach, so that the reason can be read
        {...(why ? { 'data-disabled': true, 'aria-disabled': true } : {})}
      >
        <IconMailUp size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
