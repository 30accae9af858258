import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { guestStates, memberKinds, userStatuses } from '#contract/vocabulary/user-filter.ts';
import { words } from '../../app/words.ts';
import { FilterButton } from './FilterButton.tsx';
import { isFiltered, type ListState, withoutFilters } from './list-state.ts';
import type { FilterKey, PageScope } from './scopes.ts';
import classes from './Toolbar.module.css';
import { fieldOf } from './use-options.ts';

interface FiltersProps {
  readonly scope: PageScope;
  readonly state: ListState;
  readonly onShow: (state: ListState) => void;
  /** How many filters are shown side by side; the others are behind *More* until they are set. */
  readonly room: number;
}

const valuesOf = (state: ListState, key: FilterKey): readonly string[] => state[fieldOf(key)].map(String);

/** The state with one filter set. Filtering by status chooses among all, so it leaves the tab of a status. */
export function withFilter(state: ListState, key: FilterKey, value: readonly string[]): ListState {
  if (key === 'status') return { ...state, tab: 'all', statuses: userStatuses.filter((s) => value.includes(s)) };
  if (key === 'kind') return { ...state, kinds: memberKinds.filter((k) => value.includes(k)) };
  if (key === 'guest') return { ...state, guests: guestStates.filter((g) => value.includes(g)) };
  return { ...state, [fieldOf(key)]: value.map(Number) };
}

/** Focuses a filter's button, or *More* if it has gone back there, unless a click moved the focus elsewhere. */
function takeFocus(section: HTMLElement | null, key: FilterKey) {
  const now = document.activeElement;
  if (now && now !== document.body && !now.closest('[role="dialog"]')) return;
  section?.querySelector<HTMLElement>(`[data-filter="${key}"], [data-more]`)?.focus();
}

/** The filters of a list, and a button to clear them all. */
export function Filters({ scope, state, onShow, room }: FiltersProps) {
  const [opened, setOpened] = useState<FilterKey | null>(null);
  const next = useRef<FilterKey | null>(null);
  const section = useRef<HTMLElement>(null);
  const close = (key: FilterKey) => {
    setOpened(null);
    // a popover opened from *More* was open when mounted, and does not return the focus
    setTimeout(() => takeFocus(section.current, key));
  };
  const say = words.views.filters;
  const isOut = (key: FilterKey, place: number) => place < room || valuesOf(state, key).length > 0 || key === opened;
  const out = scope.filters.filter(isOut);
  const behind = scope.filters.filter((key) => !out.includes(key));
  return (
    <section ref={section} className={classes.filters} aria-label={say.label}>
      {out.map((key) => (
        <FilterButton
          key={key}
          filter={key}
          value={valuesOf(state, key)}
          onChange={(value) => onShow(withFilter(state, key, value))}
          opened={opened === key}
          onOpened={(open) => (open ? setOpened(key) : close(key))}
        />
      ))}
      {behind.length > 0 ? (
        <Menu
          position="bottom-start"
          width={160}
          returnFocus={false}
          // two popovers at once would take each other's focus
          onExitTransitionEnd={() => {
            setOpened(next.current);
            next.current = null;
          }}
        >
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              className={classes.filter}
              data-more
              aria-label={say.moreLabel}
              rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
            >
              {say.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {behind.map((key) => (
              <Menu.Item
                key={key}
                onClick={() => {
                  next.current = key;
                }}
              >
                {say[key]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {isFiltered(state) ? (
        <Button variant="subtle" size="xs" className={classes.clear} onClick={() => onShow(withoutFilters(state))}>
          {say.clear}
        </Button>
      ) : null}
    </section>
  );
}
