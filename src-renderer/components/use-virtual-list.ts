import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ListRow } from '../app/density.ts';
import { useRowHeight } from './use-row-height.ts';

interface VirtualListOptions {
  readonly count: number;
  /** What is in a row: with the density, this decides its height. */
  readonly rows: ListRow;
  /** Rows drawn beyond each edge. */
  readonly overscan: number;
  /** Enter or Space on the row at `index`. */
  readonly onChoose: (index: number) => void;
}

/**
 * A list of which only the rows in sight exist, each as high as its `size`. The list itself holds the focus and names the
 * active row, so rows get their id from `idOf`; arrows, Page, Home and End move it.
 */
export function useVirtualList({ count, rows: kind, overscan, onChoose }: VirtualListOptions) {
  const scroll = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(kind);
  const [active, setActive] = useState(0);
  const id = useId();
  const idOf = (index: number) => `${id}-${index}`;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const last = count - 1;
  useEffect(() => setActive((now) => Math.max(0, Math.min(now, last))), [last]);

  const onKeyDown = (event: KeyboardEvent) => {
    // controls in a row handle their own keys
    if (event.target !== scroll.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: last,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(step, last));
      setActive(next);
      rows.scrollToIndex(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && active <= last) onChoose(active);
    else return;
    event.preventDefault();
  };
  const drawn = rows.getVirtualItems();
  return {
    active,
    setActive,
    idOf,
    drawn,
    height: rows.getTotalSize(),
    focus: () => scroll.current?.focus(),
    /** For the element that scrolls. */
    list: {
      ref: scroll,
      tabIndex: 0,
      'aria-activedescendant': drawn.some(({ index }) => index === active) ? idOf(active) : undefined,
      onKeyDown,
      hidden: count === 0,
    },
  };
}
