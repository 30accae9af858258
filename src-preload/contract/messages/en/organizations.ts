/** Words of the first start, where an organization is made. */
export const organizations = {
  create: {
    title: 'Create your organization',
    intro: 'Everything stays in a folder on this computer. You can change all of it later.',
    name: 'Organization name',
    timeZone: 'Time zone',
    timeZoneNone: 'No time zone has this name',
    linkLife: 'Invitation links live',
    owner: 'You, the owner',
    ownerName: 'Name',
    email: 'E-mail',
    password: 'Password',
    passwordHint: '8 to 128 characters. A sentence is fine; no special signs needed.',
    submit: 'Create organization',
  },
  strength: {
    label: 'Password strength',
    scores: ['Very weak', 'Weak', 'Fair', 'Good', 'Strong'],
  },
} as const;
