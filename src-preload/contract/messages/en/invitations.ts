import type { reasons } from '../../invitations.ts';
import { addresses } from './addresses.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** Each completes "Refused: …"; `detail` is the name that the reason is about. */
const refusals: Readonly<Record<(typeof reasons)[number], (detail: string) => string>> = {
  'free-mail-provider': () => 'free e-mail provider',
  'unknown-role': (d) => `there is no role “${d}”`,
  'role-not-yours-to-give': (d) => `the role “${d}” is not yours to give`,
  'role-needed': () => 'no role is chosen',
  'unknown-team': (d) => `there is no team “${d}”`,
  'unknown-group': (d: string) => `there is no group “${d}”`,
  'unknown-line': (d: string) => `there is no line “${d}”`,
  'group-needed': () => 'at least one group is needed',
  'not-a-phone-number': (d: string) => `“${d}” cannot be read as a phone number`,
  'unknown-product': (d) => `there is no product “${d}”`,
  'name-needed': () => 'a display name is needed',
  'not-a-partner': (d) => `${d} is not a partner’s domain`,
  suspended: () => 'this person is suspended',
  expired: () => 'the invitation or the access has ended',
  'same-address': () => 'this address is there already',
};
const problems: Readonly<Record<string, string>> = addresses.problems;
const known: Readonly<Record<string, (detail: string) => string>> = refusals;

/** Why an entry was refused: a rule of the organization, or a problem of the address. */
const reason = (code: string | undefined, detail = ''): string =>
  known[code ?? '']?.(detail) ?? problems[code ?? ''] ?? code ?? '';

