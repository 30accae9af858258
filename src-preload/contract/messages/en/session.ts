/** Words of signing in and out. */
export const session = {
  signIn: {
    title: 'Sign in',
    intro: 'With the e-mail and password of your account.',
    email: 'E-mail',
    password: 'Password',
    show: 'Show or hide the password',
    submit: 'Sign in',
  },
  lock: {
    title: 'Locked',
    intro: (name: string) => `${name} is signed in. Enter the password to go on where you were.`,
    unlock: 'Unlock',
    signOutHint: 'Signing out discards what you typed and did not save.',
    now: 'Lock',
  },
  noPlace: {
    title: 'You belong to no organization here',
    text: 'Your account is not an active member of any organization in this workspace. An owner can invite you again.',
  },
} as const;
