/** Words of signing in and out. */
export const session = {
  signIn: {
    title: 'Anmelden',
    intro: 'Mit E-Mail-Adresse und Kennwort Ihres Kontos.',
    email: 'E-Mail',
    password: 'Kennwort',
    show: 'Kennwort anzeigen oder verbergen',
    submit: 'Anmelden',
  },
  lock: {
    title: 'Gesperrt',
    intro: (name: string) => `${name} ist angemeldet. Mit dem Kennwort geht es weiter, wo Sie waren.`,
    unlock: 'Entsperren',
    signOutHint: 'Beim Abmelden geht verloren, was getippt und nicht gespeichert ist.',
    now: 'Sperren',
  },
  noPlace: {
    title: 'Sie gehören hier zu keiner Organisation',
    text: 'Ihr Konto ist in diesem Arbeitsbereich in keiner Organisation aktives Mitglied. Ein Inhaber kann Sie erneut einladen.',
  },
} as const;
