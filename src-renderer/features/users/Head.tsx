import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { UserSort } from '#contract/vocabulary/users.ts';
import { words } from '../../app/words.ts';
import { type Column, edges } from './columns.ts';
import classes from './UsersTable.module.css';
import type { Shown } from './use-columns.ts';

export interface Order {
  readonly sort: UserSort;
  readonly descending: boolean;
}

interface HeadProps {
  readonly shown: Shown;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  /** How much of the page is selected. */
  readonly ticked: 'all' | 'some' | 'none';
  readonly onTick: (selected: boolean) => void;
  /** Nobody can be selected yet. */
  readonly waiting: boolean;
}

const directions = { false: 'ascending', true: 'descending' } as const;

/** The head of a sortable column: a click sorts, another one reverses the order. */
function SortHead({ column, shown, order, onOrder }: Pick<HeadProps, 'shown' | 'order' | 'onOrder'> & ColumnOf) {
  const { sort } = column;
  if (!sort) return column.label;
  // addresses are below the names: without a column of their own, sorting by them is shown here
  const byEmail = sort === 'name' && order.sort === 'email' && !shown.emailAlone;
  const active = order.sort === sort || byEmail;
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={active || undefined}
      onClick={() => onOrder({ sort, descending: order.sort === sort && !order.descending })}
    >
      {byEmail ? words.views.nameByEmail : column.label}
      {active ? <Arrow size={14} stroke={1.6} aria-hidden /> : null}
    </UnstyledButton>
  );
}

interface ColumnOf {
  readonly column: Column;
}

const sortedBy = ({ sort }: Column, shown: Shown, order: Order) =>
  sort !== undefined && (sort === order.sort || (sort === 'name' && order.sort === 'email' && !shown.emailAlone));

/** Widths, titles and sort order of the columns, and the tick box for the whole page. */
export function Head({ shown, order, onOrder, ticked, onTick, waiting }: HeadProps) {
  const { columns } = shown;
  return (
    <>
      <colgroup>
        <col style={{ width: edges.tick }} />
        {columns.map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : {}} />
        ))}
        <col style={{ width: shown.end }} />
      </colgroup>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" className={classes.tick}>
            <Checkbox
              aria-label={words.views.selectPage}
              checked={ticked === 'all'}
              indeterminate={ticked === 'some'}
              disabled={waiting}
              onChange={() => onTick(ticked !== 'all')}
            />
          </Table.Th>
          {columns.map((column) => (
            <Table.Th
              key={column.key}
              scope="col"
              className={column.right ? 'gh-number' : ''}
              {...(column.sort
                ? { 'aria-sort': sortedBy(column, shown, order) ? directions[`${order.descending}`] : 'none' }
                : {})}
            >
              <SortHead column={column} shown={shown} order={order} onOrder={onOrder} />
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
