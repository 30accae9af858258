import { useCallback } from 'react';
import type { JudgedEntry } from '#contract/invitations.ts';
import { words } from '../../app/words.ts';
import { useVirtualList } from '../../components/use-virtual-list.ts';
import classes from './VerdictList.module.css';
import { type RowDeeds, VerdictRow } from './VerdictRow.tsx';

interface VerdictListProps<E extends JudgedEntry> {
  readonly entries: readonly E[];
  /** The name of the list, for screen readers. */
  readonly label?: string;
  readonly deeds: RowDeeds;
  /** What to say when there is nothing to list. */
  readonly quiet: string;
  readonly onChoose: (entry: E) => void;
}

/** What will happen, entry by entry. Only the rows in sight exist; arrows move, Enter goes to the line. */
export function VerdictList<E extends JudgedEntry>(props: VerdictListProps<E>) {
  const { entries, label = words.invitations.paste.list, deeds, quiet, onChoose } = props;
  const { active, setActive, idOf, drawn, height, list } = useVirtualList({
    count: entries.length,
    rows: 'line',
    overscan: 12,
    onChoose: (index) => chooseAt(index),
  });
  const chooseAt = useCallback(
    (position: number) => {
      const entry = entries[position];
      if (entry) onChoose(entry);
    },
    [entries, onChoose],
  );
  const choose = useCallback(
    (position: number) => {
      setActive(position);
      chooseAt(position);
    },
    [chooseAt, setActive],
  );
  const width = `${Math.max(24, String(entries.at(-1)?.line ?? 0).length * 7.5 + 6)}px`;
  return (
    <div className={classes.frame}>
      {entries.length === 0 ? <div className={classes.quiet}>{quiet}</div> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: ten thousand rows of which thirty exist are not a table */}
      <div className={classes.scroll} role="grid" aria-label={label} aria-rowcount={entries.length} {...list}>
        <div className={classes.all} style={{ height: height, '--line-width': width } as never}>
          {drawn.map(({ index, start, size }) => {
            const entry = entries[index];
            return entry ? (
              <VerdictRow
                key={index}
                id={idOf(index)}
                position={index}
                entry={entry}
                active={index === active}
                style={{ height: size, transform: `translateY(${start}px)` }}
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
