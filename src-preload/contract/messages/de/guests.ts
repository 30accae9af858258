import type { GuestState } from '../../vocabulary/user-filter.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const guestsOf = (n: number) => count(n, 'Gast', 'Gäste');
/** After “von” and the like. */
const ofGuests = (n: number) => count(n, 'Gast', 'Gästen');
const days = (n: number) => count(n, 'Tag', 'Tage');
/** After “in” and the like. */
const inDays = (n: number) => count(n, 'Tag', 'Tagen');

const states: Readonly<Record<GuestState, string>> = {
  expiring: 'Läuft ab',
  expired: 'Zugang beendet',
  'no-sponsor': 'Niemand verantwortlich',
};

/** Words of the pages and dialogs about guests. */
export const guests = {
  days,
  states,
  invite: {
    action: 'Gäste einladen',
    title: 'Gäste einladen',
    addresses: 'E-Mail-Adressen',
    addressesHint: 'Getrennt durch Komma, Leerzeichen, Tabulator oder Zeilenumbruch.',
    placeholder: 'name@partner.example',
    more: 'Weitere hinzufügen',
    add: 'Hinzufügen',
    tooLong: 'Das ist zu viel auf einmal. Fügen Sie es in Teilen hinzu.',
    chips: 'Hinzugefügte Adressen',
    chipHint: 'Eingabe ändert sie, Rücktaste nimmt sie heraus.',
    edit: (address: string) => `${address} ändern`,
    /** Read out with the chip. */
    refused: (address: string, why: string) => `${address} ändern: ${why}`,
    remove: (address: string) => `${address} herausnehmen`,
    permissions: 'Berechtigungen',
    accountManager: 'Gästebetreuer',
    accountManagerHint: 'Sieht die Benutzer; lädt Gäste ein, verlängert und entfernt sie.',
    mayInvite: 'Darf Gäste einladen',
    mayInviteHint: 'Lädt im Portal weitere Gäste ein.',
    notYours: 'Ein Gästebetreuer darf mehr als Ihre eigenen Rollen erlauben, daher können Sie dies nicht vergeben.',
    days: 'Zeitraum in Tagen',
    daysHint: 'Gezählt ab dem Tag der Annahme.',
    sponsor: 'Verantwortlich',
    sponsorHint: 'Steht für den Gast ein und erfährt vor dem Ende des Zugangs davon.',
    you: (name: string) => `${name} (Sie)`,
    teams: 'Teams',
    note: 'Nachricht an den Gast',
    noteHint: 'Steht als einfacher Text in der E-Mail.',
    nobody: 'Noch niemand',
    noSeat: 'Gäste belegen keinen Platz.',
    daysNeeded: 'Wählen Sie einen Zeitraum von 1 bis 730 Tagen.',
    addFirst: 'Fügen Sie zuerst eine Adresse hinzu.',
    allBad: 'Es ist keine Adresse übrig, die eingeladen werden kann.',
    tooMany: (most: number) => `Höchstens ${number(most)} Gäste können auf einmal eingeladen werden.`,
    send: (n: number) => (n === 0 ? 'Gäste einladen' : `${guestsOf(n)} einladen`),
    leave: {
      title: 'Schließen, ohne einzuladen?',
      text: 'Ihre Eingabe bleibt hier, bis Sie sie verwerfen oder Gatehouse geschlossen wird.',
    },
    invited: (n: number) => `${guestsOf(n)} eingeladen`,
    period: (n: number) => `Der Zugang gilt ab der Annahme ${days(n)}.`,
  },
  columns: { expires: 'Zugang endet', sponsor: 'Verantwortlich', period: 'Zeitraum' },
  /** The last day of access, and what is left until it is over. */
  left: (span: string) => `noch ${span}`,
  /** The same with the period, where there is no column for it. */
  leftOf: (left: number, period: number) =>
    left < 1 ? `Letzter von ${inDays(period)}` : `noch ${days(left)} von ${number(period)}`,
  ended: 'Beendet',
  endedAfter: (period: number) => `Beendet nach ${inDays(period)}`,
  afterAcceptance: 'nicht begonnen',
  afterAcceptanceWhy: 'Der Zeitraum beginnt mit dem Tag, an dem der Gast annimmt.',
  noSponsor: 'Niemand verantwortlich',
  notice: {
    title: (n: number, within: number) =>
      `${guestsOf(n)} ${n === 1 ? 'verliert' : 'verlieren'} binnen ${inDays(within)} den Zugang.`,
    /** “Chidi Okafor in 2 Tagen”, “Ingrid Solheim heute”. */
    one: (name: string, left: number) => (left < 1 ? `${name} heute` : `${name} in ${inDays(left)}`),
    more: (n: number) => `${number(n)} weitere`,
    manage: 'Verwalten',
    open: (n: number) => `${number(n)} ${n === 1 ? 'läuft' : 'laufen'} ab`,
  },
  actions: {
    renew: 'Verlängern',
    inviteAgain: 'Erneut einladen',
    makeUser: 'Zum Benutzer machen',
    makeGuest: 'Zum Gast machen',
    edit: 'Gast bearbeiten',
    remove: 'Gast entfernen',
  },
  done: {
    renewed: (name: string, until: string) =>
      `Der Zugang von ${name} ist verlängert; eine E-Mail teilt es mit. Der letzte Tag ist ${until}.`,
    invitedAgain: (name: string, waits: boolean) =>
      `${waits ? `Eine neue Einladung für ${name} wartet im Postausgang` : `Eine neue Einladung ist unterwegs an ${name}`}. Rollen, Teams und Zeitraum sind wie zuvor.`,
    removed: (name: string) => `${name} ist hier kein Gast mehr.`,
    madeUser: (name: string) => `${name} ist jetzt Benutzer. Der Zugang endet nicht.`,
    madeGuest: (name: string, until: string | null) =>
      until === null
        ? `${name} ist jetzt Gast. Der Zeitraum beginnt am Tag der Annahme.`
        : `${name} ist jetzt Gast. Der letzte Tag ist ${until}.`,
    updated: (name: string) => `Der Gastzugang von ${name} ist aktualisiert.`,
  },
  revoke: {
    title: 'Diese Einladung widerrufen?',
    text: 'Der Link erlischt sofort, wartende E-Mails werden abgebrochen. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
    keep: 'Behalten',
    confirm: 'Ja, diesen Gast entfernen',
  },
  remove: {
    title: 'Diesen Gast entfernen?',
    text: 'Der Zugang endet sofort, Rollen und Teams werden entzogen. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
    keep: 'Behalten',
    confirm: 'Ja, diesen Gast entfernen',
  },
  danger: {
    revoke: {
      title: 'Einladung widerrufen',
      text: 'Der Link erlischt sofort. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
      action: 'Einladung widerrufen',
    },
    remove: {
      title: 'Gast entfernen',
      text: 'Der Zugang endet sofort. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
      action: 'Gast entfernen',
    },
    suspend: {
      title: 'Sperren',
      text: 'Der Zugang ruht, bis er zurückgegeben wird. Rollen und Teams bleiben; der Zeitraum läuft weiter.',
      action: 'Sperren',
    },
  },
  makeUser: {
    title: 'Diesen Gast zum Benutzer machen?',
    text: 'Der Zugang endet nicht mehr, und ein Platz wird belegt. Rollen, Teams und Verlauf bleiben.',
    keep: 'Abbrechen',
    confirm: 'Zum Benutzer machen',
  },
  makeGuest: {
    title: 'Diesen Benutzer zum Gast machen?',
    text: 'Der Zugang endet nach dem Zeitraum, und der Platz wird frei. Rollen, Teams und Verlauf bleiben.',
    keep: 'Abbrechen',
    confirm: 'Zum Gast machen',
  },
  renewMany: {
    label: 'Gastzugang verlängern',
    title: (n: number) => `Zugang von ${ofGuests(n)} verlängern?`,
    text: 'Jeder Zeitraum beginnt heute neu, mit der Länge, für die der Gast eingeladen wurde. Wartende Hinweise werden abgebrochen.',
    textRest: 'Wessen Zugang beendet ist, bleibt unberührt: Nur eine neue Einladung stellt ihn wieder her.',
    keep: 'Abbrechen',
    confirm: (n: number) => `${guestsOf(n)} verlängern`,
    becomes: 'wird',
    notify: 'Per E-Mail mitteilen',
  },
  sponsorMany: {
    label: 'Verantwortlich',
    title: (n: number) => `Verantwortliche Person von ${ofGuests(n)}`,
    text: 'Steht von jetzt an für sie ein und erfährt vor dem Ende des Zugangs davon.',
    nobody: 'Niemand gewählt',
    confirm: (n: number) => `${guestsOf(n)} ändern`,
  },
  card: {
    title: 'Gastzugang',
    lastDay: 'Letzter Tag',
    left: 'Verbleibend',
    renewal: (n: number) => `Eine Verlängerung gilt ${days(n)}.`,
    daysHint: 'Zählt ab der nächsten Verlängerung.',
    daysHintPending: 'Zählt ab dem Tag der Annahme.',
    noSponsor: 'Niemand ist für diesen Gast verantwortlich',
    sponsorClear: 'Verantwortliche Person wegnehmen',
    facts: 'Berechtigungen gelten sofort',
    unsaved: 'Noch nicht gespeichert',
    discard: 'Verwerfen',
    save: 'Gast aktualisieren',
  },
  statusNotice: {
    soon: (span: string, day: string) => `Der Zugang gilt noch ${span}; der letzte Tag ist ${day}.`,
    soonTitle: 'Endet bald.',
    ended: 'Der Zugang ist beendet.',
    endedOn: (day: string) =>
      `Der letzte Tag war ${day}. Nur eine neue Einladung stellt den Zugang wieder her; Rollen, Teams und Zeitraum bleiben.`,
    linkExpired: 'Eine neue Einladung behält Rollen, Teams und Zeitraum bei.',
  },
  sponsorSearch: { placeholder: 'Name oder E-Mail', nothing: 'Kein aktiver Benutzer gefunden' },
  settings: {
    lead: 'Wie lange Gäste bleiben und wer vom Ende erfährt.',
    days: 'Zeitraum in Tagen',
    daysHint: 'Wie lange der Zugang ab dem Tag der Annahme gilt, wenn die Einladung nichts anderes sagt.',
    noticeDays: 'Hinweis in Tagen',
    noticeDaysBad: 'Wählen Sie 1 bis 90 Tage.',
    noticeDaysHint: 'Ab wie vielen Tagen vor dem Ende die Seiten Benutzer und Gäste darauf hinweisen.',
    mailDays: 'E-Mails vor dem Ende',
    mailDaysHint:
      'Tage vor dem letzten, an denen Gast, verantwortliche Person und Gästebetreuer davon erfahren, durch Kommas getrennt; leer für keine. Zum Ende selbst geht immer eine E-Mail hinaus.',
    mailDaysBad: 'Verwenden Sie bis zu 5 ganze Zahlen von 1 bis 90, durch Kommas getrennt.',
    partners: 'Partner-Domains',
    limited: 'Nur Gäste von Partner-Domains',
    limitedHint: 'Andere Adressen werden abgelehnt, auch bei der Annahme. Gäste, die schon hier sind, bleiben.',
    domains: 'Domains',
    domainsHint: 'Eine je Zeile. Unterdomains sind eingeschlossen.',
    domainsNeeded: 'Geben Sie mindestens eine Domain ein, oder lassen Sie Gäste von überall zu.',
    badDomain: (line: number, text: string) => `Zeile ${line}: „${text}“ ist keine Domain wie partner.example.`,
    tooManyDomains: (most: number) => `Höchstens ${number(most)} Domains können aufgeführt werden.`,
    moreBad: (n: number) => `${count(n, 'weitere Zeile', 'weitere Zeilen')} zu korrigieren.`,
  },
  overview: {
    title: (n: number, within: number) =>
      `${guestsOf(n)} ${n === 1 ? 'verliert' : 'verlieren'} binnen ${inDays(within)} den Zugang`,
    action: 'Verwalten',
  },
  empty: { action: 'Gäste einladen' },
} as const;
