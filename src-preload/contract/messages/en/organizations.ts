/** Words of making and naming organizations: at the first start and in the menu at the top. */
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
    passwordHint: '8 to 128 characters. A sentence is fine; no special characters needed.',
    submit: 'Create organization',
  },
  add: {
    action: 'New organization…',
    title: 'New organization',
    lead: 'You become its owner. People, roles, mail and settings are its own; nothing is copied from this one.',
    ownersOnly: 'Only an owner of an organization can add another one.',
    done: (name: string) => `${name} is ready. You are its owner.`,
  },
  rename: {
    action: 'Rename…',
    title: 'Rename the organization',
    confirm: 'Rename',
    done: (name: string) => `Renamed to ${name}.`,
  },
  strength: {
    label: 'Password strength',
    scores: ['Very weak', 'Weak', 'Fair', 'Good', 'Strong'],
  },
} as const;
