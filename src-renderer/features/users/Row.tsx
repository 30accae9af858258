import { Table } from '@mantine/core';
import { memo } from 'react';
import type { UserRow } from '#contract/users.ts';
import { Cell, isTrouble } from './cells.tsx';
import { type ColumnKey, columnsOf, type Tier } from './columns.ts';
import type { Deed } from './deeds.ts';
import { RowMenu } from './RowMenu.tsx';
import classes from './UsersTable.module.css';

interface RowProps {
  readonly row: UserRow;
  readonly index: number;
  readonly tier: Tier;
  readonly inTabOrder: boolean;
  /** Its menu is open. */
  readonly menu: boolean;
  readonly onFocus: (index: number) => void;
  readonly onMenu: (row: UserRow, index: number, opened: boolean) => void;
  readonly onDeed: (deed: Deed, row: UserRow) => void;
}

/** In the medium tier, the server's words take in the column of the inviter, who is named inside. */
const swallows = (row: UserRow, tier: Tier, key: ColumnKey) => key === 'mail' && tier === 'medium' && isTrouble(row);
const columnsFor = (row: UserRow, tier: Tier) =>
  columnsOf[tier].filter((column) => column.key !== 'invitedBy' || !swallows(row, tier, 'mail'));

/** One person. Drawn anew only when something about it changed. */
export const Row = memo(function Row({ row, index, tier, inTabOrder, menu, onFocus, onMenu, onDeed }: RowProps) {
  return (
    <Table.Tr
      className={classes.row}
      tabIndex={inTabOrder ? 0 : -1}
      onFocus={() => onFocus(index)}
      data-menu={menu || undefined}
    >
      {columnsFor(row, tier).map((column) => (
        <Table.Td
          key={column.key}
          className={column.right ? 'gh-number' : ''}
          colSpan={swallows(row, tier, column.key) ? 2 : 1}
        >
          <Cell column={column.key} row={row} tier={tier} />
        </Table.Td>
      ))}
      <Table.Td>
        <RowMenu
          row={row}
          opened={menu}
          onChange={(opened) => onMenu(row, index, opened)}
          onDeed={(deed) => onDeed(deed, row)}
        />
      </Table.Td>
    </Table.Tr>
  );
});
