import { VisuallyHidden } from '@mantine/core';
import { IconChartHistogram, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Slot } from '#contract/overview.ts';
import type { Span } from '#contract/vocabulary/overview.ts';
import { words } from '../../app/words.ts';
import { IconButton } from '../../components/IconButton.tsx';
import classes from './History.module.css';
import { type Column, HistoryTable } from './HistoryTable.tsx';

const say = words.overview.charts;

interface ChartPanelProps {
  readonly title: string;
  /** What each point stands for. */
  readonly hint: string;
  /** The picture in one sentence. */
  readonly summary: string;
  /** What to say when there is nothing to draw. */
  readonly none: string | undefined;
  readonly span: Span;
  readonly slots: readonly Slot[];
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}

/** A chart, and the same numbers as a table: on demand for everybody, always for a screen reader. */
export function ChartPanel({ title, hint, summary, none, span, slots, columns, children }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const table = <HistoryTable title={title} span={span} slots={slots} columns={columns} />;
  const drawn = !asTable && none === undefined;
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <div className={classes.title}>
        <h3 id={id}>{title}</h3>
        <span className={classes.hint}>{hint}</span>
        {drawn && columns.length > 1 ? <Legend columns={columns} /> : null}
        <IconButton label={asTable ? say.showChart(title) : say.showTable(title)} onClick={() => setAsTable(!asTable)}>
          {asTable ? (
            <IconChartHistogram size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconTable size={16} stroke={1.6} aria-hidden />
          )}
        </IconButton>
      </div>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard
        <section className={classes.table} aria-label={summary} tabIndex={0}>
          {table}
        </section>
      ) : (
        <>
          {none === undefined ? (
            <div role="img" aria-label={summary} className={classes.chart}>
              {children}
            </div>
          ) : (
            <div className={classes.none}>{none}</div>
          )}
          <VisuallyHidden>{table}</VisuallyHidden>
        </>
      )}
    </section>
  );
}

const Legend = ({ columns }: { readonly columns: readonly Column[] }) => (
  <ul className={classes.legend} aria-hidden>
    {columns.map(({ of, label, swatch }) => (
      <li key={of}>
        <span className={classes.swatch} data-look={swatch} />
        {label}
      </li>
    ))}
  </ul>
);