export const invitations = {
  title: 'Invite users',
  kinds: { user: 'Users', 'inbox-agent': 'Inbox agents' },
  kindLabel: 'Whom to invite',
  modes: { rows: 'One by one', paste: 'Paste a list' },
  modeLabel: 'How to invite',
  fields: {
    email: 'E-mail',
    name: 'Display name',
    roles: 'Roles',
    teams: 'Teams',
    groups: 'Groups',
    products: 'Products',
    lines: 'Lines',
    addRole: 'Add new role',
    life: 'Link is live for',
    language: 'Language of the mail',
    emailPlaceholder: 'name@company.com',
    optional: 'Optional',
    nothingFound: 'Nothing found',
    noneYet: (what: string) => `There are no ${what.toLowerCase()} yet`,
    /** For people who hear the row instead of seeing it. */
    ofRow: (label: string, row: number) => `${label}, row ${row}`,
    removeRow: (row: number) => `Remove row ${row}`,
  },
  life: { organization: (life: string) => `${life} (default)` },
  roleNotYours: 'allows more than your own roles do',
  rows: {
    add: 'Add',
    hint: 'A new row keeps the roles and teams of the row above.',
    hintKey: 'in the last row adds one.',
    several: 'Several addresses in one field; the list takes them',
    rolesNeeded: 'Choose at least one role.',
    groupNeeded: 'Choose at least one group.',
    row: (n: number) => `Row ${n}`,
  },
  paste: {
    box: 'Addresses',
    hint: 'Outlook, Excel and calendar lists work',
    placeholder:
      'One person per line, or whole lists:\n\nAna Lima <ana@example.com>\n"Berg, Jon" <jon@example.com>; kim@example.com',
    tooLong: (most: number) => `A list can have at most ${number(most)} characters. Invite in two parts.`,
    headings: (line: number) => `Line ${line} read as headings`,
    tabs: { all: 'All', new: 'New', refused: 'To correct', skipped: 'Skipped' },
    tabsLabel: 'Show',
    list: 'What will happen, line by line',
    empty: 'Each line is checked here while you type.',
    emptyFiltered: 'Nothing here.',
    checking: 'Checking',
    failed: 'The list could not be checked.',
    line: (n: number) => `Line ${n}`,
  },
  verdicts: {
    new: 'New',
    alreadyMember: 'Already a member',
    suspended: 'Member, suspended',
    alreadyInvited: 'Already invited',
    expired: 'Invitation expired',
    duplicate: (line: string) => (line === '' ? 'Duplicate' : `Duplicate of line ${line}`),
    duplicateRow: 'Duplicate of another row',
    refused: (why: string) => `Refused: ${why}`,
    mixedScript: 'New, look-alike letters',
    reinvited: 'Reinvited',
  },
  reason,
  reinvite: 'Reinvite',
  open: 'Open',
  reinvitedToast: (waits: boolean) =>
    `A fresh invitation ${waits ? 'waits in the Outbox' : 'is on its way'}; the older links are dead.`,
  facts: {
    new: (n: number) => `${number(n)} new`,
    refused: (n: number) => `${number(n)} to correct`,
    skipped: (n: number) => `${number(n)} skipped`,
    none: 'Nobody yet',
    waitingRows: (n: number) => `${count(n, 'row waits', 'rows wait')} under One by one`,
    waitingList: 'a list waits under Paste a list',
  },
  seats: {
    /** The licence has too few of them. */
    short: (free: number, needed: number) => `${count(free, 'seat', 'seats')} free, ${number(needed)} needed`,
    left: (free: number, left: number) => `${count(free, 'seat', 'seats')} free, ${number(left)} left after this`,
  },
  warnings: {
    loopback: (base: string) => `Links begin with ${base}: they work on this computer only.`,
    loopbackHere: 'Links lead to this computer: they work on it only.',
    toPortal: 'Set an address',
    noServer: 'Mail waits in the Outbox until a server is set.',
    toMail: 'Set a mail server',
  },
  send: {
    action: (n: number) => (n === 0 ? 'Invite' : `Invite ${count(n, 'person', 'people')}`),
    nobody: 'There is nobody new to invite.',
    rolesFirst: 'Choose at least one role first.',
    groupFirst: 'Choose at least one group first.',
    sending: (done: number, total: number) => `${number(done)} of ${count(total, 'person', 'people')} invited`,
    progress: 'Inviting',
    stopping: 'Stopping after this part',
    failed: 'Not everybody was invited.',
    failedHint: 'What is still in the box was not sent.',
    cancelled: 'Stopped. What is still in the box was not sent.',
  },
  leave: {
    title: 'Close without inviting?',
    text: 'What you typed is kept here until you discard it or Gatehouse is closed.',
    stay: 'Keep editing',
    keep: 'Close and keep',
    discard: 'Discard',
  },
  result: {
    title: (n: number) => `${count(n, 'person', 'people')} invited`,
    nobody: 'Nobody new was invited',
    sent: (n: number) => `${count(n, 'mail', 'mails')} sent`,
    allOnTheirWay: (n: number) => `${count(n, 'mail', 'mails')} on ${n === 1 ? 'its' : 'their'} way`,
    onTheirWay: (n: number) => `${number(n)} on ${n === 1 ? 'its' : 'their'} way`,
    failed: (n: number) => `${number(n)} failed`,
    waiting: (n: number) => `${count(n, 'mail waits', 'mails wait')} in the Outbox`,
    life: (life: string) => `Each link is live for ${life} from the moment its mail is sent.`,
    skipped: (n: number) =>
      n === 1
        ? '1 line was skipped: a member, invited already, or a duplicate.'
        : `${number(n)} lines were skipped: members, invited already, or duplicates.`,
    spam: ['Nothing arrived? Ask them to look in ', 'spam', ' and ', 'promotions', ', or send the link yourself.'],
    kept: (n: number) => `${number(n)} kept in the box`,
    keptRows: (n: number) => `${number(n)} kept in the rows`,
    edit: 'Edit',
    editThis: (email: string) => `Edit ${email}`,
    invited: (n: number) => `${number(n)} invited`,
    find: 'Find',
    noMatch: 'Nobody matches.',
    copyLink: 'Copy link',
    copyLinkOf: (email: string) => `Copy link of ${email}`,
    copied: 'Link copied',
    copiedUntil: (when: string) => `It is live until ${when}. Whoever has it can accept the invitation.`,
    back: (n: number) => `Back to the ${number(n)} kept`,
    rest: 'Back to the rest',
    more: 'Invite more',
  },
};
