import type { ReactNode } from 'react';
import { words } from '../../app/words.ts';
import { FilterBox } from '../../components/FilterBox.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { useTier } from './columns.ts';
import { Filters } from './Filters.tsx';
import { isFiltered, type ListState } from './list-state.ts';
import { SortMenu } from './SortMenu.tsx';
import type { PageScope } from './scopes.ts';
import classes from './Toolbar.module.css';
import type { useColumns } from './use-columns.ts';
import type { List } from './use-list.ts';

const say = words.users.search;

interface ToolbarProps {
  readonly scope: PageScope;
  readonly list: List;
  readonly columns: ReturnType<typeof useColumns>;
  /** The selection bar, which replaces the toolbar at the same height. */
  readonly selection: ReactNode;
  readonly found: string;
}

/** Search, filters, order and columns of a list; or what to do with the selected people. */
export function Toolbar({ scope, list, columns, selection, found }: ToolbarProps) {
  const { state, change, show } = list;
  const tier = useTier();
  // filters that are set take more room, and so does the button to clear them
  const all = scope.filters.length;
  const set = isFiltered(state);
  const room = tier === 'wide' ? all : tier === 'narrow' ? (set ? 2 : 3) : set ? 4 : all > 7 ? 6 : all;
  return (
    <div className={classes.toolbar}>
      <div style={{ display: 'contents', visibility: selection ? 'hidden' : 'visible' }}>
        <div className={classes.search}>
          <FilterBox
            label={say.label}
            placeholder={say.placeholder}
            clearLabel={say.clear}
            value={state.search}
            onChange={(search) => change({ search })}
            delay={200}
            wide
          />
        </div>
        <Filters scope={scope} state={state} onShow={(next: ListState) => show(next)} room={room} />
        <div className={classes.right}>
          <SortMenu order={state} onOrder={change} />
          <ColumnsMenu columns={columns} />
        </div>
      </div>
      {selection}
      <span className="gh-hidden" role="status">
        {found}
      </span>
    </div>
  );
}
