/** Words of the operator’s own profile, and of phone numbers wherever they are asked for. */
export const profile = {
  title: 'Mein Profil',
  unread: 'Ihr Profil konnte nicht gelesen werden',
  details: 'Über Sie',
  detailsLead: 'Gleich in jeder Organisation, zu der Sie gehören.',
  firstName: 'Vorname',
  lastName: 'Nachname',
  email: 'E-Mail',
  emailHint: 'Damit melden Sie sich an. Sie bleibt, wie sie ist.',
  phone: {
    country: 'Land',
    number: 'Telefon',
    noCountry: 'Kein Land hat diesen Namen oder diese Vorwahl',
    readAs: (international: string) => `Wird gespeichert als ${international}`,
  },
  access: 'Ihr Zugriff',
  accessIn: (organization: string) => `Bei ${organization}`,
  rolesNone: 'Keine Rolle',
  kind: 'Art',
  roles: 'Rollen',
  products: 'Produkte',
  password: {
    title: 'Kennwort',
    lead: 'Eine Änderung beendet alle Ihre anderen Sitzungen: Andere Fenster und Browser verlangen das neue.',
    current: 'Jetziges Kennwort',
    next: 'Neues Kennwort',
    hint: '8 bis 128 Zeichen. Ein Satz genügt; Sonderzeichen sind nicht nötig.',
    submit: 'Kennwort ändern',
    done: 'Das Kennwort ist geändert. Ihre anderen Sitzungen sind beendet.',
    wrong: 'Das ist nicht Ihr jetziges Kennwort.',
  },
  thisComputer: {
    title: 'Dieser Computer',
    lead: 'Gilt für alle, die Gatehouse hier benutzen, und sofort.',
    lock: 'Gatehouse sperren',
    lockHint:
      'Wenn es niemand berührt, und wenn der Computer schläft oder seinen Bildschirm sperrt. Ihre Arbeit bleibt.',
    lockAfter: (minutes: number) =>
      minutes === 0 ? 'Nie' : minutes === 60 ? 'Nach einer Stunde' : `Nach ${minutes} Minuten`,
    language: 'Sprache',
    languageHint: 'Des Fensters und seiner Menüs; die Seite wird neu geladen. E-Mails und Portal haben eine eigene.',
    systemLanguage: 'Wie das System',
    density: 'Dichte',
    densityHint: 'Wie viel Platz die Zeilen von Listen und die Felder von Formularen einnehmen.',
    densities: { comfortable: 'Bequem', compact: 'Kompakt' },
    tray: 'Im Infobereich zeigen, was ansteht',
    trayHint:
      'Zahlen ohne Namen; solange das Fenster gesperrt ist, keine. Nach dem Schließen des Fensters läuft Gatehouse dann weiter.',
    noTray:
      'Dieser Desktop zeigt keine Symbole von Programmen, es gibt also keinen Infobereich. Das Schließen des Fensters beendet Gatehouse.',
    startAtLogin: 'Bei der Anmeldung starten',
    startAtLoginHint:
      'Wenn Sie sich an diesem Computer anmelden. Mit dem Infobereich bleibt das Fenster zu, bis Sie es öffnen.',
    noLogin: 'Nicht in der Demo: Von ihr bleibt nichts auf diesem Computer.',
    notifications: 'Benachrichtigungen des Systems',
    notificationsHint: 'Einmal am Tag, während niemand auf das Fenster sieht: Gäste, deren Zugang bald endet.',
  },
} as const;
