import { words } from '../../app/words.ts';
import { useVirtualList } from '../../components/use-virtual-list.ts';
import verdicts from '../invitations/VerdictList.module.css';
import classes from './CompareList.module.css';
import type { ComparedRow } from './compare-file.ts';

const say = words.compare;
interface CompareListProps {
  readonly rows: readonly ComparedRow[];
  readonly label: string;
  /** What to say when there is nobody. */
  readonly quiet: string;
}

/** People under one tab. Only the rows in sight exist; arrows move. */
export function CompareList({ rows, label, quiet }: CompareListProps) {
  const { active, setActive, idOf, drawn, height, list } = useVirtualList({
    count: rows.length,
    rows: 'line',
    overscan: 12,
    onChoose: () => {},
  });
  return (
    <div className={verdicts.frame}>
      {rows.length === 0 ? <div className={verdicts.quiet}>{quiet}</div> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: ten thousand rows of which thirty exist are not a table */}
      <div className={verdicts.scroll} role="grid" aria-label={label} aria-rowcount={rows.length} {...list}>
        <div className={verdicts.all} style={{ height }}>
          {drawn.map(({ index, start, size }) => {
            const row = rows[index];
            return row ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around the rows has the keyboard
              // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
              // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
              <div
                key={index}
                id={idOf(index)}
                role="row"
                aria-rowindex={index + 1}
                aria-selected={index === active}
                className={classes.row}
                data-active={index === active || undefined}
                data-tone={row.reason === undefined ? undefined : 'bad'}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={() => setActive(index)}
              >
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
                <span role="gridcell" className="gh-ellipsis">
                  {row.name ? <span className={verdicts.name}>{row.name}</span> : null}
                  <span className={verdicts.email}>{row.email || say.emptyCell}</span>
                </span>
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
                <span role="gridcell" className={classes.note}>
                  {[row.reason, row.line === undefined ? undefined : say.row(row.line)].filter(Boolean).join(' · ')}
                </span>
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
