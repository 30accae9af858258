import type { DeliveryState, MemberKind, UserStatus, UserView } from '../../users.ts';
import { count } from './common.ts';

const statuses: Readonly<Record<UserStatus, string>> = {
  active: 'Active',
  pending: 'Pending',
  expired: 'Expired',
  suspended: 'Suspended',
  revoked: 'Revoked',
  removed: 'Removed',
};

const deliveryStates: Readonly<Record<DeliveryState, string>> = {
  queued: 'Queued',
  sending: 'Sending',
  sent: 'Sent',
  deferred: 'Deferred',
  uncertain: 'Uncertain',
  failed: 'Failed',
  held: 'Held',
  cancelled: 'Cancelled',
};

const kinds: Readonly<Record<MemberKind, string>> = { user: 'User', guest: 'Guest', 'inbox-agent': 'Inbox agent' };
const views: Readonly<Record<UserView, string>> = {
  all: 'All',
  active: 'Active',
  pending: 'Pending',
  expired: 'Expired',
};
export const users = {
  title: 'Users',
  statuses,
  deliveryStates,
  kinds,
  views,
  viewsLabel: 'Views',
  columns: {
    name: 'Name',
    roles: 'Roles',
    teams: 'Teams',
    products: 'Products',
    teamsAndProducts: 'Teams, products',
    access: 'Roles, teams',
    status: 'Status',
    mail: 'Mail',
    mailAndSent: 'Mail, sent',
    invitedBy: 'Invited by',
    sent: 'Sent',
    validUntil: 'Valid until',
    actions: 'Actions',
  },
  add: { button: 'Add user', more: 'More ways to add', rows: 'Add user', paste: 'Invite users' },
  search: { label: 'Search users', placeholder: 'Name or e-mail', clear: 'Clear search' },
  table: 'Users of the organization',
  notStarted: 'not started',
  notStartedWhy: 'The link’s life starts when its mail is handed to the server, or when the link is copied.',
  by: (name: string) => `by ${name}`,
  you: 'You',
  byYou: 'by you',
  invitedByName: (name: string) => `Invited by ${name}`,
  pager: {
    range: (from: number, to: number, total: number, least: boolean) =>
      `${from.toLocaleString('en')}–${to.toLocaleString('en')} of ${total.toLocaleString('en')}${least ? '+' : ''}`,
    previous: 'Previous page',
    next: 'Next page',
    label: 'Pages of the list',
  },
  actions: {
    menu: (name: string) => `Actions for ${name}`,
    copyLink: 'Copy link',
    sendAgain: 'Send again',
    reinvite: 'Reinvite',
    generate: 'Generate new invitation',
    revoke: 'Revoke',
    copyEmail: 'Copy e-mail',
  },
  done: {
    linkCopied: (name: string, until: string) => `Link for ${name} copied. It works until ${until}.`,
    emailCopied: (email: string) => `${email} copied.`,
    sentAgain: (name: string) => `The same link is on its way to ${name} once more.`,
    reinvited: (name: string) => `A new invitation is on its way to ${name}. Older links no longer work.`,
    revoked: (name: string) => `The invitation of ${name} is revoked.`,
  },
  revoke: {
    title: 'Revoke this invitation?',
    text: 'The link dies at once and waiting mail is cancelled. This cannot be undone; to return, invite from scratch.',
    keep: 'Keep',
    confirm: 'Yes, remove this user',
  },
  empty: {
    title: 'So far it is only you',
    text: 'Two ways to bring people in. Nothing is mailed before you say so.',
    paste: 'Paste a list',
    pasteText: 'From Outlook, Excel or a calendar. See what each line would do.',
    rows: 'Add people one by one',
    rowsText: 'E-mail, name, roles, teams and products; then send.',
    noServer: 'No mail server yet. Invite all the same: mail waits in the Outbox.',
    waiting: (n: number) =>
      `No mail server yet. ${count(n, 'mail waits', 'mails wait')} in the Outbox and no link ages before it is sent.`,
    setUp: 'Set up mail',
    views: {
      all: 'Nobody is here yet',
      active: 'Nobody is active yet',
      pending: 'No invitation is waiting for an answer',
      expired: 'No invitation has expired',
    } satisfies Readonly<Record<UserView, string>>,
    viewText: 'The other views show everybody else.',
    showAll: 'Show all',
  },
  noMatch: {
    title: (search: string) => `Nobody matches “${search}”`,
    text: 'The search looks at names and e-mail addresses, without accents and case.',
    clear: 'Clear filters',
  },
  found: (n: number) => count(n, 'person found', 'people found'),
} as const;
