import type { outboxKinds } from '../../outbox.ts';
import type { DeliveryState } from '../../users.ts';
import { count } from './common.ts';

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
  uncertain: 'The connection was lost after the message: it may have arrived. A repeat carries the same number.',
  failed: 'The server refused it for good.',
  held: 'Held back until somebody releases it.',
  cancelled: 'Was not sent: its invitation ended before, or the guest’s access changed.',
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

export const outbox = {
  answers,
  spoken,
  page: {
    title: 'Outbox',
    waiting: (n: number) => `${n.toLocaleString('en')} waiting`,
    mailSettings: 'Mail settings',
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
    release: 'Release',
    released: 'The message goes on its way.',
    retryFirst: 'The message is in the queue already.',
    retryNever: 'Only deferred, uncertain and failed messages can be tried again.',
    unread: 'The outbox could not be read',
    unreadMessage: 'This message could not be read',
    message: 'Message',
    text: 'Plain text',
    view: 'Show as',
    hidden: 'The link is hidden here.',
    close: 'Close message',
    lacking: (right: string) => `A role with “${right}” is needed.`,
  },
};
