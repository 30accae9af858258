import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { words } from '../../app/words.ts';
import { FilterBox } from '../../components/FilterBox.tsx';
import { FilterChoice } from '../users/FilterChoice.tsx';
import classes from '../users/Toolbar.module.css';
import { kindGroupNames, type OutboxList } from './outbox-list.ts';

const say = words.outbox.page;
const { filters } = words.views;
const options = kindGroupNames.map((value) => ({ value, label: say.kindGroups[value] }));

interface ToolbarProps {
  readonly list: OutboxList;
  readonly onChange: (patch: Partial<OutboxList>) => void;
  /** The bar of the selection, which takes the toolbar's place at equal height. */
  readonly selection: ReactNode;
  readonly found: string;
}

/** Search by recipient and kind; or what to do with the messages that are selected. */
export function Toolbar({ list, onChange, selection, found }: ToolbarProps) {
  const [opened, setOpened] = useState(false);
  const { kinds } = list;
  const [only] = kinds;
  const text =
    only === undefined
      ? say.kindFilter
      : kinds.length === 1
        ? filters.one(say.kindFilter, say.kindGroups[only])
        : filters.several(say.kindFilter, kinds.length);
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
          <Popover
            opened={opened}
            onChange={setOpened}
            position="bottom-start"
            width={220}
            trapFocus
            returnFocus
            shadow="md"
          >
            <Popover.Target>
              <Button
                variant="default"
                size="xs"
                className={classes.filter}
                data-set={kinds.length > 0 || undefined}
                rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
                aria-expanded={opened}
                onClick={() => setOpened(!opened)}
              >
                {text}
              </Button>
            </Popover.Target>
            <Popover.Dropdown p={0} aria-label={say.kindFilter}>
              <FilterChoice
                what={say.kindFilter}
                options={options}
                value={kinds}
                onChange={(value) => onChange({ kinds: kindGroupNames.filter((kind) => value.includes(kind)) })}
              />
            </Popover.Dropdown>
          </Popover>
        </section>
      </div>
      {selection}
      <span className="gh-hidden" role="status">
        {found}
      </span>
    </div>
  );
}
