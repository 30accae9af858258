import { Table } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { UserRow } from '#contract/users.ts';
import { go } from '../../app/location.ts';
import type { Point } from '../../components/DotsMenu.tsx';
import { useGradually } from '../../components/use-gradually.ts';
import { useRowMenu } from '../../components/use-row-menu.ts';
import { useSharedTip } from '../../components/use-shared-tip.tsx';
import { leastWidth } from './columns.ts';
import type { Deed } from './deeds.ts';
import { Head, type Order } from './Head.tsx';
import { Row } from './Row.tsx';
import { type RowDeed, rowKey } from './row-keys.ts';
import { SkeletonRows } from './SkeletonRows.tsx';
import { between, isSelected } from './selection.ts';
import classes from './UsersTable.module.css';
import type { Shown } from './use-columns.ts';
import type { Selected } from './use-selection.ts';

interface UsersTableProps {
  readonly label: string;
  /** Undefined while the first page is on its way. */
  readonly rows: readonly UserRow[] | undefined;
  readonly shown: Shown;
  readonly order: Order;
  readonly selected: Selected;
  readonly onOrder: (order: Order) => void;
  readonly onDeed: (deed: Deed, row: UserRow) => void;
}

const nobodyYet: readonly UserRow[] = [];
/** Up to this many boxes can be ticked at once without delay. */
const atOnce = 10;

/**
 * The list itself. One row at a time is in the tab order; arrows move, Space selects, letters act on the row. Only the
 * rows of one page exist, however many people the organization has.
 */
export function UsersTable({ label, rows, shown, order, selected, onOrder, onDeed }: UsersTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const anchor = useRef(0);
  const drawn = useGradually(rows);
  const { heard, tip } = useSharedTip();
  const people = drawn ?? nobodyYet;
  const ids = (rows ?? nobodyYet).map((row) => row.membershipId);
  const reachable = Math.min(current, Math.max(0, people.length - 1));
  const { selection, select } = selected;
  // many boxes are ticked in the background, behind what the person does next; a few right away
  const later = useDeferredValue(selection);
  const changed = ids.filter((id) => isSelected(selection, id) !== isSelected(later, id));
  const ticked = changed.length > atOnce ? later : selection;
  const ticks = ids.filter((id) => isSelected(selection, id)).length;

  const focusRow = (index: number) => body.current?.rows[index]?.focus();
  const menu = useRowMenu(focusRow);
  const openMenu = useCallbackRef((row: UserRow, index: number, opened: boolean, at?: Point) =>
    menu.change(row.membershipId, index, opened, at),
  );
  const deed = useCallbackRef(onDeed);
  const selectRow = useCallbackRef((index: number, on: boolean, range: boolean) => {
    select(between(ids, range ? anchor.current : index, index), on);
    anchor.current = index;
  });

  const perform = (meant: RowDeed, row: UserRow) => {
    switch (meant.kind) {
      case 'move':
        return focusRow(meant.to);
      case 'extend':
        select(between(ids, reachable, meant.to), true);
        anchor.current = meant.to;
        return focusRow(meant.to);
      case 'select':
        return selectRow(reachable, !isSelected(selection, row.membershipId), false);
      case 'selectPage':
        return select(ids, true);
      case 'deselect':
        return selected.clear();
      case 'open':
        return go(`/users/${row.membershipId}`);
      case 'roles':
        return go(`/users/${row.membershipId}?card=access`);
      case 'menu':
        return menu.openByKey(row.membershipId, reachable);
      case 'deed':
        return onDeed(meant.deed, row);
      default:
        return assertNever(meant);
    }
  };

  const pressed = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    // what happens in the menu bubbles up here through React, but not in the document
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const row = people[reachable];
    const meant = rowKey(event, reachable, people.length, event.target instanceof HTMLTableRowElement);
    if (!meant || !row) return;
    event.preventDefault();
    perform(meant, row);
  };

  return (
    <div className={classes.scroll}>
      <Table
        layout="fixed"
        stickyHeader
        className={classes.table}
        style={{ minWidth: leastWidth(shown.columns, shown.end) }}
        aria-label={label}
        aria-busy={!rows}
      >
        <Head
          shown={shown}
          order={order}
          onOrder={onOrder}
          ticked={ticks === 0 ? 'none' : ticks === ids.length ? 'all' : 'some'}
          onTick={(on) => select(ids, on)}
          waiting={!rows}
        />
        {drawn ? (
          <Table.Tbody ref={body} onKeyDown={pressed} {...heard}>
            {drawn.map((row, index) => (
              <Row
                key={row.membershipId}
                row={row}
                index={index}
                shown={shown}
                inTabOrder={index === reachable}
                selected={isSelected(ticked, row.membershipId)}
                menu={menu.isOpen(row.membershipId)}
                menuAt={menu.isOpen(row.membershipId) ? menu.at : undefined}
                onFocus={setCurrent}
                onSelect={selectRow}
                onMenu={openMenu}
                onDeed={deed}
              />
            ))}
          </Table.Tbody>
        ) : (
          <SkeletonRows columns={shown.columns} />
        )}
      </Table>
      {tip}
    </div>
  );
}
