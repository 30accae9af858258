import { Table } from '@mantine/core';
import { type MouseEvent, memo } from 'react';
import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import type { Point } from '../../components/DotsMenu.tsx';
import { rowContextMenu } from '../../components/row-context-menu.ts';
import { Tick } from '../../components/Tick.tsx';
import { Cell, isTrouble } from './cells.tsx';
import { type ColumnKey, edges, type Tier } from './columns.ts';
import type { Deed } from './deeds.ts';
import { RowMenu } from './RowMenu.tsx';
import classes from './UsersTable.module.css';
import type { Shown } from './use-columns.ts';

interface RowProps {
  readonly row: UserRow;
  readonly index: number;
  readonly shown: Shown;
  readonly inTabOrder: boolean;
  readonly selected: boolean;
  /** Whether its menu is open. */
  readonly menu: boolean;
  readonly menuAt: Point | undefined;
  readonly onFocus: (index: number) => void;
  /** `range`: everything from the row selected last up to this one. */
  readonly onSelect: (index: number, selected: boolean, range: boolean) => void;
  /** `at`: where the row was right-clicked. */
  readonly onMenu: (row: UserRow, index: number, opened: boolean, at?: Point) => void;
  readonly onDeed: (deed: Deed, row: UserRow) => void;
}

/** In the medium tier, the server's words also fill the column of the inviter, who is named within. */
const swallows = (row: UserRow, tier: Tier, key: ColumnKey) => key === 'mail' && tier === 'medium' && isTrouble(row);
const columnsFor = (row: UserRow, { columns, tier }: Shown) =>
  columns.filter((column) => column.key !== 'invitedBy' || !swallows(row, tier, 'mail'));

/** One person. Redrawn only when something about them has changed. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index, shown, inTabOrder, selected, menu, menuAt, onFocus, onSelect, onMenu, onDeed } = props;
  const { tier, emailAlone, tagged, periodFolds, sentFolds } = shown;
  return (
    <Table.Tr
      className={classes.row}
      tabIndex={inTabOrder ? 0 : -1}
      onFocus={() => onFocus(index)}
      onContextMenu={rowContextMenu((at) => onMenu(row, index, true, at))}
      data-menu={menu || undefined}
      data-selected={selected || undefined}
    >
      <Table.Td className={classes.tick}>
        <Tick
          aria-label={words.views.select(row.name || row.email)}
          tabIndex={-1}
          checked={selected}
          onChange={() => {}}
          // a click event says whether Shift is held; a change event does not
          onClick={(event: MouseEvent) => onSelect(index, !selected, event.shiftKey)}
        />
      </Table.Td>
      {columnsFor(row, shown).map((column) => (
        <Table.Td
          key={column.key}
          className={column.right ? 'gh-number' : ''}
          colSpan={swallows(row, tier, column.key) ? 2 : 1}
        >
          <Cell
            column={column.key}
            row={row}
            tier={tier}
            emailAlone={emailAlone}
            tagged={tagged}
            periodFolds={periodFolds}
            sentFolds={sentFolds}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <RowMenu
          row={row}
          opened={menu}
          at={menuAt}
          worded={shown.end === edges.wideDots}
          onChange={(opened) => onMenu(row, index, opened)}
          onDeed={(deed) => onDeed(deed, row)}
        />
      </Table.Td>
    </Table.Tr>
  );
});
