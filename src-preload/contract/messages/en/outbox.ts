import type { outboxKinds } from '../../outbox.ts';
import type { DeliveryState } from '../../users.ts';
import { count } from './common.ts';

const kinds: Readonly<Record<(typeof outboxKinds)[number], string>> = {
  invitation: 'Invitation',
  reinvitation: 'Reinvitation',
  'invitation-again': 'Sent again',
};
const states: Readonly<Record<DeliveryState, string>> = {
  queued: 'Queued',
  sending: 'Sending',
  sent: 'Sent',
  deferred: 'Deferred',
  uncertain: 'Uncertain',
  failed: 'Failed',
  held: 'Held',
  cancelled: 'Cancelled',
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
  cancelled: 'Was not sent: its invitation ended before.',
};

export const outbox = {
  page: {
    title: 'Outbox',
    waiting: (n: number) => `${n.toLocaleString('en')} waiting`,
    mailSettings: 'Mail settings',
    resume: 'Resume queue',
    resumed: 'The queue goes on.',
    tabs: 'Messages by state',
    all: 'All',
    kinds,
    states,
    meanings,
    columns: { recipient: 'Recipient', kind: 'Kind', state: 'State', time: 'Time' },
    table: 'Messages',
    older: 'Older',
    newer: 'Newer',
    range: (from: number, to: number, of: number) =>
      `${from.toLocaleString('en')}–${to.toLocaleString('en')} of ${of.toLocaleString('en')}`,
    empty: 'No mail yet',
    emptyHint: 'Every invitation puts its mail here before it leaves.',
    emptyState: (state: string) => `No mail is in the state ${state.toLowerCase()}.`,
    showAll: 'Show all',
    choose: 'Choose a message to read it.',
    paused: (at: string) => `The queue paused itself at ${at}.`,
    pauseReasons: {
      login: 'The server did not accept the login.',
      tls: 'The connection could not be secured.',
      sender: 'The server does not accept the sender.',
    },
    pauseWaiting: (n: number) => `${count(n, 'mail waits', 'mails wait')}; none is lost.`,
    fix: { login: 'Fix login', tls: 'Fix connection', sender: 'Fix sender' },
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
    messageId: 'Message-ID',
    noAnswer: 'No answer yet',
    triesNone: 'None yet',
    triesNext: (n: number, when: string) => (n === 0 ? `None yet; the first at ${when}` : `${n}; the next at ${when}`),
    retry: 'Retry now',
    retried: 'The message is tried again.',
    retryLater: 'Only deferred, uncertain and failed messages can be tried again.',
    message: 'Message',
    text: 'Plain text',
    view: 'Show as',
    hidden: 'The link is hidden here.',
    close: 'Close message',
    lacking: (right: string) => `A role with “${right}” is needed.`,
  },
};
