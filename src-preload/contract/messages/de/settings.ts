import { count } from './common.ts';
import { number } from './format.ts';

/** Words of the settings pages; those about the mail server are in `mail.ts`. */
export const settings = {
  title: 'Einstellungen',
  navigation: 'Seiten der Einstellungen',
  pages: {
    organization: 'Organisation',
    invitations: 'Einladungen',
    guests: 'Gäste',
    licences: 'Benutzer & Lizenzen',
    products: 'Produkte & Linien',
    mail: 'E-Mail',
    wording: 'Wortlaut',
    portal: 'Portal',
    backups: 'Sicherungen',
    privacy: 'Protokoll & Daten',
    security: 'Sicherheit',
  },
  groups: { general: 'Allgemein', users: 'Benutzerverwaltung', delivery: 'Zustellung', workspace: 'Arbeitsbereich' },
  profile: 'Mein Profil',
  /** Other names under which people look for the users page. */
  team: 'Team',
  allUsers: 'Benutzer',
  save: 'Änderungen speichern',
  undo: 'Rückgängig',
  saved: 'Gespeichert',
  unsaved: 'Die Änderungen sind noch nicht gespeichert.',
  saving: 'Wird gespeichert',
  unread: 'Die Einstellungen konnten nicht gelesen werden',
  leave: {
    title: 'Verlassen, ohne zu speichern?',
    text: 'Die Änderungen auf dieser Seite gehen verloren.',
    stay: 'Hier bleiben',
    discard: 'Änderungen verwerfen',
  },
  lacking: (right: string) => `Um dies zu ändern, ist eine Rolle mit dem Recht „${right}“ nötig.`,
  organization: {
    lead: 'Wie die Organisation in E-Mails und auf der Anmeldeseite erscheint.',
    name: 'Name',
    timeZone: 'Zeitzone',
    timeZoneHint: 'E-Mails und Anmeldeseite nennen Zeiten in ihr.',
    language: 'Sprache der E-Mails',
    languageHint: 'Für Personen, die selbst nie eine gewählt haben; jede Einladung kann eine andere haben.',
    contact: 'Kontaktadresse',
    contactHint: 'Sehen Personen, deren Link abgelaufen ist oder widerrufen wurde, damit sie wissen, wen sie fragen.',
    nothingFound: 'Diese Zeitzone gibt es nicht',
    security: 'Sicherheit',
    twoFactor: 'Anmeldung in zwei Schritten verlangen',
    twoFactorHint:
      'Wer sie nicht hat, richtet sie bei der nächsten Anmeldung ein, vor allem anderen hier; auch die Befehlszeile verlangt dann einen Code. Darüber entscheiden Inhaber, und nur wer sie selbst hat.',
  },
  invitations: {
    lead: 'Die Regeln, nach denen jede Einladung geht.',
    life: 'Links gelten',
    lifeHint: 'Gezählt ab dem Versand der E-Mail. Links, die schon hinaus sind, behalten ihre Zeit.',
    otherLife: 'Andere Dauer',
    hours: 'Stunden',
    freeMail: 'Kostenlose E-Mail-Anbieter ablehnen',
    freeMailHint: 'Adressen etwa bei gmail.com können nicht eingeladen werden und nicht annehmen.',
    nameRequired: 'Anzeigenamen verlangen',
    nameRequiredHint: 'Eine Einladung ohne Namen wird abgelehnt.',
    groupRequired: 'Mindestens eine Gruppe',
    groupRequiredHint: 'Eine Einladung ohne Gruppe wird abgelehnt. Der Assistent verlangt immer eine.',
    approvalRequired: 'Freigabe durch eine zweite Person',
    approvalRequiredHint:
      'Einladungen warten als Entwürfe, bis eine andere als die verfassende Person sie freigibt, ob im Fenster, auf der Befehlszeile oder im Portal. Erneut einladen und Verlängern gehen ohne: Diese Personen wurden freigegeben. Es braucht zwei Personen, die einladen dürfen.',
    policies: 'Regeln',
    remind: 'Vor dem Ablauf eines Links erinnern',
    remindHint:
      'Eine weitere E-Mail mit demselben Link, wenn er zwei Tage oder länger gilt und bis dahin niemand geantwortet hat.',
    noReminder: 'Keine Erinnerung',
    before: (n: number) => `${n % 24 === 0 ? count(n / 24, 'Tag', 'Tage') : count(n, 'Stunde', 'Stunden')} vorher`,
  },
  privacy: {
    lead: 'Wie lange das Protokoll bleibt, und wie die Daten von Personen verschwinden, die gegangen sind.',
    keep: 'Einträge des Protokolls behalten',
    keepHint:
      'Ältere Einträge werden endgültig entfernt, während Gatehouse läuft, und das Protokoll sagt es. Was bleibt, lässt sich weiter prüfen. Anmeldungen gehören zu keiner Organisation: Sie bleiben so lange wie die längste Zeit aller Organisationen, und für immer, solange eine ihr Protokoll für immer behält.',
    forEver: 'Für immer',
    span: (days: number) => (days % 365 === 0 ? count(days / 365, 'Jahr', 'Jahre') : count(days, 'Tag', 'Tage')),
    ownersOnly: 'Das ändert nur ein Inhaber dieser Organisation.',
    clockDoubted:
      'Die Uhr dieses Computers ist vorgesprungen. Entfernt wird erst, wenn sie sieben Tage lang weiterging oder richtig gestellt wurde.',
    ask: {
      title: 'Ältere Einträge entfernen?',
      text: (n: number, until: string) =>
        `${count(n, 'Eintrag wird', 'Einträge werden')} endgültig entfernt, der letzte vom ${until}. Sicherungen enthalten sie noch, bis sie ausgedünnt sind.`,
      keep: 'Behalten',
      confirm: 'Speichern und entfernen',
    },
  },
  licences: {
    lead: 'Wie viele Plätze die Lizenz hat und wie viele belegt sind.',
    limited: 'Zahl der Plätze begrenzen',
    limitedHint: 'Über die Grenze hinaus kann niemand eingeladen werden. Wer schon da ist, bleibt.',
    limit: 'Plätze',
    limitHint: (taken: number) =>
      `${number(taken)} jetzt belegt. Eine niedrigere Grenze ist erlaubt: Niemand wird entfernt, aber niemand kann eingeladen werden.`,
    counts: 'Was zählt',
    rules: [
      'Ein aktiver Benutzer belegt einen Platz; ein gesperrter keinen, bis er entsperrt wird.',
      'Eine ausstehende Einladung belegt einen, sobald sie ausgesprochen ist; ihre Annahme belegt keinen zweiten.',
      'Läuft sie ab, wird sie widerrufen oder wird jemand entfernt, ist der Platz sofort frei.',
      'Gäste und Posteingangsagenten belegen keinen.',
    ],
  },
  products: {
    lead: 'Was Personen gegeben und wem sie zugeordnet werden können.',
  },
  portal: {
    lead: 'Die Webseiten, auf denen Eingeladene ankommen.',
    runs: 'Läuft unter',
    stopped: 'Läuft nicht',
    open: 'Im Browser öffnen',
    address: 'Adresse',
    addressHint: '127.0.0.1 ist nur dieser Computer; 0.0.0.0 jedes Netz, in dem er ist.',
    port: 'Port',
    portHint: '0 wählt einen freien und behält ihn.',
    baseUrl: 'Basisadresse der Links',
    baseUrlHint:
      'Worunter Personen das Portal erreichen, etwa https://join.example.com. Leer: aus Adresse und Port gebildet.',
    linksBeginWith: 'Links beginnen mit',
    loopback: 'Links funktionieren nur auf diesem Computer',
    loopbackHint:
      'Jetzt gesendete E-Mails enthalten Links, die sonst niemand öffnen kann. Legen Sie eine erreichbare Basisadresse fest.',
    openNetwork:
      'Das Portal ist von anderen Computern ohne Verschlüsselung erreichbar. Setzen Sie einen Proxy mit HTTPS davor.',
  },
};
