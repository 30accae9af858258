import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef, type WheelEvent } from 'react';
import { words } from '../app/words.ts';
import classes from './CountTabs.module.css';

interface CountTab<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count: number | undefined;
  readonly icon?: ReactNode;
  /** A hairline separates it from the one before. */
  readonly divided?: boolean;
}

interface CountTabsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly tabs: readonly CountTab<V>[];
  readonly onChange: (value: V) => void;
  /** The id of the panel below. */
  readonly panel: string;
}

/** Lets an ordinary wheel, which only scrolls vertically, move the row of tabs. */
function sideways({ currentTarget, deltaY }: WheelEvent<HTMLElement>) {
  currentTarget.scrollLeft += deltaY;
}

/** Scrolls the row itself: `scrollIntoView` would also make Tab continue from here and skip everything before it. */
function reveal(row: HTMLElement | null) {
  const chosen = row?.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  if (!row || !chosen) return;
  const { left, right } = row.getBoundingClientRect();
  if (chosen.left < left) row.scrollLeft += chosen.left - left;
  else if (chosen.right > right) row.scrollLeft += chosen.right - right;
}

/** The views of a list with how many each holds. */
export function CountTabs<V extends string>({ label, value, tabs, onChange, panel }: CountTabsProps<V>) {
  const list = useRef<HTMLDivElement>(null);
  // keeps the chosen tab in sight, however many there are
  useEffect(() => {
    if (!value) return;
    // with the next frame, which computes the layout anyway
    const drawing = requestAnimationFrame(() => reveal(list.current));
    return () => cancelAnimationFrame(drawing);
  }, [value]);
  return (
    <Tabs value={value} onChange={(next) => next && onChange(next as V)} className={classes.tabs ?? ''}>
      <Tabs.List ref={list} aria-label={label} onWheel={sideways}>
        {tabs.map((tab) => (
          <Tabs.Tab
            key={tab.value}
            value={tab.value}
            className={classes.tab ?? ''}
            aria-controls={panel}
            leftSection={tab.icon}
            data-divided={tab.divided || undefined}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className={classes.count}> {words.format.number(tab.count)}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
