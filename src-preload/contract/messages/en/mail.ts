import type { MailAuth, MailSecurity, mailTestSteps } from '../../mail.ts';
import { count } from './common.ts';
import { date, list } from './format.ts';
import { guestLetters } from './guest-letters.ts';
import { oauthSettings } from './mail-oauth.ts';
import { token } from './mail-token.ts';

const securities: Readonly<Record<MailSecurity, string>> = { starttls: 'STARTTLS', tls: 'TLS', none: 'None' };
const steps: Readonly<Record<(typeof mailTestSteps)[number], string>> = {
  'look-up': 'Look up the name',
  connect: 'Connect',
  greeting: 'Greeting',
  tls: 'Secure the connection',
  token: 'Get an access token',
  login: 'Log in',
  sender: 'Sender accepted',
  recipient: 'Recipient accepted',
  message: 'Message taken',
};
/** What to do when a step fails. */
const advice: Readonly<Record<(typeof mailTestSteps)[number], string>> = {
  'look-up': 'The name of the server is not known. Check its spelling and the network.',
  connect: 'Nothing answers there. Check host, port and firewall.',
  greeting: 'Something answers, but not as a mail server does. Check port and security: 587 is STARTTLS, 465 is TLS.',
  tls: 'The connection cannot be secured. Check the kind of security and the server’s certificate.',
  token: 'The token endpoint gave no access token. Check endpoint, client id, client secret, scope and refresh token.',
  login: 'The server does not accept this login. Some providers want a password made for programs, or OAuth 2.',
  sender: 'The server does not let this login send as this sender.',
  recipient: 'The server does not take mail for this address.',
  message: 'The server refused the test message itself.',
};

const instantIn = (at: number, timeZone: string) => date(at, timeZone, { dateStyle: 'full', timeStyle: 'short' });

/** The words of the invitation itself. What goes in is plain text; escaping it for HTML is the composer's work. */
const letter = {
  subject: (inviter: string | null, organization: string) =>
    inviter === null ? `You are invited to ${organization}` : `${inviter} invites you to ${organization}`,
  reminderSubject: (organization: string) => `Reminder: your invitation to ${organization} is waiting`,
  greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  reminds: 'This is a reminder: the invitation has not been accepted yet, and its link ends soon.',
  invites: (inviter: string | null, organization: string) =>
    inviter === null ? `you are invited to join ${organization}.` : `${inviter} invites you to join ${organization}.`,
  invitesGuest: (inviter: string | null, organization: string) =>
    inviter === null
      ? `you are invited to ${organization} as a guest.`
      : `${inviter} invites you to ${organization} as a guest.`,
  access: (days: number) => `Your access lasts ${count(days, 'day', 'days')} from the day on which you accept.`,
  writes: (inviter: string | null) => (inviter === null ? 'A note for you:' : `${inviter} writes:`),
  roles: (roles: readonly string[]) =>
    roles.length === 1 ? `Your role will be ${roles[0]}.` : `Your roles will be ${list(roles)}.`,
  replaces: 'This mail replaces an earlier invitation: only the link below works.',
  button: 'Accept the invitation',
  openLink: 'Open this link to accept:',
  until: (at: number, timeZone: string) => `The link works once, until ${instantIn(at, timeZone)} (${timeZone}).`,
  unexpected:
    'If you did not expect this invitation, ignore this mail: nothing happens unless you use the link. Do not pass it on.',
  contact: (contact: string) => `Questions? ${contact}`,
  footer: (organization: string) => `Sent with Gatehouse for ${organization}.`,
};
/** The words of the mail for a forgotten password. */
const resetLetter = {
  subject: (organization: string) => `A new password for ${organization}`,
  asked: 'somebody asked for a new password for this address.',
  button: 'Choose a new password',
  openLink: 'Open this link to choose one:',
  unexpected: 'If it was not you, ignore this mail: your password stays as it is. Do not pass the link on.',
};
const testLetter = {
  subject: (organization: string) => `Test mail of ${organization}`,
  text: (organization: string) =>
    `This is a test of the mail settings of ${organization} in Gatehouse.\nIt arrived, so they work. Nothing needs to be done.`,
};

export const mail = {
  token,
  letter,
  resetLetter,
  guestLetters,
  testLetter,
  settings: {
    lead: 'The server that mails leave through.',
    none: 'No mail server is set. Mail waits in the Outbox.',
    server: 'Server',
    host: 'Host',
    port: 'Port',
    security: 'Security',
    securities,
    securityHints: {
      starttls: 'The connection is upgraded before anything else is said; a server that cannot is refused.',
      tls: 'Encrypted from the first byte.',
      none: 'Password and mails cross the network in clear. Only for a server on this computer.',
    } satisfies Record<MailSecurity, string>,
    acceptAny: 'Accept any certificate',
    acceptAnyHint: 'Anybody between here and the server can then read mails and password.',
    account: 'Login',
    auth: 'Kind of login',
    auths: { none: 'None', password: 'Password', oauth2: 'OAuth 2' } satisfies Record<MailAuth, string>,
    authHints: {
      none: 'The server takes mail from this computer without a login.',
      password: 'A login with its password.',
      oauth2: 'For Microsoft 365, Google and others that want no password: Gatehouse signs in with tokens.',
    } satisfies Record<MailAuth, string>,
    oauth: oauthSettings,
    login: 'Login',
    password: 'Password',
    stored: 'Stored, type to replace',
    envelope: 'Sender',
    senderName: 'Sender name',
    sender: 'Sender address',
    replyTo: 'Reply-to',
    replyToHint: 'Where answers go, if not to the sender.',
    pace: 'Pace',
    perMinute: 'Messages per minute, at most',
    perMinuteHint: 'For a server that takes only so many. No minute ever has more, not even after a restart.',
    noLimit: 'No limit',
    test: 'Test',
    testTitle: 'Test these settings',
    testLead: 'Goes through every step with what is typed above, saved or not.',
    testTo: 'Send a test message to',
    testing: 'Testing',
    testOk: 'Every step went well.',
    testSent: 'The test message was taken. It should arrive within minutes.',
    testFailed: (step: string) => `Stopped at: ${step}`,
    testBroken: 'The test could not be run.',
    steps,
    advice,
    stepStates: { done: 'done', failed: 'failed', waiting: 'not reached', skipped: 'left out' },
    stepsLabel: 'Steps of the test',
    code: (code: string) => `Code ${code}`,
  },
};
