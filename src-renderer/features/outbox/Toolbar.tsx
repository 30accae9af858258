import type { ReactNode } from 'react';
import { words } from '../../app/words.ts';
import { FilterBox } from '../../components/FilterBox.tsx';
import { ChoiceFilter } from '../users/FilterPopover.tsx';
import classes from '../users/Toolbar.module.css';
import { kindGroupNames, type OutboxList } from './outbox-list.ts';

const say = words.outbox.page;
const { filters } = words.views;
const options = kindGroupNames.map((value) => ({ value, label: say.kindGroups[value] }));

interface ToolbarProps {
  readonly list: OutboxList;
  readonly onChange: (patch: Partial<OutboxList>) => void;
  /** The selection bar, which replaces the toolbar at the same height. */
  readonly selection: ReactNode;
  readonly found: string;
}

/** Search by recipient, and kind; or what to do with the selected messages. */
export function Toolbar({ list, onChange, selection, found }: ToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <div style={{ display: 'contents', visibility: selection ? 'hidden' : 'visible' }}>
        <div className={classes.search}>
          <FilterBox
            label={say.search.label}
            placeholder={say.search.placeholder}
            clearLabel={say.search.clear}
            value={list.search}
            onChange={(search) => onChange({ search })}
            delay={200}
            wide
          />
        </div>
        <section className={classes.filters} aria-label={filters.label}>
          <ChoiceFilter
            what={say.kindFilter}
            options={options}
            value={list.kinds}
            onChange={(value) => onChange({ kinds: kindGroupNames.filter((kind) => value.includes(kind)) })}
            width={220}
          />
        </section>
      </div>
      {selection}
      <span className="gh-hidden" role="status">
        {found}
      </span>
    </div>
  );
}
