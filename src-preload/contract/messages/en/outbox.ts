import type { LeftAsIs, MailDeed } from '../../outbox.ts';
import type { DeliveryState } from '../../vocabulary/delivery.ts';
import type { outboxKinds } from '../../vocabulary/outbox.ts';
import { bounces } from './bounces.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const kinds: Readonly<Record<(typeof outboxKinds)[number], string>> = {
  invitation: 'Invitation',
  reinvitation: 'Reinvitation',
  'invitation-again': 'Sent again',
  reminder: 'Reminder',
  'password-reset': 'Forgotten password',
  'guest-ending': 'Access ends',
  'guest-ended': 'Access ended',
  'guest-renewed': 'Access renewed',
  'sponsor-ending': 'Guest’s access ends',
  'sponsor-ended': 'Guest’s access ended',
  'guests-digest': 'Guest digest',
};
/** What a state means for the one who reads it. */
const meanings: Readonly<Record<DeliveryState, string>> = {
  queued: 'Waits for its turn.',
  sending: 'Is being handed to the server now.',
  sent: 'The server has taken it.',
  deferred: 'The server asked to try again later.',
  uncertain: 'The connection was lost after the message: it may have arrived. A repeat is the same message.',
  failed: 'The server refused it for good.',
  bounced: bounces.meaning,
  held: 'Held back until somebody releases it.',
  cancelled: 'Is not sent: somebody cancelled it, its invitation ended, or the guest’s access changed.',
};

/** What is kept as the answer where no server said anything. */
const answers = {
  noStartTls: 'The server does not offer STARTTLS.',
  /** After the code of the network. */
  codes: {
    ELOST: 'The connection was lost.',
    ECONNRESET: 'The connection was lost.',
    EPIPE: 'The connection was lost.',
    ECONNREFUSED: 'Nothing listens there.',
    ENOTFOUND: 'The name of the server is not known.',
    EAI_AGAIN: 'The name of the server could not be looked up.',
    EDNS: 'The name of the server could not be looked up.',
    EHOSTUNREACH: 'The server cannot be reached.',
    ENETUNREACH: 'The network cannot be reached.',
    ETIMEDOUT: 'The server did not answer in time.',
    CONNECT_TIMEOUT: 'The server did not answer in time.',
    GREETING_TIMEOUT: 'The server did not greet in time.',
    UPGRADE_TIMEOUT: 'The connection could not be secured in time.',
    SOCKET_TIMEOUT: 'The server did not answer in time.',
    EPROTOCOL: 'It does not answer as a mail server does.',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is signed by the server itself.',
    SELF_SIGNED_CERT_IN_CHAIN: 'The certificate is signed by somebody unknown.',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate is signed by somebody unknown.',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate is signed by somebody unknown.',
    CERT_HAS_EXPIRED: 'The certificate has expired.',
    ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name.',
    ERR_SSL_WRONG_VERSION_NUMBER: 'The server does not speak TLS on this port.',
    'NO-AUTH': 'The server offers no login.',
    'NO-XOAUTH2': 'The server offers no login by OAuth 2 (XOAUTH2).',
    'NO-PASSWORD': 'The password is missing.',
    'NO-SMTPUTF8': 'The server does not take addresses with letters outside ASCII (SMTPUTF8).',
    'TOO-LARGE': 'The message is larger than the server takes.',
  },
  interrupted: 'Gatehouse was stopped while the message was being handed over: it may have arrived.',
  linkEnded: (last: string | null) =>
    `The link had ended before the mail could be sent.${last === null ? '' : ` The last answer was: ${last}`}`,
  badAddress: 'This is not an address that mail can be sent to.',
  keyChanged: 'The stored password cannot be read any more. Type it again.',
};

/** What stands among the lines of a conversation with a mail server. */
const spoken = {
  connecting: (host: string, port: number) => `Connecting to ${host}, port ${port}`,
  body: (bytes: number) => `The message, ${count(bytes, 'byte', 'bytes')}, is left out here.`,
  leftOut: (n: number) => `${count(n, 'line is', 'lines are')} left out here.`,
};

/** Why some of many were left as they are. */
const left: Readonly<Record<LeftAsIs, (n: number) => string>> = {
  sending: (n) => count(n, 'is being sent', 'are being sent'),
  state: (n) => count(n, 'is in a state that this does not fit', 'are in a state that this does not fit'),
  ended: (n) => count(n, 'has no open invitation any more', 'have no open invitation any more'),
  'link-expired': (n) => count(n, 'has an expired link', 'have expired links'),
};
const doneTo: Readonly<Record<MailDeed, (n: number) => string>> = {
  retry: (n) => `${count(n, 'message is', 'messages are')} tried again.`,
  hold: (n) => `${count(n, 'message is', 'messages are')} held back.`,
  release: (n) => `${count(n, 'message goes', 'messages go')} on the way.`,
  cancel: (n) => `${count(n, 'message was', 'messages were')} cancelled.`,
};

