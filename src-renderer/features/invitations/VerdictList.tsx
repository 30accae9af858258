import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { PreviewEntry } from '#contract/invitations.ts';
import { words } from '../../app/words.ts';
import classes from './VerdictList.module.css';
import { type RowDeeds, VerdictRow } from './VerdictRow.tsx';

const rowHeight = 30;

interface VerdictListProps {
  readonly entries: readonly PreviewEntry[];
  readonly deeds: RowDeeds;
  /** What to say when there is nothing to list. */
  readonly quiet: string;
  readonly onChoose: (entry: PreviewEntry) => void;
}

/** What will happen, entry by entry. Only the rows in sight exist; arrows walk, Enter goes to the line. */
export function VerdictList({ entries, deeds, quiet, onChoose }: VerdictListProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const id = useId();
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const last = entries.length - 1;
  useEffect(() => setActive((now) => Math.max(0, Math.min(now, last))), [last]);

  const choose = useCallback(
    (entry: PreviewEntry, position: number) => {
      setActive(position);
      onChoose(entry);
    },
    [onChoose],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroll.current || event.ctrlKey || event.metaKey) return;
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
    const entry = entries[active];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(step, last));
      setActive(next);
      rows.scrollToIndex(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && entry) choose(entry, active);
    else return;
    event.preventDefault();
  };
  const drawn = rows.getVirtualItems();
  const width = `${Math.max(24, String(entries.at(-1)?.line ?? 0).length * 7.5 + 6)}px`;
  return (
    <div className={classes.frame}>
      {entries.length === 0 ? <div className={classes.quiet}>{quiet}</div> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: ten thousand rows of which thirty exist are no table */}
      <div
        ref={scroll}
        className={classes.scroll}
        role="grid"
        tabIndex={0}
        aria-label={words.invitations.paste.list}
        aria-rowcount={entries.length}
        aria-activedescendant={drawn.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
        hidden={entries.length === 0}
      >
        <div className={classes.all} style={{ height: rows.getTotalSize(), '--line-width': width } as never}>
          {drawn.map(({ index, start }) => {
            const entry = entries[index];
            return entry ? (
              <VerdictRow
                key={index}
                id={`${id}-${index}`}
                position={index}
                entry={entry}
                active={index === active}
                style={{ transform: `translateY(${start}px)` }}
                deeds={deeds}
                onChoose={choose}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
