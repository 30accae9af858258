import '@mantine/charts/styles.css';
import { AreaChart, BarChart } from '@mantine/charts';
import { SegmentedControl } from '@mantine/core';
import { startTransition, useEffect, useState } from 'react';
import type { Slot } from '#contract/overview.ts';
import { type Span, spans } from '#contract/vocabulary/overview.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { ChartPanel } from './ChartPanel.tsx';
import { axes, guestLine, invitationBars } from './chart-look.ts';
import classes from './History.module.css';

const say = words.overview.charts;
const { number } = words.format;
const total = (slots: readonly Slot[], of: 'sent' | 'accepted') => slots.reduce((n, slot) => n + slot[of], 0);

/** Invitations sent and accepted, and guests with access, day by day or week by week. */
export function History() {
  const { place } = useSession();
  const [span, setSpan] = useState<Span>('days');
  const found = useQueryOf('overview.history', { organizationId: place.id, span }, { keepPrevious: true });
  if (found.error && !found.data)
    return <ErrorState title={say.unread} error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <section aria-labelledby="overview-history">
      <div className={classes.head}>
        <h2 id="overview-history" className={classes.heading}>
          {say.title}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={say.span}
          value={span}
          onChange={(value) => setSpan(value as Span)}
          data={spans.map((value) => ({ value, label: say.spans[value] }))}
        />
      </div>
      {found.data ? <Charts slots={found.data.slots} span={found.data.span} /> : <div className={classes.wait} />}
    </section>
  );
}

function Charts({ slots, span }: { readonly slots: readonly Slot[]; readonly span: Span }) {
  const { timeZone } = useSession().place;
  const last = say.last[span];
  const { invitations, guests } = say;
  const short = (at: number) => words.format.date(at, timeZone, { day: 'numeric', month: 'short' });
  const data = slots.map(({ from, ...counts }) => ({ ...counts, day: short(from) }));
  // one chart after the other, while the window is idle: each takes a while to draw
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn === 2) return;
    const waiting = requestIdleCallback(() => startTransition(() => setDrawn(drawn + 1)));
    return () => cancelIdleCallback(waiting);
  }, [drawn]);
  const most = Math.max(...slots.map((slot) => slot.guests));
  return (
    <div className={classes.charts}>
      <ChartPanel
        title={invitations.title}
        hint={invitations.hint[span]}
        summary={invitations.summary(last, total(slots, 'sent'), total(slots, 'accepted'))}
        none={total(slots, 'sent') + total(slots, 'accepted') === 0 ? invitations.none(last) : undefined}
        span={span}
        slots={slots}
        columns={[
          { label: invitations.sent, of: 'sent', swatch: 'outlined' },
          { label: invitations.accepted, of: 'accepted', swatch: 'filled' },
        ]}
      >
        {drawn > 0 ? (
          <BarChart
            {...axes}
            data={data}
            dataKey="day"
            valueFormatter={number}
            series={[
              { name: 'sent', label: invitations.sent, color: 'var(--gh-chart-soft)' },
              { name: 'accepted', label: invitations.accepted, color: 'var(--gh-info)' },
            ]}
            {...invitationBars}
          />
        ) : null}
      </ChartPanel>
      <ChartPanel
        title={guests.title}
        hint={guests.hint[span]}
        summary={guests.summary(last, slots[0]?.guests ?? 0, slots.at(-1)?.guests ?? 0, most)}
        none={most === 0 ? guests.none(last) : undefined}
        span={span}
        slots={slots}
        columns={[{ label: guests.guests, of: 'guests' }]}
      >
        {drawn > 1 ? (
          <AreaChart
            {...axes}
            data={data}
            dataKey="day"
            valueFormatter={number}
            series={[{ name: 'guests', label: guests.guests, color: 'var(--gh-info)' }]}
            {...guestLine}
          />
        ) : null}
      </ChartPanel>
    </div>
  );
}