const mails = (n: number) => count(n, 'message', 'messages');

/** What is asked before a deed. */
const asked = {
  cancelTitle: (n: number) => (n === 1 ? 'Cancel this message' : 'Cancel messages'),
  cancelText:
    'What waits is not sent, for good. Invitations stay open: their links can still be copied, and a new mail sent from Pending. Messages that are being sent now are left alone.',
  keep: 'Keep',
  notNow: 'Not now',
  cancelYes: (n: number) => (n === 1 ? 'Yes, cancel this message' : `Yes, cancel ${mails(n)}`),
  resendTitle: (n: number) => (n === 1 ? 'Send this message again' : 'Try messages again'),
  resendText: (n: number) =>
    `Uncertain means: the connection was lost after the message was handed over, so it may have arrived. ${
      n === 1 ? 'It goes' : 'Uncertain ones go'
    } out again as the same message, with the same bytes, Message-ID and link; whoever gets it twice can use either.`,
  resendYes: (n: number) => (n === 1 ? 'Send again' : `Try ${mails(n)} again`),
};

export const outbox = {
  left,
  doneTo,
  mails,
  asked,
  answers,
  spoken,
  page: {
    title: 'Outbox',
    waiting: (n: number) => `${number(n)} waiting`,
    mailSettings: 'Mail settings',
    pause: 'Pause queue',
    paused: 'The queue is paused. Nothing leaves until it is resumed.',
    resume: 'Resume queue',
    resumed: 'The queue goes on.',
    tabs: 'Messages by state',
    all: 'All',
    kinds,
    meanings,
    columns: { recipient: 'Recipient', kind: 'Kind', state: 'State', time: 'Time' },
    table: 'Messages',
    empty: 'No mail yet',
    emptyHint: 'Every invitation puts its mail here before it leaves.',
    emptyState: (state: string) => `No mail is in the state ${state.toLowerCase()}.`,
    showAll: 'Show all',
    noServer: 'No mail server is set.',
    noServerHint: (n: number) =>
      n === 0
        ? 'Mail will wait here until there is one.'
        : `${count(n, 'mail waits', 'mails wait')} here until there is one.`,
    setServer: 'Set a mail server',
    to: 'To',
    subject: 'Subject',
    server: 'Server',
    tries: 'Tries',
    noAnswer: 'No answer yet',
    triesNone: 'None yet',
    triesNext: (n: number, when: string) => (n === 0 ? `None yet; the first at ${when}` : `${n}; the next at ${when}`),
    retry: 'Retry now',
    retried: 'The message is tried again.',
    hold: 'Hold',
    heldBack: 'The message is held back until it is released.',
    cancel: 'Cancel mail',
    cancelled: 'The message was cancelled. An invitation stays open, and its link can be copied.',
    resend: 'Send again',
    nothingDone: 'Nothing was changed.',
    leftAsIs: (reasons: readonly string[]) => `Left as they are: ${reasons.join('; ')}.`,
    selection: {
      label: 'Selected messages',
      selected: (n: number) => `${number(n)} selected`,
      all: (n: number) => `Select all ${number(n)}`,
      clear: 'Clear selection',
      page: 'Select all on this page',
      one: (name: string) => `Select the message to ${name}`,
    },
    search: { label: 'Search by recipient', placeholder: 'Recipient', clear: 'Clear search' },
    kindFilter: 'Kind',
    kindGroups: { invitations: 'Invitations', guests: 'Guest notices', password: 'Forgotten password' },
    noMatch: 'No mail matches',
    clearFilters: 'Clear filters',
    found: (n: number) => `${mails(n)} found`,
    conversation: 'Conversation',
    conversations: {
      none: 'Nothing was said with a mail server yet.',
      lead: 'The last two tries. Login, link and body are left out.',
      attempt: (when: string) => `Try of ${when}`,
      from: { client: 'Gatehouse', server: 'Server', note: 'Note' },
      unread: 'The conversation could not be read',
    },
    release: 'Release',
    released: 'The message goes on its way.',
    retryFirst: 'The message is in the queue already.',
    retryNever: 'Only deferred, uncertain, failed and bounced messages can be tried again.',
    unread: 'The outbox could not be read',
    unreadMessage: 'This message could not be read',
    message: 'Message',
    text: 'Plain text',
    view: 'Show as',
    hidden: 'The link is hidden here.',
    open: 'Open message',
    person: 'Open person',
    close: 'Close message',
    lacking: (right: string) => `A role with “${right}” is needed.`,
  },
};
