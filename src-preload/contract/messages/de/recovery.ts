/** Words of an owner’s recovery code for a forgotten password. */
export const recovery = {
  title: 'Wiederherstellungscode',
  lead: 'Bringt Sie wieder hinein, wenn Sie Ihr Kennwort vergessen haben und sonst niemand helfen kann.',
  since: (when: string) => `Erzeugt ${when}. Er wurde nur dieses eine Mal gezeigt und gilt einmal.`,
  none: 'Sie haben noch keinen Wiederherstellungscode. Erzeugen Sie einen, solange Sie Ihr Kennwort wissen, und verwahren Sie ihn auf Papier.',
  make: 'Wiederherstellungscode erzeugen …',
  renew: 'Neuen Wiederherstellungscode erzeugen …',
  making: {
    lead: 'Er wird nur dieses eine Mal gezeigt.',
    leadAgain: 'Der neue wird nur dieses eine Mal gezeigt. Der Code, den Sie jetzt haben, gilt dann nicht mehr.',
    submit: 'Code erzeugen',
  },
  keep: {
    title: 'Ihren Wiederherstellungscode verwahren',
    lead: 'Er bringt Sie wieder hinein, wenn Sie Ihr Kennwort vergessen haben und sonst niemand helfen kann. Verwahren Sie ihn auf Papier: Er wird nur dieses eine Mal gezeigt.',
    leadAgain:
      'Der benutzte Code gilt nicht mehr, dieser tritt an seine Stelle. Verwahren Sie ihn auf Papier: Er wird nur dieses eine Mal gezeigt.',
    list: 'Ihr Wiederherstellungscode',
    kept: 'Ich habe ihn verwahrt',
    file: 'gatehouse-wiederherstellungscode.txt',
    /** On top of the file, and of the printed page. */
    head: (email: string, day: string) =>
      `Gatehouse, Wiederherstellungscode von ${email}, erzeugt am ${day}. Für ein vergessenes Kennwort: „Kennwort vergessen?“ beim Anmelden. Er gilt einmal.`,
  },
  forgotten: {
    link: 'Kennwort vergessen?',
    title: 'Kennwort vergessen',
    lead: 'Mit Ihrem Wiederherstellungscode setzen Sie ein neues und melden sich dann damit an.',
    code: 'Wiederherstellungscode',
    codeHint: 'Sechs Gruppen zu vier Zeichen. Groß- und Kleinschreibung und Striche sind egal.',
    password: 'Neues Kennwort',
    again: 'Noch einmal dasselbe',
    differ: 'Die beiden sind nicht gleich. Geben Sie das neue Kennwort noch einmal ein.',
    submit: 'Neues Kennwort setzen',
    back: 'Zurück',
    others: 'Nur Inhaber haben einen Wiederherstellungscode. Alle anderen bitten einen Inhaber um Hilfe.',
  },
  attention: {
    title: 'Sie haben keinen Wiederherstellungscode',
    text: 'Er bringt Sie wieder hinein, wenn Sie Ihr Kennwort vergessen haben und sonst niemand helfen kann.',
    action: 'Mein Profil öffnen',
  },
  audit: {
    renewed: 'Neuen Wiederherstellungscode für ein vergessenes Kennwort erzeugt',
    recovered: 'Neues Kennwort mit einem Wiederherstellungscode gesetzt',
  },
  activity: {
    renewed: 'Neuer Wiederherstellungscode für ein vergessenes Kennwort erzeugt',
    recovered: 'Neues Kennwort mit einem Wiederherstellungscode gesetzt',
  },
  cli: {
    code: (email: string) => `Wiederherstellungscode von ${email}`,
    password: 'Neues Kennwort',
    again: 'Noch einmal dasselbe',
    differ: 'Die beiden sind nicht gleich. Geben Sie das neue Kennwort noch einmal ein.',
  },
} as const;
