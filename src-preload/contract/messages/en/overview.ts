import type { Span } from '../../vocabulary/overview.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** Words of the overview. */
export const overview = {
  title: 'Overview',
  unread: 'The overview could not be read',
  figures: {
    label: 'Figures',
    active: 'Active',
    pending: 'Pending',
    seatsFree: 'Seats free',
    seatsUsed: 'Seats used',
    mail: 'Mail waiting',
    suspended: (n: number) => (n === 0 ? 'none suspended' : `${number(n)} suspended`),
    expired: (n: number) => (n === 0 ? 'none expired' : `${number(n)} expired`),
    of: (limit: number) => `of ${number(limit)}`,
    noLimit: 'no limit',
    noServer: 'no mail server',
    paused: 'queue paused',
    running: 'queue runs',
  },
  attention: 'Needs attention now',
  calm: {
    title: 'Nothing needs you now',
    text: 'No invitation has expired, mail goes out, and seats are free.',
  },
  charts: {
    title: 'Over time',
    unread: 'The figures over time could not be read',
    span: 'Period',
    spans: { days: '30 days', weeks: '12 months' } satisfies Readonly<Record<Span, string>>,
    last: { days: 'in the last 30 days', weeks: 'in the last 12 months' } satisfies Readonly<Record<Span, string>>,
    columns: { days: 'Day', weeks: 'Week from' } satisfies Readonly<Record<Span, string>>,
    showTable: (chart: string) => `Show as table: ${chart}`,
    showChart: (chart: string) => `Show as chart: ${chart}`,
    invitations: {
      title: 'Invitations',
      hint: { days: 'a day', weeks: 'a week' } satisfies Readonly<Record<Span, string>>,
      sent: 'Sent',
      accepted: 'Accepted',
      summary: (last: string, sent: number, accepted: number) =>
        `Invitations ${last}: ${number(sent)} sent, ${number(accepted)} accepted.`,
      none: (last: string) => `No invitation was sent or accepted ${last}.`,
    },
    guests: {
      title: 'Guests with access',
      hint: { days: 'at day’s end', weeks: 'at week’s end' } satisfies Readonly<Record<Span, string>>,
      guests: 'Guests',
      summary: (last: string, first: number, now: number, most: number) =>
        `Guests with access ${last}: ${number(first)} at the beginning, ${number(now)} now, ${number(most)} at most.`,
      none: (last: string) => `No guest had access ${last}.`,
    },
  },
  items: {
    paused: { title: 'The mail queue is paused', action: 'Fix it' },
    noServer: {
      title: 'No mail server is set up',
      text: (waiting: number) =>
        waiting === 0
          ? 'Mail will wait in the Outbox until there is one.'
          : `${count(waiting, 'mail waits', 'mails wait')} in the Outbox.`,
      action: 'Set up mail',
    },
    failed: { title: (n: number) => `${count(n, 'mail', 'mails')} could not be delivered`, action: 'Review' },
    uncertain: {
      title: (n: number) => `${count(n, 'mail', 'mails')} may or may not have arrived`,
      action: 'Decide',
    },
    deferred: {
      title: (n: number) => `${count(n, 'mail is', 'mails are')} put off by the server`,
      text: 'Gatehouse tries again by itself.',
      action: 'Review',
    },
    expired: {
      title: (n: number) => `${count(n, 'invitation', 'invitations')} expired without an answer`,
      action: 'Review',
    },
    stopped: {
      title: (by: string) => `${by} stopped the mail queue`,
      text: (waiting: number) =>
        waiting === 0
          ? 'Mail is kept until it goes on.'
          : `${count(waiting, 'mail waits', 'mails wait')} until it goes on.`,
    },
    held: {
      title: (n: number) => `${count(n, 'mail is', 'mails are')} held`,
      text: 'They go out once somebody releases them.',
      action: 'Open outbox',
    },
    ending: {
      title: (n: number) => `${count(n, 'invitation ends', 'invitations end')} within a day`,
      action: 'Review',
    },
    unanswered: {
      title: (n: number) =>
        `${count(n, 'invitation has', 'invitations have')} been out for over a week without an answer`,
      action: 'Review',
    },
    loopback: {
      title: 'Links work on this computer only',
      text: 'Mails carry links that nobody else can open.',
      action: 'Set an address',
    },
    seatsOut: {
      title: 'No seat is free',
      text: 'Nobody can be invited until one is freed or the limit is raised.',
      action: 'Open licences',
    },
    seatsLow: {
      title: (n: number) => `${count(n, 'seat is', 'seats are')} free`,
      text: (limit: number) => `Of ${number(limit)} in the licence.`,
      action: 'Open licences',
    },
    noGroup: {
      title: 'Invitations need a group, and there is none',
      text: 'Add a group, or stop asking for one.',
      action: 'Add a group',
    },
    names: (names: readonly string[], more: number) =>
      more > 0 ? `${names.join(', ')}, ${number(more)} more` : names.join(', '),
    /** A person and the words of the mail server. */
    answer: (name: string, answer: string | null) => (answer ? `${name}: ${answer}` : name),
  },
} as const;
