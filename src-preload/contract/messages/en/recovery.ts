/** Words of an owner’s recovery code for a forgotten password. */
export const recovery = {
  title: 'Recovery code',
  lead: 'Gets you back in when you have forgotten your password and nobody else can help.',
  since: (when: string) => `Made ${when}. It was shown that one time, and works once.`,
  none: 'You have no recovery code yet. Make one while you know your password, and keep it on paper.',
  make: 'Make a recovery code…',
  renew: 'Make a new recovery code…',
  making: {
    lead: 'It is shown this one time.',
    leadAgain: 'The new one is shown this one time. The code that you have now stops working.',
    submit: 'Make a code',
  },
  keep: {
    title: 'Keep your recovery code',
    lead: 'It gets you back in when you have forgotten your password and nobody else can help. Keep it on paper: it is shown this one time.',
    leadAgain:
      'The code that you used is void, and this one takes its place. Keep it on paper: it is shown this one time.',
    list: 'Your recovery code',
    kept: 'I have kept it',
    file: 'gatehouse-recovery-code.txt',
    /** On top of the file, and of the printed page. */
    head: (email: string, day: string) =>
      `Gatehouse, recovery code of ${email}, made on ${day}. For a forgotten password: “Forgot your password?” where you sign in. It works once.`,
  },
  forgotten: {
    link: 'Forgot your password?',
    title: 'Forgotten password',
    lead: 'Your recovery code sets a new one. You then sign in with it.',
    code: 'Recovery code',
    codeHint: 'Six groups of four. Capitals and dashes do not matter.',
    password: 'New password',
    again: 'Repeat the new password',
    differ: 'The two passwords differ. Type the new one again.',
    submit: 'Set the new password',
    back: 'Back',
    others: 'Only owners have a recovery code. If you are not one, ask an owner for help.',
  },
  attention: {
    title: 'You have no recovery code',
    text: 'It gets you back in when you have forgotten your password and nobody else can help.',
    action: 'Open My profile',
  },
  audit: {
    renewed: 'Made a new recovery code for a forgotten password',
    recovered: 'Set a new password with a recovery code',
  },
  activity: {
    renewed: 'New recovery code for a forgotten password made',
    recovered: 'New password set with a recovery code',
  },
  cli: {
    code: (email: string) => `Recovery code of ${email}`,
    password: 'New password',
    again: 'Repeat the new password',
    differ: 'The two passwords differ. Type the new one again.',
  },
} as const;
