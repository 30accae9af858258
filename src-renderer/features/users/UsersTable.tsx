import { Table } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { Cell, isTrouble } from './cells.tsx';
import { type ColumnKey, columnsOf, type Tier, useTier } from './columns.ts';
import type { Deed } from './deeds.ts';
import { RowMenu } from './RowMenu.tsx';
import { rowKey } from './row-keys.ts';
import { SkeletonRows } from './SkeletonRows.tsx';
import classes from './UsersTable.module.css';

interface UsersTableProps {
  /** Undefined while the first page is on its way. */
  readonly rows: readonly UserRow[] | undefined;
  readonly onDeed: (deed: Deed, row: UserRow) => void;
}

function Head({ tier }: { readonly tier: Tier }) {
  return (
    <>
      <colgroup>
        {columnsOf[tier].map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : {}} />
        ))}
        <col style={{ width: 52 }} />
      </colgroup>
      <Table.Thead>
        <Table.Tr>
          {columnsOf[tier].map((column) => (
            <Table.Th key={column.key} scope="col" className={column.right ? 'gh-number' : ''}>
              {column.label}
            </Table.Th>
          ))}
          <Table.Th scope="col">
            <span className="gh-hidden">{words.users.columns.actions}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
    </>
  );
}

/** In the medium tier, the server's words take in the column of the inviter, who is named inside. */
const swallows = (row: UserRow, tier: Tier, key: ColumnKey) => key === 'mail' && tier === 'medium' && isTrouble(row);
const columnsFor = (row: UserRow, tier: Tier) =>
  columnsOf[tier].filter((column) => column.key !== 'invitedBy' || !swallows(row, tier, 'mail'));

/** The list itself. One row at a time is in the tab order; arrows move on, letters do a deed to it. */
export function UsersTable({ rows, onDeed }: UsersTableProps) {
  const tier = useTier();
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const [menuOf, setMenuOf] = useState<number | null>(null);
  const reachable = Math.min(current, Math.max(0, (rows?.length ?? 0) - 1));

  const focusRow = (index: number) => {
    const element = body.current?.rows[index];
    element?.focus();
  };

  const pressed = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    // what happens in the menu bubbles up here through React, but not in the document
    if (!rows || !(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const row = rows[reachable];
    const deed = rowKey(event, reachable, rows.length, event.target instanceof HTMLTableRowElement);
    if (!deed || !row) return;
    event.preventDefault();
    if (deed.kind === 'move') focusRow(deed.to);
    else if (deed.kind === 'menu') setMenuOf(row.membershipId);
    else onDeed(deed.deed, row);
  };

  return (
    <div className={classes.scroll}>
      <Table layout="fixed" stickyHeader className={classes.table} aria-label={words.users.table} aria-busy={!rows}>
        <Head tier={tier} />
        {rows ? (
          <Table.Tbody ref={body} onKeyDown={pressed}>
            {rows.map((row, index) => (
              <Table.Tr
                key={row.membershipId}
                className={classes.row}
                tabIndex={index === reachable ? 0 : -1}
                onFocus={() => setCurrent(index)}
                data-status={row.status}
                data-menu={menuOf === row.membershipId || undefined}
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
                    opened={menuOf === row.membershipId}
                    onChange={(opened) => {
                      setMenuOf(opened ? row.membershipId : null);
                      if (!opened) focusRow(index);
                    }}
                    onDeed={(deed) => onDeed(deed, row)}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        ) : (
          <SkeletonRows tier={tier} />
        )}
      </Table>
    </div>
  );
}
