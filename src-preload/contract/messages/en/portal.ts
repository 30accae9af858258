import { count } from './common.ts';
import { inbox } from './inbox.ts';

/** The words of the pages where invited people land. The organization speaks here, never Gatehouse. */
export const portal = {
  /** Of the row at the foot of each page. */
  language: 'Language',
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  phone: 'Phone',
  phoneCountry: 'Country of the phone number',
  noCountry: 'Country',
  optional: 'optional',
  password: 'Password',
  newPasswordHint: '8 to 128 characters. A sentence is fine.',
  passwordAgain: 'Password again',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  questions: (contact: string) => `Questions? ${contact}`,
  problems: (n: number) => (n === 1 ? 'One thing to correct' : `${n} things to correct`),
  errorTitle: (title: string) => `Error: ${title}`,

  join: {
    title: (organization: string) => `Join ${organization}`,
    invitedBy: (name: string) => `${name} invited you`,
    invited: 'You are invited',
    /** Stands between who invited and the roles: “Tomasz invited you as **Member**.” */
    as: 'as',
    and: 'and',
    invitedEnd: '.',
    /** How long a guest will have access. */
    lasts: (days: number) => `Your access lasts ${count(days, 'day', 'days')} from the day you join.`,
    create: 'Create account',
    signInAndJoin: 'Sign in and join',
    joinAs: (name: string) => `Join as ${name}`,
    known: 'This address has an account already. Its password stays as it is.',
    signedIn: (email: string) => `You are signed in as ${email}.`,
    other: (signedIn: string, invited: string) =>
      `You are signed in as ${signedIn}. This invitation is for ${invited}.`,
    until: (when: string) => `This link is for you alone and works once, until ${when}.`,
    once: 'This link is for you alone and works once.',
  },

  dead: {
    expired: {
      title: 'This link has expired',
      what: (when: string) => `It was live until ${when}. Nobody has used it.`,
      whatUndated: 'Its time is over. Nobody has used it.',
      next: (inviter: string) => `Ask ${inviter} for a new invitation. It takes them one click.`,
    },
    used: {
      title: 'This invitation was accepted',
      what: (when: string) => `That was on ${when}. A link works once.`,
      whatUndated: 'A link works once.',
      next: (organization: string) =>
        `If it was you, sign in with your e-mail and the password that you chose. If it was not, tell ${organization}.`,
    },
    revoked: {
      title: 'This invitation was taken back',
      what: (when: string) => `It was revoked on ${when}. The link no longer works.`,
      whatUndated: 'It was revoked. The link no longer works.',
      next: (inviter: string) => `If you did not expect this, ask ${inviter}.`,
    },
    replaced: {
      title: 'There is a newer link',
      what: (when: string) => `You were invited again on ${when}. Only the link in the newest mail works.`,
      whatUndated: 'You were invited again. Only the link in the newest mail works.',
      next: (organization: string) => `Look for the newest mail from ${organization}, also in spam and promotions.`,
    },
    unknown: {
      title: 'This link does not work',
      what: 'It may have been cut off or changed on its way.',
      next: 'Open the link in the mail again, or copy all of it into the address bar. If that does not help, ask the sender for a new one.',
    },
    whoInvited: 'the person who invited you',
    write: (contact: string) => `Write to ${contact}`,
  },

  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    joined: (organization: string) => `You have joined ${organization}.`,
    joinedNext: 'Sign in with the password that you chose.',
    leftOut: (names: string) => `Deleted in the meantime, and therefore not yours: ${names}.`,
    wrong: 'The e-mail or the password is not right.',
  },

  forgot: {
    /** On the sign-in page. */
    link: 'Forgotten your password?',
    title: 'Forgotten password',
    lead: 'We mail you a link to choose a new one.',
    button: 'Send the link',
    back: 'Back to the sign-in',
    sent: {
      title: 'Check your mail',
      what: 'If there is an account with this address, a link is on its way. It works once, for one hour.',
      next: 'If nothing comes within a few minutes, look also in spam, or check the address and ask again.',
    },
  },

  reset: {
    title: 'Choose a new password',
    lead: 'You are signed out everywhere, and sign in with the new one.',
    button: 'Set the password',
  },

  nav: {
    label: 'Pages',
    pages: {
      home: 'Start',
      organizations: 'Organizations',
      inbox: inbox.title,
      profile: 'Profile',
      guests: 'Invite guests',
    },
    signOut: 'Sign out',
  },

  home: {
    title: (name: string) => `Signed in as ${name}`,
    organizations: 'Organizations',
    none: 'You belong to no organization now.',
    /** Beside the name of an organization; users go without. */
    kinds: { guest: 'Guest', 'inbox-agent': 'Inbox agent' },
    roles: 'Roles',
    products: 'Products',
    noProducts: 'None yet',
  },

  organizations: {
    title: 'Organizations',
    own: 'Your organizations',
    guest: 'Guest organizations',
    guestLead: 'Guest access ends at the end of the day shown. Ask your sponsor to renew it in time.',
    columns: { name: 'Organization', kind: 'Kind', roles: 'Roles', expires: 'Expires' },
    kinds: { user: 'User', guest: 'Guest', 'inbox-agent': 'Inbox agent' },
    noRole: 'No role',
    /** Beside the organization that the pages speak of. */
    current: 'Current',
    never: 'Never',
    daysLeft: (n: number) => (n === 0 ? 'Last day today' : `${count(n, 'day', 'days')} left`),
    expired: 'Expired',
    expiredNext: 'Your access has ended. Only a new invitation brings it back.',
    switch: 'Switch',
    /** Read out behind “Switch”. */
    switchTo: (organization: string) => `to ${organization}`,
    leave: 'Leave',
  },

  leave: {
    title: (organization: string) => `Leave ${organization}?`,
    what: 'Your roles, teams and products there end at once.',
    next: 'To return, you have to be invited again.',
    button: (organization: string) => `Leave ${organization}`,
    stay: 'Stay',
    lastOwner: {
      title: (organization: string) => `You cannot leave ${organization} now`,
      what: (organization: string) => `You are the last owner. Without you nobody could manage ${organization}.`,
      next: 'Make somebody else an owner first.',
    },
    back: 'Back to Organizations',
  },

  profile: {
    title: 'Profile',
    save: 'Save',
    passwordLead: 'Changing it signs you out in all other browsers and windows.',
    nextAgain: 'New password again',
    sessions: {
      title: 'Sessions',
      lead: 'A session that nobody uses ends after 2 hours, every session after 12.',
      button: 'Sign out everywhere',
    },
  },

  guests: {
    title: (organization: string) => `Invite guests to ${organization}`,
    lead: 'A guest takes no seat. You answer for whom you invite.',
    emails: 'E-mail addresses',
    emailsHint: 'Separated by comma, space, tab or line.',
    days: 'Days of access',
    daysHint: (least: number, most: number) => `${least} to ${most}, from the day on which they accept.`,
    note: 'Note to the guests',
    check: 'Check addresses',
    checkAgain: 'Check again',
    invite: (n: number) => `Invite ${count(n, 'guest', 'guests')}`,
    found: (n: number) => count(n, 'address', 'addresses'),
    invited: (n: number) => `${count(n, 'guest is', 'guests are')} invited`,
    left: (n: number) => `${count(n, 'address was', 'addresses were')} left out`,
  },

  /** At the top of the page after a deed. */
  told: {
    left: (organization: string) => `You have left ${organization}.`,
    saved: 'Your profile is saved.',
    password: 'Your password is changed. Your other sessions have ended.',
    reset: 'Your new password is set. Sign in with it.',
    'signed-out': 'You are signed out everywhere.',
  },

  notices: {
    resetDead: {
      title: 'This link no longer works',
      what: 'It works once, for one hour, and only the newest one does. Your password stays as it is.',
      next: 'Ask for a new one.',
      open: 'Send a new link',
    },
    accessEnded: {
      title: 'Your access has ended',
      what: 'You were a guest here, and the time of your access is over.',
      next: 'Only a new invitation brings it back. Ask whoever invited you.',
    },
    notPermitted: {
      title: 'You may not do this here',
      what: 'Your roles in this organization do not allow it. Nothing was changed.',
      next: 'Ask an administrator of the organization.',
      open: 'Back to Start',
    },
    approvalNeeded: {
      title: 'Invitations are approved here first',
      what: 'In this organization an operator writes invitations and another one approves them. Nobody was invited.',
      next: 'Tell your sponsor or an administrator whom to invite.',
      open: 'Back to Start',
    },
    notFound: {
      title: 'There is no page here',
      what: 'The address leads nowhere.',
      next: 'Open the link in your mail again.',
    },
    inboxOnly: {
      title: 'You have access to the Inbox only',
      what: 'You belong here as an inbox agent. All other pages are closed to you.',
      next: 'What you are told about your access is in the Inbox.',
      open: 'Open the Inbox',
    },
    elsewhere: {
      title: 'This form came from somewhere else',
      what: 'Another site tried to send it for you. Nothing was changed.',
      next: 'Open the link in your mail and fill the form in there.',
    },
    tooMany: {
      title: 'Too many tries',
      what: (seconds: number) => `Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}, then try again.`,
      next: 'Nothing was changed.',
    },
    tooLarge: {
      title: 'This is too much at once',
      what: 'The form holds more than can be read.',
      next: 'Nothing was changed.',
    },
    unreadable: {
      title: 'This request cannot be read',
      what: 'Nothing was changed.',
      next: 'Open the link in your mail again.',
    },
    busy: {
      title: 'Busy for a moment',
      what: 'Another program is using the data right now. Nothing was changed.',
      next: 'Try again in a minute.',
    },
    crowded: {
      title: 'Many people at once',
      what: 'More people are signing in or signing up right now than can be let in. Nothing was changed.',
      next: (seconds: number) => `Try again in ${count(seconds, 'second', 'seconds')}.`,
    },
    failed: {
      title: 'Something went wrong here',
      what: 'It was not your doing, and nothing was changed. Try again in a moment.',
      next: (reference: string) => `If it happens again, pass on this reference: ${reference}`,
    },
  },

  /** Beside the field. Other codes get the words of `errors`. */
  fields: {
    'firstName:empty': 'Fill in your first name.',
    'lastName:empty': 'Fill in your last name.',
    'password:empty': 'Fill in your password.',
    'password:wrong-credentials': 'This is not the password of your account.',
    'passwordAgain:differs': 'The two passwords differ.',
    'email:empty': 'Fill in your e-mail address.',
    'current:empty': 'Fill in your current password.',
    'nextAgain:differs': 'The two passwords differ.',
    'emails:empty': 'Fill in at least one address.',
    'emails:nobody': 'None of these can be invited.',
    'emails:too-many': 'At most 500 guests at once.',
    'note:too-big': 'At most 1,000 characters.',
    'days:range': 'Fill in a number of days from 1 to 730.',
  } as Readonly<Record<string, string>>,
};
