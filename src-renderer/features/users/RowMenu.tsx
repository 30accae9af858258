import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { DotsMenu } from '../../components/DotsMenu.tsx';
import { DeedItems } from './DeedItems.tsx';
import type { Deed } from './deeds.ts';
import { ReinviteButton } from './ReinviteButton.tsx';
import classes from './RowMenu.module.css';

interface RowMenuProps {
  readonly row: UserRow;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onDeed: (deed: Deed) => void;
}

/** The end of a row: *Reinvite* beside whoever has not accepted, and three dots. */
export function RowMenu({ row, opened, onChange, onDeed }: RowMenuProps) {
  return (
    <div className={classes.end}>
      <ReinviteButton row={row} onDeed={onDeed} />
      <DotsMenu label={words.users.actions.menu(row.name || row.email)} opened={opened} onChange={onChange} width={244}>
        <DeedItems person={row} onDeed={onDeed} />
      </DotsMenu>
    </div>
  );
}
