import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { DotsMenu, type Point } from '../../components/DotsMenu.tsx';
import { DeedItems } from './DeedItems.tsx';
import type { Deed } from './deeds.ts';
import { RowButton } from './RowButton.tsx';
import classes from './RowMenu.module.css';

interface RowMenuProps {
  readonly row: UserRow;
  readonly opened: boolean;
  readonly at?: Point | undefined;
  /** Whether there is room for the words of an action. */
  readonly worded: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onDeed: (deed: Deed) => void;
}

/** The end of a row: the action that is due for this person, and three dots. */
export function RowMenu({ row, opened, at, worded, onChange, onDeed }: RowMenuProps) {
  return (
    <div className={classes.end}>
      <RowButton row={row} worded={worded} onDeed={onDeed} />
      <DotsMenu
        label={words.users.actions.menu(row.name || row.email)}
        opened={opened}
        at={at}
        onChange={onChange}
        width={244}
      >
        <DeedItems person={row} onDeed={onDeed} />
      </DotsMenu>
    </div>
  );
}
