import type { UserSort } from '../../vocabulary/users.ts';
import { bounces } from './bounces.ts';
import { common, count } from './common.ts';
import { number } from './format.ts';
import { guests } from './guests.ts';

const { people } = common;

/** Words of filters, columns, selection and saved views of the pages that list people. */
export const views = {
  filters: {
    label: 'Filter',
    status: 'Status',
    kind: 'Art',
    role: 'Rolle',
    team: 'Team',
    group: 'Gruppe',
    product: 'Produkt',
    line: 'Linie',
    guest: 'Gastzugang',
    /** A filter with its one value, or with how many it has. */
    one: (what: string, value: string) => `${what}: ${value}`,
    several: (what: string, n: number) => `${what}: ${number(n)}`,
    find: (what: string) => `${what} suchen`,
    nothingFound: 'Nichts gefunden',
    noneYet: 'Es gibt noch nichts',
    clearOne: 'Aufheben',
    more: 'Mehr',
    moreLabel: 'Mehr Filter',
    clear: 'Filter aufheben',
  },
  noMatch: { title: 'Niemand passt zu diesen Filtern', text: 'Nehmen Sie einen davon weg oder alle.' },
  sort: {
    label: 'Sortieren',
    by: {
      name: 'Name',
      email: 'E-Mail',
      status: 'Status',
      changed: 'Letzte Änderung',
      expiry: 'Zugang endet',
      timeLeft: 'Verbleibende Zeit',
    } satisfies Readonly<Record<UserSort, string>>,
    ascending: 'Aufsteigend',
    descending: 'Absteigend',
  },
  nameByEmail: 'Name, nach E-Mail',
  columns: { label: 'Spalten', reset: 'Wie das Fenster es erlaubt' },
  select: (name: string) => `${name} auswählen`,
  selectPage: 'Alle auf dieser Seite auswählen',
  selection: {
    label: 'Ausgewählte Personen',
    selected: (n: number) => `${number(n)} ausgewählt`,
    all: (n: number, least: boolean) => `Alle ${number(n)}${least ? '+' : ''} auswählen`,
    clear: 'Auswahl aufheben',
    more: 'Mehr',
  },
  deeds: {
    reinvite: 'Erneut einladen',
    extend: 'Verlängern',
    links: 'Links kopieren',
    roles: 'Rollen',
    teams: 'Teams',
    groups: 'Gruppen',
    products: 'Produkte',
    lines: 'Linien',
    export: 'Exportieren',
    suspend: 'Sperren',
    reactivate: 'Entsperren',
    revoke: 'Widerrufen',
    remove: 'Entfernen',
    bounced: bounces.deeds.mark,
    notBounced: bounces.deeds.unmark,
    renew: guests.renewMany.label,
    sponsor: guests.sponsorMany.label,
  },
  links: {
    tooMany: (most: number) => `Höchstens ${number(most)} Links werden auf einmal kopiert`,
    copied: (n: number) => `${count(n, 'Link', 'Links')} kopiert, jeder hinter seiner Adresse.`,
    none: 'Es wurde kein Link kopiert.',
    /** Whom a link was refused for, some of them by address. */
    refused: (n: number, some: string) =>
      `${people(n)} ${n === 1 ? 'hat' : 'haben'} keinen gültigen Link: ${some}${n > 3 ? ' …' : ''}.`,
  },
  change: {
    title: (what: string, n: number) => `${what} von ${people(n)}`,
    add: 'Hinzufügen',
    take: 'Wegnehmen',
    text: 'Was jemand schon hat oder nicht hat, bleibt, wie es ist.',
    rolesText: 'Alle behalten mindestens eine Rolle: Wer ohne bliebe, wird nicht geändert.',
    confirm: (n: number) => `${people(n)} ändern`,
    nothing: 'Nichts gewählt',
  },
  ask: {
    renew: guests.renewMany,
    remove: {
      title: (n: number) => `${people(n)} entfernen?`,
      text: 'Der Zugriff endet sofort, Links erlöschen, und wartende E-Mails werden abgebrochen. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig. Der Verlauf bleibt im Protokoll.',
      keep: 'Behalten',
      confirm: (n: number) => `Ja, ${number(n)} Benutzer entfernen`,
    },
    revoke: {
      title: (n: number) => `${n === 1 ? 'Einladung' : 'Einladungen'} von ${people(n)} widerrufen?`,
      text: 'Die Links erlöschen sofort, und wartende E-Mails werden abgebrochen. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig. Wer schon angenommen hat, bleibt unberührt.',
      keep: 'Behalten',
      confirm: (n: number) => `Ja, ${number(n)} Benutzer entfernen`,
    },
    suspend: {
      title: (n: number) => `${people(n)} sperren?`,
      text: 'Der Zugriff ruht, bis jemand ihn zurückgibt. Rollen und Teams bleiben.',
      keep: 'Abbrechen',
      confirm: (n: number) => `${people(n)} sperren`,
    },
    reinvite: {
      title: (n: number) => `${people(n)} erneut einladen?`,
      text: 'Alle, die noch nicht angenommen haben, bekommen eine neue E-Mail; die früheren Links erlöschen. Wer aktiv ist, bleibt unberührt.',
      keep: 'Abbrechen',
      confirm: (n: number) => `${people(n)} erneut einladen`,
    },
  },
  saved: {
    save: 'Ansicht speichern',
    title: 'Diese Ansicht speichern',
    name: 'Name der Ansicht',
    text: 'Filter, Suche und Reihenfolge werden gespeichert, nur für Sie. Sie steht neben den anderen Ansichten.',
    replaces: 'Eine Ansicht mit diesem Namen gibt es schon: Sie wird ersetzt.',
    taken: 'Eine Ansicht mit diesem Namen gibt es schon.',
    menu: (name: string) => `Aktionen für die Ansicht ${name}`,
    rename: 'Umbenennen',
    renameTitle: 'Diese Ansicht umbenennen',
    replace: 'Durch das Angezeigte ersetzen',
    replaced: (name: string) => `Die Ansicht ${name} zeigt jetzt dies.`,
    remove: 'Ansicht entfernen',
    removed: (name: string) => `Die Ansicht ${name} ist entfernt. Die Personen darin bleiben.`,
  },
  guests: {
    title: 'Hier ist kein Gast',
    text: 'Ein Gast arbeitet für begrenzte Zeit mit Ihnen und kommt aus einer anderen Organisation. Gäste brauchen keinen Platz, und ihr Zugang endet von selbst.',
  },
  agents: {
    title: 'Hier ist kein Posteingangsagent',
    text: 'Ein Posteingangsagent erreicht im Portal den Posteingang und sonst nichts. Posteingangsagenten haben keine Rolle und keinen Platz und stehen nicht unter den Benutzern.',
    invite: 'Posteingangsagenten einladen',
  },
  nobodyPending: {
    title: 'Niemand schuldet eine Antwort',
    text: 'Einladungen, die warten oder abgelaufen sind, stehen hier.',
  },
} as const;
