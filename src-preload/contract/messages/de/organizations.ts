/** Words of making and naming organizations: at the first start and in the menu at the top. */
export const organizations = {
  create: {
    title: 'Ihre Organisation anlegen',
    intro: 'Alles bleibt in einem Ordner auf diesem Computer. Sie können alles später ändern.',
    name: 'Name der Organisation',
    timeZone: 'Zeitzone',
    timeZoneNone: 'Keine Zeitzone heißt so',
    linkLife: 'Einladungslinks gelten',
    owner: 'Sie, der Inhaber oder die Inhaberin',
    ownerName: 'Name',
    email: 'E-Mail',
    password: 'Kennwort',
    passwordHint: '8 bis 128 Zeichen. Ein Satz genügt; Sonderzeichen sind nicht nötig.',
    submit: 'Organisation anlegen',
  },
  add: {
    action: 'Neue Organisation …',
    title: 'Neue Organisation',
    lead: 'Sie werden ihr Inhaber. Personen, Rollen, E-Mail und Einstellungen sind ihre eigenen; nichts wird übernommen.',
    ownersOnly: 'Nur ein Inhaber einer Organisation kann eine weitere hinzufügen.',
    done: (name: string) => `${name} ist angelegt. Sie sind Inhaber.`,
  },
  rename: {
    action: 'Umbenennen …',
    title: 'Organisation umbenennen',
    confirm: 'Umbenennen',
    done: (name: string) => `Umbenannt in ${name}.`,
  },
  strength: {
    label: 'Stärke des Kennworts',
    scores: ['Sehr schwach', 'Schwach', 'Mittel', 'Gut', 'Stark'],
  },
} as const;
