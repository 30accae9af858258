import { count } from './common.ts';

/** Words of the second factor, in window and portal. */
export const twofactor = {
  title: 'Two-factor sign-in',
  on: 'On',
  off: 'Off',
  lead: 'Signing in then also asks for a code from an app on your phone: somebody who learns your password does not get in.',
  since: (when: string) => `On since ${when}.`,
  left: (n: number) =>
    n === 0
      ? 'No recovery code is left. Make new ones before you lose your phone.'
      : `${count(n, 'recovery code is', 'recovery codes are')} left.`,
  setUp: 'Set up…',
  renew: 'New recovery codes…',
  turnOff: 'Turn off…',
  password: 'Your password',
  code: 'Code',
  codeHint: 'Six digits from your authenticator app, or a recovery code.',
  appHint: 'The six digits that the app shows now.',
  next: 'Continue',
  begin: {
    title: 'Set up two-factor sign-in',
    lead: 'You need an authenticator app on your phone: any that makes six-digit codes, such as the one you use elsewhere.',
  },
  scan: {
    lead: 'Scan this with the app, then type the code that it shows. Your other sessions end.',
    qr: 'QR code for the authenticator app',
    byHand: 'Cannot scan it? Type this key into the app:',
    submit: 'Turn on',
  },
  codes: {
    title: 'Recovery codes',
    lead: 'Each of them signs you in once when you do not have your phone. They are shown this one time: keep them apart from your password.',
    list: 'Your recovery codes',
    copy: 'Copy',
    copied: 'Copied. Other programs can read the clipboard, so copy something else once all is in a safe place.',
    save: 'Save as file…',
    saved: (file: string) => `Saved as ${file}.`,
    print: 'Print',
    kept: 'I have kept them',
    file: 'gatehouse-recovery-codes.txt',
    /** On top of the file, and of the printed page. */
    head: (email: string) => `Gatehouse, recovery codes of ${email}. Each works once.`,
  },
  renewing: {
    title: 'New recovery codes',
    lead: 'The old ones stop working.',
    submit: 'Make new codes',
  },
  turningOff: {
    title: 'Turn off two-factor sign-in',
    lead: 'The password alone signs you in again. An organization that requires two-factor sign-in asks you to set it up again before you do anything there.',
    submit: 'Turn off',
    done: 'Two-factor sign-in is off.',
  },
  needed: {
    title: (organization: string) => `${organization} requires two-factor sign-in`,
    lead: 'Set it up to go on. You need an authenticator app on your phone: any that makes six-digit codes.',
    elsewhere: 'Or go on in another organization:',
  },
  reset: {
    title: 'Reset two-factor sign-in',
    text: 'For somebody who has lost both phone and recovery codes. They are signed out, and the password alone signs them in until they set it up again.',
    action: 'Reset…',
    ask: (email: string) =>
      `Somebody who pretends to be ${email} would ask you for this, too. Make sure that it is them, by voice or in person.`,
    keep: 'Leave it on',
    confirm: 'Reset',
    done: (email: string) => `The two-factor sign-in of ${email} is reset.`,
  },
  portal: {
    open: 'Set up',
    done: 'Two-factor sign-in is on.',
    keep: 'Write them down or print this page before you leave it.',
    goOn: 'I have kept them',
    again: 'Begin again',
    needed: (organization: string) => `${organization} requires two-factor sign-in. Set it up to go on.`,
  },
  signIn: {
    title: 'Enter your code',
    lead: 'Your account asks for a second step.',
    submit: 'Sign in',
    back: 'Back',
    lost: 'Neither phone nor recovery codes? An owner of your organization can reset your second step.',
    codeUsed: (n: number) =>
      n === 0
        ? 'That was your last recovery code. Make new ones in My profile.'
        : `Signed in with a recovery code. ${count(n, 'is', 'are')} left.`,
  },
};
