import type { MailAuth, MailSecurity, mailTestSteps } from '../../vocabulary/mail.ts';
import { letters } from './letters.ts';
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

const testLetter = {
  subject: (organization: string) => `Test mail of ${organization}`,
  text: (organization: string) =>
    `This is a test of the mail settings of ${organization} in Gatehouse.\nIt arrived, so they work. Nothing needs to be done.`,
};

export const mail = {
  token,
  letters,
  testLetter,
  settings: {
    lead: 'The server through which mail leaves.',
    none: 'No mail server is set. Mail waits in the Outbox.',
    server: 'Server',
    host: 'Host',
    port: 'Port',
    security: 'Security',
    securities,
    securityHints: {
      starttls: 'The connection is upgraded before anything else is said; a server that cannot is refused.',
      tls: 'Encrypted from the first byte.',
      none: 'Password and mails cross the network in the clear. Only for a server on this computer.',
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
    stepStates: { done: 'done', failed: 'failed', waiting: 'not reached', skipped: 'skipped' },
    stepsLabel: 'Steps of the test',
    code: (code: string) => `Code ${code}`,
  },
};
