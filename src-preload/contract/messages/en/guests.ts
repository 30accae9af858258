import type { GuestState } from '../../vocabulary/user-filter.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const guestsOf = (n: number) => count(n, 'guest', 'guests');
const days = (n: number) => count(n, 'day', 'days');

const states: Readonly<Record<GuestState, string>> = {
  expiring: 'Expiring',
  expired: 'Access ended',
  'no-sponsor': 'No sponsor',
};

/** Words of the pages and dialogs about guests. */
export const guests = {
  days,
  states,
  invite: {
    action: 'Invite guests',
    title: 'Invite guests',
    addresses: 'E-mail addresses',
    addressesHint: 'Separated by comma, space, tab or line.',
    placeholder: 'name@partner.example',
    more: 'Add another',
    add: 'Add users',
    tooLong: 'That is too much at once. Add it in parts.',
    chips: 'Addresses added',
    chipHint: 'Enter changes it, Backspace takes it out.',
    edit: (address: string) => `Change ${address}`,
    /** Read out with the chip. */
    refused: (address: string, why: string) => `Change ${address}: ${why}`,
    remove: (address: string) => `Take out ${address}`,
    permissions: 'Permissions',
    accountManager: 'Account manager',
    accountManagerHint: 'Sees the users, and invites, renews and removes guests.',
    mayInvite: 'Allow invite guests',
    mayInviteHint: 'Invites further guests from the portal.',
    notYours: 'An account manager may do more than your own roles allow, so you cannot give this.',
    days: 'Period in days',
    daysHint: 'Counted from the day of acceptance.',
    sponsor: 'Sponsor',
    sponsorHint: 'Answers for the guest, and is told before access ends.',
    you: (name: string) => `${name} (you)`,
    teams: 'Teams',
    note: 'Note to the guest',
    noteHint: 'Goes into the mail, as plain text.',
    nobody: 'Nobody yet',
    noSeat: 'Guests take no seat.',
    daysNeeded: 'Choose a period from 1 to 730 days.',
    addFirst: 'Add an address first.',
    allBad: 'No address is left that can be invited.',
    tooMany: (most: number) => `At most ${number(most)} guests can be invited at once.`,
    send: (n: number) => (n === 0 ? 'Invite guests' : `Invite ${guestsOf(n)}`),
    leave: {
      title: 'Close without inviting?',
      text: 'What you typed is kept here until you discard it or Gatehouse is closed.',
    },
    invited: (n: number) => `${guestsOf(n)} invited`,
    period: (n: number) => `Access lasts ${days(n)} from acceptance.`,
  },
  columns: { expires: 'Access ends', sponsor: 'Sponsor', period: 'Period' },
  /** The last day of access, and what is left until it is over. */
  left: (span: string) => `${span} left`,
  /** The same with the period, where there is no column for it. */
  leftOf: (left: number, period: number) => (left < 1 ? `Last day of ${period}` : `${days(left)} left of ${period}`),
  ended: 'Ended',
  endedAfter: (period: number) => `Ended after ${days(period)}`,
  afterAcceptance: 'not started',
  afterAcceptanceWhy: 'The period starts on the day on which the guest accepts.',
  noSponsor: 'No sponsor',
  notice: {
    title: (n: number, within: number) => `${guestsOf(n)} ${n === 1 ? 'loses' : 'lose'} access within ${days(within)}.`,
    /** “Chidi Okafor in 2 days”, “Ingrid Solheim today”. */
    one: (name: string, left: number) => (left < 1 ? `${name} today` : `${name} in ${days(left)}`),
    more: (n: number) => `${number(n)} more`,
    manage: 'Manage',
    open: (n: number) => `${number(n)} expiring`,
  },
  actions: {
    renew: 'Renew',
    inviteAgain: 'Invite again',
    makeUser: 'Make user',
    makeGuest: 'Make guest',
    edit: 'Edit guest',
    remove: 'Remove guest',
  },
  done: {
    renewed: (name: string, until: string) =>
      `The access of ${name} is renewed, and they are told by e-mail. The last day is ${until}.`,
    invitedAgain: (name: string, waits: boolean) =>
      `${waits ? `A new invitation for ${name} waits in the Outbox` : `A new invitation is on its way to ${name}`}. Roles, teams and period are as before.`,
    removed: (name: string) => `${name} is no longer a guest here.`,
    madeUser: (name: string) => `${name} is a user now. Their access does not end.`,
    madeGuest: (name: string, until: string | null) =>
      until === null
        ? `${name} is a guest now. The period starts on the day of acceptance.`
        : `${name} is a guest now. The last day is ${until}.`,
    updated: (name: string) => `The guest access of ${name} is updated.`,
  },
  revoke: {
    title: 'Revoke this invitation?',
    text: 'The link dies at once and queued mail is cancelled. This cannot be undone; to return, invite from scratch.',
    keep: 'Keep',
    confirm: 'Yes, remove this guest',
  },
  remove: {
    title: 'Remove this guest?',
    text: 'Access ends at once, and roles and teams are taken away. This cannot be undone; to return, invite from scratch.',
    keep: 'Keep',
    confirm: 'Yes, remove this guest',
  },
  danger: {
    revoke: {
      title: 'Revoke invitation',
      text: 'The link dies at once. This cannot be undone; to return, invite from scratch.',
      action: 'Revoke invitation',
    },
    remove: {
      title: 'Remove guest',
      text: 'Access ends at once. This cannot be undone; to return, invite from scratch.',
      action: 'Remove guest',
    },
    suspend: {
      title: 'Suspend',
      text: 'Access rests until it is given back. Roles and teams stay; the period goes on.',
      action: 'Suspend',
    },
  },
  makeUser: {
    title: 'Make this guest a user?',
    text: 'Access no longer ends, and a seat is taken. Roles, teams and history stay.',
    keep: 'Cancel',
    confirm: 'Make user',
  },
  makeGuest: {
    title: 'Make this user a guest?',
    text: 'Access ends after the period, and the seat is free. Roles, teams and history stay.',
    keep: 'Cancel',
    confirm: 'Make guest',
  },
  renewMany: {
    label: 'Renew guest access',
    title: (n: number) => `Renew access for ${guestsOf(n)}?`,
    text: 'Each period starts again today, with the length that the guest was invited for. Warnings already queued are cancelled.',
    textRest: 'Guests whose access has ended are left alone: only a new invitation brings it back.',
    keep: 'Cancel',
    confirm: (n: number) => `Renew ${guestsOf(n)}`,
    becomes: 'becomes',
    notify: 'Tell them by e-mail',
  },
  sponsorMany: {
    label: 'Sponsor',
    title: (n: number) => `Sponsor of ${guestsOf(n)}`,
    text: 'Answers for them from now on, and is told before their access ends.',
    nobody: 'Nobody chosen',
    confirm: (n: number) => `Change ${guestsOf(n)}`,
  },
  card: {
    title: 'Guest access',
    lastDay: 'Last day',
    left: 'Time left',
    renewal: (n: number) => `A renewal lasts ${days(n)}.`,
    daysHint: 'Counts from the next renewal on.',
    daysHintPending: 'Counts from the day of acceptance.',
    noSponsor: 'Nobody answers for this guest',
    sponsorClear: 'Remove the sponsor',
    facts: 'Permissions take effect at once',
    unsaved: 'Not saved yet',
    discard: 'Discard',
    save: 'Update guest',
  },
  statusNotice: {
    soon: (span: string, day: string) => `Access ends in ${span}; the last day is ${day}.`,
    soonTitle: 'Ends soon.',
    ended: 'Access has ended.',
    endedOn: (day: string) =>
      `The last day was ${day}. Only a new invitation brings access back; roles, teams and period stay.`,
    linkExpired: 'A new invitation keeps roles, teams and period.',
  },
  sponsorSearch: { placeholder: 'Name or e-mail', nothing: 'No active user found' },
  settings: {
    lead: 'How long guests stay, and who is told before it ends.',
    days: 'Period in days',
    daysHint: 'How long access lasts from the day of acceptance, unless the invitation says otherwise.',
    noticeDays: 'Notice in days',
    noticeDaysBad: 'Choose 1 to 90 days.',
    noticeDaysHint: 'How many days before the end Users and Guests begin to mention it.',
    mailDays: 'Mails before the end',
    mailDaysHint:
      'Days before the last one on which guest, sponsor and account managers are told, separated by commas; empty for none. When access ends, a mail always goes out.',
    mailDaysBad: 'Use up to 5 whole numbers from 1 to 90, separated by commas.',
    partners: 'Partner domains',
    limited: 'Only guests from partner domains',
    limitedHint: 'Other addresses are refused, also at acceptance. Guests who are here already stay.',
    domains: 'Domains',
    domainsHint: 'One per line. Subdomains are included.',
    domainsNeeded: 'Enter at least one domain, or let guests come from anywhere.',
    badDomain: (line: number, text: string) => `Line ${line}: “${text}” is not a domain such as partner.example.`,
    tooManyDomains: (most: number) => `At most ${number(most)} domains can be listed.`,
    moreBad: (n: number) => `${count(n, 'further line', 'further lines')} to correct.`,
  },
  overview: {
    title: (n: number, within: number) => `${guestsOf(n)} ${n === 1 ? 'loses' : 'lose'} access within ${days(within)}`,
    action: 'Manage',
  },
  empty: { action: 'Invite guests' },
} as const;
