import { Table } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { columnsOf, type Tier, useTier } from './columns.ts';
import type { Deed } from './deeds.ts';
import { Row } from './Row.tsx';
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

/** The list itself. One row at a time is in the tab order; arrows move on, letters do a deed to it. */
export function UsersTable({ rows, onDeed }: UsersTableProps) {
  const tier = useTier();
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const [menuOf, setMenuOf] = useState<number | null>(null);
  const reachable = Math.min(current, Math.max(0, (rows?.length ?? 0) - 1));

  const focusRow = (index: number) => body.current?.rows[index]?.focus();
  const openMenu = useCallbackRef((row: UserRow, index: number, opened: boolean) => {
    setMenuOf(opened ? row.membershipId : null);
    if (!opened) focusRow(index);
  });
  const deed = useCallbackRef(onDeed);

  const pressed = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    // what happens in the menu bubbles up here through React, but not in the document
    if (!rows || !(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const row = rows[reachable];
    const meant = rowKey(event, reachable, rows.length, event.target instanceof HTMLTableRowElement);
    if (!meant || !row) return;
    event.preventDefault();
    if (meant.kind === 'move') focusRow(meant.to);
    // a menu that appears within the key press takes the rest of it for a click beside it, and closes
    else if (meant.kind === 'menu') setTimeout(() => setMenuOf(row.membershipId));
    else onDeed(meant.deed, row);
  };

  return (
    <div className={classes.scroll}>
      <Table layout="fixed" stickyHeader className={classes.table} aria-label={words.users.table} aria-busy={!rows}>
        <Head tier={tier} />
        {rows ? (
          <Table.Tbody ref={body} onKeyDown={pressed}>
            {rows.map((row, index) => (
              <Row
                key={row.membershipId}
                row={row}
                index={index}
                tier={tier}
                inTabOrder={index === reachable}
                menu={menuOf === row.membershipId}
                onFocus={setCurrent}
                onMenu={openMenu}
                onDeed={deed}
              />
            ))}
          </Table.Tbody>
        ) : (
          <SkeletonRows tier={tier} />
        )}
      </Table>
    </div>
  );
}
