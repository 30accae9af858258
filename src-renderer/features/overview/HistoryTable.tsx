import type { Slot } from '#contract/overview.ts';
import type { Span } from '#contract/vocabulary/overview.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';

export interface Column {
  readonly label: string;
  readonly of: 'sent' | 'accepted' | 'guests';
  /** The look of its bars in the chart. */
  readonly swatch?: 'outlined' | 'filled';
}

interface HistoryTableProps {
  readonly title: string;
  readonly span: Span;
  readonly slots: readonly Slot[];
  readonly columns: readonly Column[];
}

const written: Readonly<Record<Span, Intl.DateTimeFormatOptions>> = {
  days: { weekday: 'short', day: 'numeric', month: 'long' },
  weeks: { day: 'numeric', month: 'long', year: 'numeric' },
};

/** The numbers of a chart, the newest first. */
export function HistoryTable({ title, span, slots, columns }: HistoryTableProps) {
  const { timeZone } = useSession().place;
  const say = words.overview.charts;
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say.columns[span]}</th>
          {columns.map(({ of, label }) => (
            <th key={of} scope="col" className="gh-number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slots.toReversed().map((slot) => (
          <tr key={slot.from}>
            <th scope="row">{words.format.date(slot.from, timeZone, written[span])}</th>
            {columns.map(({ of }) => (
              <td key={of} className="gh-number">
                {words.format.number(slot[of])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
