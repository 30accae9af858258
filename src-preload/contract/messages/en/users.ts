import type { DeliveryState } from '../../vocabulary/delivery.ts';
import type { MailGroup, MemberKind, presentStatuses, UserStatus } from '../../vocabulary/user-filter.ts';
import { bounces } from './bounces.ts';
import { count } from './common.ts';
import { number } from './format.ts';
import { guests } from './guests.ts';

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
  bounced: bounces.state,
  held: 'Held',
  cancelled: 'Cancelled',
};

const kinds: Readonly<Record<MemberKind, string>> = { user: 'User', guest: 'Guest', 'inbox-agent': 'Inbox agent' };
/** A tab of a list: everybody, or those of one status. */
type Tab = 'all' | (typeof presentStatuses)[number];
const views: Readonly<Record<Tab, string>> = {
  all: 'All',
  active: 'Active',
  pending: 'Pending',
  expired: 'Expired',
  suspended: 'Suspended',
};
/** Who is pending, by what became of the mail. */
const mailGroups: Readonly<Record<MailGroup, string>> = {
  failed: 'Failed',
  bounced: bounces.state,
  deferred: 'Deferred',
  uncertain: 'Uncertain',
  held: 'Held',
  waiting: 'Waiting for mail',
  sent: 'Sent',
  ending: 'Ends within a day',
  unanswered: 'Out for over a week',
};
export const users = {
  title: 'Users',
  statuses,
  deliveryStates,
  kinds,
  views,
  mailGroups,
  viewsLabel: 'Views',
  columns: {
    name: 'Name',
    email: 'E-mail',
    kind: 'Kind',
    roles: 'Roles',
    teams: 'Teams',
    groups: 'Groups',
    products: 'Products',
    lines: 'Lines',
    teamsAndProducts: 'Teams, products',
    access: 'Roles, teams',
    status: 'Status',
    mail: 'Mail',
    mailAndSent: 'Mail, sent',
    invitedBy: 'Invited by',
    age: 'Age',
    timeLeft: 'Time left',
    generation: 'No.',
    sent: 'Sent',
    validUntil: 'Valid until',
    changed: 'Last change',
    twoFactor: 'Two-factor',
    ...guests.columns,
    actions: 'Actions',
  },
  add: {
    button: 'Add user',
    more: 'More ways to add',
    rows: 'Add user',
    paste: 'Invite users',
    wizard: 'Step by step',
    import: 'Import a file',
    compare: 'Compare with a list',
    agent: 'Add inbox agent',
  },
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
      `${number(from)}–${number(to)} of ${number(total)}${least ? '+' : ''}`,
    previous: 'Previous page',
    next: 'Next page',
    label: 'Pages of the list',
  },
  actions: {
    menu: (name: string) => `Actions for ${name}`,
    edit: 'Edit user',
    details: 'View details',
    copyLink: 'Copy link',
    sendAgain: 'Send again',
    reinvite: 'Reinvite',
    extend: 'Extend link',
    generate: 'Generate new invitation',
    /** For people who hear the button without seeing its row. */
    reinviteThis: (action: string, name: string) => `${action}: ${name}`,
    suspend: 'Suspend',
    reactivate: 'Reactivate',
    revoke: 'Revoke invitation',
    remove: 'Remove from organization',
    copyEmail: 'Copy e-mail',
    renew: guests.actions.renew,
    inviteAgain: guests.actions.inviteAgain,
    makeUser: guests.actions.makeUser,
    makeGuest: guests.actions.makeGuest,
    bars: {
      yourself: 'You cannot do this to yourself. Another operator can.',
      'last-owner': 'This is the last owner. Make somebody else an owner first.',
    },
  },
  done: {
    linkCopied: (name: string, until: string) => `Link for ${name} copied. It works until ${until}.`,
    emailCopied: (email: string) => `${email} copied.`,
    sentAgain: (name: string, waits: boolean) =>
      waits ? `The same link for ${name} waits in the Outbox.` : `The same link is on its way to ${name} once more.`,
    reinvited: (name: string, waits: boolean) =>
      `${waits ? `A new invitation for ${name} waits in the Outbox` : `A new invitation is on its way to ${name}`}. Older links no longer work.`,
    extended: (name: string, until: string) => `The link of ${name} works until ${until}.`,
    revoked: (name: string) => `The invitation of ${name} is revoked.`,
    removed: (name: string) => `${name} is removed from the organization.`,
    suspended: (name: string) => `${name} is suspended. Roles and teams stay.`,
    reactivated: (name: string) => `${name} has access again.`,
  },
  revoke: {
    title: 'Revoke this invitation?',
    text: 'The link dies at once, queued mail is cancelled and the seat is free again. This cannot be undone; to return, invite from scratch.',
    keep: 'Keep',
    confirm: 'Yes, remove this user',
  },
  remove: {
    title: 'Remove this user?',
    text: 'Access ends at once, roles and teams are taken away and the seat is free again. This cannot be undone; to return, invite from scratch.',
    keep: 'Keep',
    confirm: 'Yes, remove this user',
  },
  empty: {
    title: 'So far it is only you',
    text: 'Three ways to bring people in. Nothing is mailed before you say so.',
    paste: 'Paste a list',
    pasteText: 'From Outlook, Excel or a calendar. See what each line would do.',
    rows: 'Add people one by one',
    rowsText: 'E-mail, name, roles, teams and products; then send.',
    wizard: 'Add one person step by step',
    wizardText: 'Details with phone, groups, and an overview before anything is sent.',
    noServer: 'No mail server yet. Invite all the same: mail waits in the Outbox.',
    waiting: (n: number) =>
      `No mail server yet. ${count(n, 'mail waits', 'mails wait')} in the Outbox and no link ages before it is sent.`,
    setUp: 'Set up mail',
    views: {
      all: 'Nobody is here yet',
      active: 'Nobody is active yet',
      pending: 'No invitation is waiting for an answer',
      expired: 'No invitation has expired',
      suspended: 'Nobody is suspended',
    } satisfies Readonly<Record<Tab, string>>,
    mail: {
      failed: 'No mail of an invitation has failed',
      bounced: bounces.noneBounced,
      deferred: 'No server asks to try again later',
      uncertain: 'Of no mail it is uncertain whether it arrived',
      held: 'No mail of an invitation is held',
      waiting: 'No invitation waits for its mail',
      sent: 'No mail of an open invitation is out',
      ending: 'No link ends within a day',
      unanswered: 'No link has been out for over a week without an answer',
    } satisfies Readonly<Record<MailGroup, string>>,
    viewText: 'The other views show everybody else.',
    showAll: 'Show all',
  },
  noMatch: {
    title: (search: string) => `Nobody matches “${search}”`,
    text: 'The search looks at names and e-mail addresses, ignoring accents and case.',
    clear: 'Clear filters',
  },
  found: (n: number) => count(n, 'person found', 'people found'),
} as const;
