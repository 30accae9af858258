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
  noPlace: {
    title: 'Sie gehören hier zu keiner Organisation',
    text: 'Ihr Konto ist in diesem Arbeitsbereich in keiner Organisation aktives Mitglied. Ein Inhaber kann Sie erneut einladen.',
  },
} as const;
