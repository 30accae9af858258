import { count } from './common.ts';
import { number } from './format.ts';
import { inbox } from './inbox.ts';

/** The words of the pages where invited people land. The organization speaks here, never Gatehouse. */
export const portal = {
  language: 'Sprache',
  email: 'E-Mail',
  firstName: 'Vorname',
  lastName: 'Nachname',
  phone: 'Telefon',
  phoneCountry: 'Land der Telefonnummer',
  noCountry: 'Land',
  optional: 'freiwillig',
  password: 'Kennwort',
  newPasswordHint: '8 bis 128 Zeichen. Ein Satz genügt.',
  passwordAgain: 'Kennwort wiederholen',
  showPassword: 'Kennwort anzeigen',
  hidePassword: 'Kennwort verbergen',
  questions: (contact: string) => `Fragen? ${contact}`,
  problems: (n: number) => (n === 1 ? 'Eine Angabe ist zu korrigieren' : `${n} Angaben sind zu korrigieren`),
  errorTitle: (title: string) => `Fehler: ${title}`,

  join: {
    title: (organization: string) => `${organization} beitreten`,
    invitedBy: (name: string) => `${name} hat Sie`,
    invited: 'Sie wurden',
    /** Stands between who invited and the roles: “Tomasz hat Sie als **Mitglied** eingeladen.” */
    as: 'als',
    and: 'und',
    invitedEnd: ' eingeladen.',
    /** How long a guest will have access. */
    lasts: (days: number) => `Ihr Zugang gilt ${count(days, 'Tag', 'Tage')} ab dem Tag Ihres Beitritts.`,
    create: 'Konto anlegen',
    signInAndJoin: 'Anmelden und beitreten',
    joinAs: (name: string) => `Als ${name} beitreten`,
    known: 'Für diese Adresse gibt es bereits ein Konto. Dessen Kennwort bleibt, wie es ist.',
    signedIn: (email: string) => `Sie sind als ${email} angemeldet.`,
    other: (signedIn: string, invited: string) =>
      `Sie sind als ${signedIn} angemeldet. Diese Einladung gilt ${invited}.`,
    until: (when: string) => `Dieser Link ist nur für Sie und funktioniert einmal, bis ${when}.`,
    once: 'Dieser Link ist nur für Sie und funktioniert einmal.',
  },

  dead: {
    expired: {
      title: 'Dieser Link ist abgelaufen',
      what: (when: string) => `Er galt bis ${when}. Niemand hat ihn benutzt.`,
      whatUndated: 'Seine Zeit ist um. Niemand hat ihn benutzt.',
      next: (inviter: string) => `Bitten Sie ${inviter} um eine neue Einladung. Das kostet nur einen Klick.`,
    },
    used: {
      title: 'Diese Einladung wurde angenommen',
      what: (when: string) => `Das war am ${when}. Ein Link funktioniert einmal.`,
      whatUndated: 'Ein Link funktioniert einmal.',
      next: (organization: string) =>
        `Waren Sie es, melden Sie sich mit Ihrer E-Mail-Adresse und dem gewählten Kennwort an. Waren Sie es nicht, sagen Sie es ${organization}.`,
    },
    revoked: {
      title: 'Diese Einladung wurde zurückgenommen',
      what: (when: string) => `Sie wurde am ${when} widerrufen. Der Link funktioniert nicht mehr.`,
      whatUndated: 'Sie wurde widerrufen. Der Link funktioniert nicht mehr.',
      next: (inviter: string) => `Haben Sie das nicht erwartet, fragen Sie ${inviter}.`,
    },
    replaced: {
      title: 'Es gibt einen neueren Link',
      what: (when: string) =>
        `Sie wurden am ${when} noch einmal eingeladen. Nur der Link in der neuesten E-Mail funktioniert.`,
      whatUndated: 'Sie wurden noch einmal eingeladen. Nur der Link in der neuesten E-Mail funktioniert.',
      next: (organization: string) => `Suchen Sie die neueste E-Mail von ${organization}, auch unter Spam und Werbung.`,
    },
    unknown: {
      title: 'Dieser Link funktioniert nicht',
      what: 'Er wurde vielleicht unterwegs abgeschnitten oder verändert.',
      next: 'Öffnen Sie den Link in der E-Mail noch einmal, oder kopieren Sie ihn ganz in die Adresszeile. Hilft das nicht, bitten Sie den Absender um einen neuen.',
    },
    whoInvited: 'die Person, die Sie eingeladen hat',
    write: (contact: string) => `An ${contact} schreiben`,
  },

  signIn: {
    title: 'Anmelden',
    button: 'Anmelden',
    joined: (organization: string) => `Sie sind ${organization} beigetreten.`,
    joinedNext: 'Melden Sie sich mit dem gewählten Kennwort an.',
    leftOut: (names: string) => `Inzwischen gelöscht und daher nicht bei Ihnen: ${names}.`,
    wrong: 'E-Mail-Adresse oder Kennwort stimmen nicht.',
  },

  forgot: {
    /** On the sign-in page. */
    link: 'Kennwort vergessen?',
    title: 'Kennwort vergessen',
    lead: 'Wir senden Ihnen einen Link, mit dem Sie ein neues wählen.',
    button: 'Link senden',
    back: 'Zurück zur Anmeldung',
    sent: {
      title: 'Sehen Sie in Ihren Posteingang',
      what: 'Gibt es ein Konto mit dieser Adresse, ist ein Link unterwegs. Er funktioniert einmal, eine Stunde lang.',
      next: 'Kommt in wenigen Minuten nichts, sehen Sie auch unter Spam nach, oder prüfen Sie die Adresse und fordern Sie den Link noch einmal an.',
    },
  },

  reset: {
    title: 'Neues Kennwort wählen',
    lead: 'Sie werden überall abgemeldet und melden sich mit dem neuen an.',
    button: 'Kennwort setzen',
  },

  nav: {
    label: 'Seiten',
    pages: {
      home: 'Start',
      organizations: 'Organisationen',
      inbox: inbox.title,
      profile: 'Profil',
      guests: 'Gäste einladen',
    },
    signOut: 'Abmelden',
  },

  home: {
    title: (name: string) => `Angemeldet als ${name}`,
    organizations: 'Organisationen',
    none: 'Sie gehören zurzeit zu keiner Organisation.',
    /** Beside the name of an organization; users go without. */
    kinds: { guest: 'Gast', 'inbox-agent': 'Posteingangsagent' },
    roles: 'Rollen',
    products: 'Produkte',
    noProducts: 'Noch keine',
  },

  organizations: {
    title: 'Organisationen',
    own: 'Ihre Organisationen',
    guest: 'Organisationen, in denen Sie Gast sind',
    guestLead:
      'Der Gastzugang endet mit dem angegebenen Tag. Bitten Sie die verantwortliche Person rechtzeitig um eine Verlängerung.',
    columns: { name: 'Organisation', kind: 'Art', roles: 'Rollen', expires: 'Läuft ab' },
    kinds: { user: 'Benutzer', guest: 'Gast', 'inbox-agent': 'Posteingangsagent' },
    noRole: 'Keine Rolle',
    /** Beside the organization that the pages speak of. */
    current: 'Aktuell',
    never: 'Nie',
    daysLeft: (n: number) => (n === 0 ? 'Heute letzter Tag' : `noch ${count(n, 'Tag', 'Tage')}`),
    expired: 'Abgelaufen',
    expiredNext: 'Ihr Zugang ist beendet. Nur eine neue Einladung stellt ihn wieder her.',
    switch: 'Wechseln',
    /** Read out behind “Wechseln”. */
    switchTo: (organization: string) => `zu ${organization}`,
    leave: 'Verlassen',
  },

  leave: {
    title: (organization: string) => `${organization} verlassen?`,
    what: 'Ihre Rollen, Teams und Produkte dort enden sofort.',
    next: 'Um zurückzukehren, müssen Sie erneut eingeladen werden.',
    button: (organization: string) => `${organization} verlassen`,
    stay: 'Bleiben',
    lastOwner: {
      title: (organization: string) => `Sie können ${organization} jetzt nicht verlassen`,
      what: (organization: string) => `Sie sind der letzte Inhaber. Ohne Sie könnte niemand ${organization} verwalten.`,
      next: 'Machen Sie zuerst jemand anderen zum Inhaber.',
    },
    back: 'Zurück zu den Organisationen',
  },

  profile: {
    title: 'Profil',
    save: 'Speichern',
    passwordLead: 'Eine Änderung meldet Sie in allen anderen Browsern und Fenstern ab.',
    nextAgain: 'Neues Kennwort wiederholen',
    sessions: {
      title: 'Sitzungen',
      lead: 'Eine unbenutzte Sitzung endet nach 2 Stunden, jede Sitzung nach 12.',
      button: 'Überall abmelden',
    },
  },

  guests: {
    title: (organization: string) => `Gäste zu ${organization} einladen`,
    lead: 'Ein Gast belegt keinen Platz. Sie sind für alle verantwortlich, die Sie einladen.',
    emails: 'E-Mail-Adressen',
    emailsHint: 'Getrennt durch Komma, Leerzeichen, Tabulator oder Zeilenumbruch.',
    days: 'Tage mit Zugang',
    daysHint: (least: number, most: number) => `${least} bis ${most}, ab dem Tag der Annahme.`,
    note: 'Nachricht an die Gäste',
    check: 'Adressen prüfen',
    checkAgain: 'Noch einmal prüfen',
    invite: (n: number) => `${count(n, 'Gast', 'Gäste')} einladen`,
    found: (n: number) => count(n, 'Adresse', 'Adressen'),
    invited: (n: number) => `${count(n, 'Gast ist', 'Gäste sind')} eingeladen`,
    left: (n: number) => `${count(n, 'Adresse wurde', 'Adressen wurden')} ausgelassen`,
  },

  /** At the top of the page after a deed. */
  told: {
    left: (organization: string) => `Sie haben ${organization} verlassen.`,
    saved: 'Ihr Profil ist gespeichert.',
    password: 'Ihr Kennwort ist geändert. Ihre anderen Sitzungen sind beendet.',
    reset: 'Ihr neues Kennwort ist gesetzt. Melden Sie sich damit an.',
    'signed-out': 'Sie sind überall abgemeldet.',
  },

  notices: {
    resetDead: {
      title: 'Dieser Link funktioniert nicht mehr',
      what: 'Er funktioniert einmal, eine Stunde lang, und nur der neueste. Ihr Kennwort bleibt, wie es ist.',
      next: 'Fordern Sie einen neuen an.',
      open: 'Neuen Link senden',
    },
    accessEnded: {
      title: 'Ihr Zugang ist beendet',
      what: 'Sie waren hier Gast, und die Zeit Ihres Zugangs ist um.',
      next: 'Nur eine neue Einladung stellt ihn wieder her. Wenden Sie sich an die Person, die Sie eingeladen hat.',
    },
    approvalNeeded: {
      title: 'Einladungen werden hier zuerst freigegeben',
      what: 'In dieser Organisation verfasst eine Person Einladungen, und eine andere gibt sie frei. Niemand wurde eingeladen.',
      next: 'Sagen Sie Ihrer verantwortlichen Person oder einem Administrator, wen Sie einladen möchten.',
      open: 'Zurück zum Start',
    },
    notPermitted: {
      title: 'Das dürfen Sie hier nicht',
      what: 'Ihre Rollen in dieser Organisation erlauben es nicht. Es wurde nichts geändert.',
      next: 'Wenden Sie sich an einen Administrator der Organisation.',
      open: 'Zurück zum Start',
    },
    notFound: {
      title: 'Hier gibt es keine Seite',
      what: 'Die Adresse führt nirgendwohin.',
      next: 'Öffnen Sie den Link in Ihrer E-Mail noch einmal.',
    },
    inboxOnly: {
      title: 'Sie haben nur Zugriff auf den Posteingang',
      what: 'Sie gehören hier als Posteingangsagent dazu. Alle anderen Seiten sind für Sie geschlossen.',
      next: 'Was Ihnen zu Ihrem Zugriff mitgeteilt wird, steht im Posteingang.',
      open: 'Posteingang öffnen',
    },
    elsewhere: {
      title: 'Dieses Formular kam von anderswo',
      what: 'Eine andere Website wollte es für Sie absenden. Es wurde nichts geändert.',
      next: 'Öffnen Sie den Link in Ihrer E-Mail, und füllen Sie das Formular dort aus.',
    },
    tooMany: {
      title: 'Zu viele Versuche',
      what: (seconds: number) =>
        `Warten Sie ${seconds === 1 ? '1 Sekunde' : `${number(seconds)} Sekunden`}, und versuchen Sie es dann noch einmal.`,
      next: 'Es wurde nichts geändert.',
    },
    tooLarge: {
      title: 'Das ist zu viel auf einmal',
      what: 'Das Formular enthält mehr, als gelesen werden kann.',
      next: 'Es wurde nichts geändert.',
    },
    unreadable: {
      title: 'Diese Anfrage ist nicht lesbar',
      what: 'Es wurde nichts geändert.',
      next: 'Öffnen Sie den Link in Ihrer E-Mail noch einmal.',
    },
    busy: {
      title: 'Einen Moment beschäftigt',
      what: 'Ein anderes Programm hält gerade die Daten. Es wurde nichts geändert.',
      next: 'Versuchen Sie es in einer Minute noch einmal.',
    },
    crowded: {
      title: 'Viele auf einmal',
      what: 'Im Augenblick melden sich mehr Personen an, als eingelassen werden können. Es wurde nichts geändert.',
      next: (seconds: number) => `Versuchen Sie es in ${count(seconds, 'Sekunde', 'Sekunden')} noch einmal.`,
    },
    failed: {
      title: 'Hier ist etwas schiefgegangen',
      what: 'Es lag nicht an Ihnen, und es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
      next: (reference: string) => `Geschieht es wieder, geben Sie diese Kennung weiter: ${reference}`,
    },
  },

  /** Beside the field. Other codes get the words of `errors`. */
  fields: {
    'firstName:empty': 'Geben Sie Ihren Vornamen ein.',
    'lastName:empty': 'Geben Sie Ihren Nachnamen ein.',
    'password:empty': 'Geben Sie Ihr Kennwort ein.',
    'password:wrong-credentials': 'Das ist nicht das Kennwort Ihres Kontos.',
    'passwordAgain:differs': 'Die beiden Kennwörter unterscheiden sich.',
    'email:empty': 'Geben Sie Ihre E-Mail-Adresse ein.',
    'current:empty': 'Geben Sie Ihr jetziges Kennwort ein.',
    'nextAgain:differs': 'Die beiden Kennwörter unterscheiden sich.',
    'emails:empty': 'Geben Sie mindestens eine Adresse ein.',
    'emails:nobody': 'Keine davon kann eingeladen werden.',
    'emails:too-many': 'Höchstens 500 Gäste auf einmal.',
    'note:too-big': 'Höchstens 1.000 Zeichen.',
    'days:range': 'Geben Sie eine Zahl von 1 bis 730 Tagen ein.',
  } as Readonly<Record<string, string>>,
};
