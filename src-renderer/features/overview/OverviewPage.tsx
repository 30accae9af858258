import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { useNow } from '../../app/now.ts';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import fields from '../../components/Fields.module.css';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { takenOf } from '../../components/SeatMeter.tsx';
import type { Attention } from './attention.ts';
import classes from './OverviewPage.module.css';
import { useAttention } from './use-attention.ts';

// charts weigh more than the rest of the page, which is shown first
const History = lazy(() => import('./History.tsx').then((m) => ({ default: m.History })));

const say = words.overview;
const { figures } = say;

interface Figure {
  readonly label: string;
  readonly value: number | undefined;
  readonly note: string;
  readonly href: string;
}

/** A few numbers that sum up the organization; each links to what it counts. */
function Figures({ list }: { readonly list: readonly Figure[] }) {
  return (
    <ul className={classes.figures} aria-label={figures.label}>
      {list.map(({ label, value, note, href }) => (
        <li key={label}>
          <Link href={href} className={classes.figure}>
            <span className={classes.label}>{label}</span>
            <span className={classes.value}>
              {value === undefined ? words.common.none : words.format.number(value)}
            </span>
            <span className={classes.note}>{note}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const Item = ({ item }: { readonly item: Attention }) => (
  <li className={classes.item}>
    <item.icon size={18} stroke={1.6} aria-hidden className={`gh-${item.ink}`} />
    <div className={classes.what}>
      <div className={classes.title}>{item.title}</div>
      {item.text ? <div className={classes.text}>{item.text}</div> : null}
    </div>
    <Button
      component={Link}
      href={item.action.href}
      variant="default"
      size="xs"
      aria-label={`${item.action.label}: ${item.title}`}
    >
      {item.action.label}
    </Button>
  </li>
);

/** How things are, and what needs attention now. */
export function OverviewPage() {
  const { place } = useSession();
  const organizationId = place.id;
  const counts = useQueryOf('users.counts', { organizationId });
  const invited = useQueryOf('users.counts', { organizationId, kinds: [...memberKinds], invited: true }).data;
  const seats = useQueryOf('organizations.seats', { organizationId }).data;
  const outbox = useOutboxState();
  const attention = useAttention();
  const today = words.format.date(useNow(), place.timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  if (counts.error && !counts.data) {
    return <ErrorState title={say.unread} error={counts.error} onRetry={() => void counts.refetch()} />;
  }
  const people = counts.data;
  const limited = seats !== undefined && seats.limit !== null;
  const list: readonly Figure[] = [
    {
      label: figures.active,
      value: people?.active,
      note: people ? figures.suspended(people.suspended) : '',
      href: '/users',
    },
    {
      label: figures.pending,
      value: invited?.pending,
      note: invited ? figures.expired(invited.expired) : '',
      href: '/pending',
    },
    {
      label: limited ? figures.seatsFree : figures.seatsUsed,
      value: limited ? (seats.free ?? undefined) : seats && takenOf(seats),
      note: limited ? figures.of(seats.limit ?? 0) : figures.noLimit,
      href: '/settings/licences',
    },
    {
      label: figures.mail,
      value: outbox?.waiting,
      note: outbox ? (outbox.pause ? figures.paused : outbox.setUp ? figures.running : figures.noServer) : '',
      href: '/outbox',
    },
  ];
  return (
    <div className={frame.page}>
      <PageHeader title={say.title}>
        <span className={classes.today}>{today}</span>
      </PageHeader>
      <div className={fields.scroll}>
        <Figures list={list} />
        <section className={classes.panel} aria-labelledby="overview-attention">
          <h2 id="overview-attention" className={classes.heading}>
            {say.attention} {attention.length > 0 ? <span className={classes.count}>{attention.length}</span> : null}
          </h2>
          {attention.length > 0 ? (
            <ul className={classes.items}>
              {attention.map((item) => (
                <Item key={item.key} item={item} />
              ))}
            </ul>
          ) : people && outbox ? (
            <div className={classes.item}>
              <IconCircleCheck size={18} stroke={1.6} aria-hidden className="gh-ok" />
              <div className={classes.what}>
                <div className={classes.title}>{say.calm.title}</div>
                <div className={classes.text}>{say.calm.text}</div>
              </div>
            </div>
          ) : null}
        </section>
        <Suspense fallback={<div className={classes.later} />}>
          <History />
        </Suspense>
      </div>
    </div>
  );
}
