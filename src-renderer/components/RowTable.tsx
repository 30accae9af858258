import { Table } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { chordOf } from '../app/keys.ts';
import { menuKeys } from '../app/row-steps.ts';
import { words } from '../app/words.ts';
import { DotsMenu } from './DotsMenu.tsx';
import { Later } from './Later.tsx';
import { onControl } from './on-control.ts';
import classes from './RowTable.module.css';
import { rowContextMenu } from './row-context-menu.ts';
import { useGradually } from './use-gradually.ts';
import { useRowMenu } from './use-row-menu.ts';

export interface RowColumn<R> {
  readonly key: string;
  readonly label: string;
  readonly width?: number | string;
  /** Aligned right: for numbers and times. */
  readonly right?: boolean;
  readonly cell: (row: R) => ReactNode;
}

interface RowTableProps<R> {
  readonly label: string;
  readonly columns: readonly RowColumn<R>[];
  /** Undefined while the first page is on its way. */
  readonly rows: readonly R[] | undefined;
  readonly idOf: (row: R) => number;
  /** Enter, or a click on the row. */
  readonly onOpen: (row: R) => void;
  readonly menu: { readonly label: (row: R) => string; readonly items: (row: R) => ReactNode };
  /** Keys that act on the focused row. */
  readonly keys?: Readonly<Record<string, (row: R) => void>>;
  /** Rows of one line are 38 high, of two lines 44. */
  readonly compact?: boolean;
  readonly minWidth?: number;
}

const bones = [148, 112, 170, 134, 96, 156];

/** A list whose rows open. One row at a time is in the tab order; arrows move, Enter opens, the full stop shows the menu. */
export function RowTable<R>(props: RowTableProps<R>) {
  const { label, columns, rows, idOf, onOpen, menu, keys = {}, compact = false, minWidth = 480 } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const drawn = useGradually(rows);
  const reachable = Math.min(current, Math.max(0, (drawn?.length ?? 0) - 1));
  const focusRow = (index: number) => body.current?.rows[index]?.focus();
  const rowMenu = useRowMenu(focusRow);

  const pressed = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    // what happens in the menu bubbles up here through React, but not in the document
    if (!drawn || !(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const row = drawn[reachable];
    const chord = chordOf(event) ?? '';
    const last = drawn.length - 1;
    const to = { ArrowDown: Math.min(reachable + 1, last), ArrowUp: Math.max(reachable - 1, 0), Home: 0, End: last }[
      chord
    ];
    if (to !== undefined) {
      event.preventDefault();
      focusRow(to);
    } else if (row && event.target instanceof HTMLTableRowElement) {
      const showMenu = menuKeys.includes(chord) ? () => rowMenu.openByKey(idOf(row), reachable) : undefined;
      const run = chord === 'Enter' ? () => onOpen(row) : (showMenu ?? (keys[chord] && (() => keys[chord]?.(row))));
      if (!run) return;
      event.preventDefault();
      run();
    }
  };

  return (
    <Table
      layout="fixed"
      stickyHeader
      className={classes.table}
      data-compact={compact || undefined}
      style={{ minWidth }}
      aria-label={label}
      aria-busy={!drawn}
    >
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : {}} />
        ))}
        <col style={{ width: 52 }} />
      </colgroup>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.key} scope="col" className={column.right ? 'gh-number' : ''}>
              {column.label}
            </Table.Th>
          ))}
          <Table.Th scope="col">
            <span className="gh-hidden">{words.users.columns.actions}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      {drawn ? (
        <Table.Tbody ref={body} onKeyDown={pressed}>
          {drawn.map((row, index) => (
            <Table.Tr
              key={idOf(row)}
              className={`${classes.row} ${classes.opens}`}
              tabIndex={index === reachable ? 0 : -1}
              data-menu={rowMenu.isOpen(idOf(row)) || undefined}
              onFocus={() => setCurrent(index)}
              onContextMenu={rowContextMenu((at) => rowMenu.change(idOf(row), index, true, at))}
              onClick={(event) => {
                if (!onControl(event)) onOpen(row);
              }}
            >
              {columns.map((column) => (
                <Table.Td key={column.key} className={column.right ? 'gh-number' : ''}>
                  {column.cell(row)}
                </Table.Td>
              ))}
              <Table.Td>
                <DotsMenu
                  label={menu.label(row)}
                  opened={rowMenu.isOpen(idOf(row))}
                  at={rowMenu.at}
                  onChange={(opened) => rowMenu.change(idOf(row), index, opened)}
                >
                  {menu.items(row)}
                </DotsMenu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      ) : (
        <Table.Tbody aria-label={words.common.loading}>
          <Later>
            {bones.map((width) => (
              <Table.Tr key={width}>
                {columns.map((column) => (
                  <Table.Td key={column.key} className={column.right ? 'gh-number' : ''}>
                    <span className={classes.bone} style={{ width: column.right ? 28 : width }} />
                  </Table.Td>
                ))}
                <Table.Td />
              </Table.Tr>
            ))}
          </Later>
        </Table.Tbody>
      )}
    </Table>
  );
}
