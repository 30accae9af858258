import type { DeliveryState } from '../../vocabulary/delivery.ts';
import type { MailGroup, MemberKind, presentStatuses, UserStatus } from '../../vocabulary/user-filter.ts';
import { bounces } from './bounces.ts';
import { count } from './common.ts';
import { number } from './format.ts';
import { guests } from './guests.ts';

const statuses: Readonly<Record<UserStatus, string>> = {
  active: 'Aktiv',
  pending: 'Ausstehend',
  expired: 'Abgelaufen',
  suspended: 'Gesperrt',
  revoked: 'Widerrufen',
  removed: 'Entfernt',
};

const deliveryStates: Readonly<Record<DeliveryState, string>> = {
  queued: 'Wartet',
  sending: 'Wird gesendet',
  sent: 'Gesendet',
  deferred: 'Aufgeschoben',
  uncertain: 'Ungewiss',
  failed: 'Fehlgeschlagen',
  held: 'Angehalten',
  cancelled: 'Abgebrochen',
  bounced: bounces.state,
};

const kinds: Readonly<Record<MemberKind, string>> = {
  user: 'Benutzer',
  guest: 'Gast',
  'inbox-agent': 'Posteingangsagent',
};
/** A tab of a list: everybody, or those of one status. */
type Tab = 'all' | (typeof presentStatuses)[number];
const views: Readonly<Record<Tab, string>> = {
  all: 'Alle',
  active: 'Aktiv',
  pending: 'Ausstehend',
  expired: 'Abgelaufen',
  suspended: 'Gesperrt',
};
/** Who is pending, by what became of the mail. */
const mailGroups: Readonly<Record<MailGroup, string>> = {
  failed: 'Fehlgeschlagen',
  bounced: bounces.state,
  deferred: 'Aufgeschoben',
  uncertain: 'Ungewiss',
  held: 'Angehalten',
  waiting: 'Wartet auf E-Mail',
  sent: 'Gesendet',
  ending: 'Endet binnen eines Tages',
  unanswered: 'Seit über einer Woche',
};
export const users = {
  title: 'Benutzer',
  statuses,
  deliveryStates,
  kinds,
  views,
  mailGroups,
  viewsLabel: 'Ansichten',
  columns: {
    name: 'Name',
    email: 'E-Mail',
    kind: 'Art',
    roles: 'Rollen',
    teams: 'Teams',
    groups: 'Gruppen',
    products: 'Produkte',
    lines: 'Linien',
    teamsAndProducts: 'Teams, Produkte',
    access: 'Rollen, Teams',
    status: 'Status',
    mail: 'E-Mail-Stand',
    mailAndSent: 'E-Mail, gesendet',
    invitedBy: 'Eingeladen von',
    age: 'Alter',
    timeLeft: 'Restzeit',
    generation: 'Nr.',
    sent: 'Gesendet',
    validUntil: 'Gültig bis',
    changed: 'Letzte Änderung',
    twoFactor: 'Zwei Schritte',
    ...guests.columns,
    actions: 'Aktionen',
  },
  add: {
    button: 'Benutzer hinzufügen',
    more: 'Weitere Wege zum Hinzufügen',
    rows: 'Benutzer hinzufügen',
    paste: 'Benutzer einladen',
    wizard: 'Schritt für Schritt',
    import: 'Datei importieren',
    compare: 'Mit einer Liste vergleichen',
    agent: 'Posteingangsagent hinzufügen',
  },
  search: { label: 'Benutzer suchen', placeholder: 'Name oder E-Mail', clear: 'Suche leeren' },
  table: 'Benutzer der Organisation',
  notStarted: 'ruht noch',
  notStartedWhy: 'Die Zeit des Links läuft, sobald seine E-Mail dem Server übergeben ist oder der Link kopiert wird.',
  by: (name: string) => `von ${name}`,
  you: 'Sie',
  byYou: 'von Ihnen',
  invitedByName: (name: string) => `Eingeladen von ${name}`,
  pager: {
    range: (from: number, to: number, total: number, least: boolean) =>
      `${number(from)}–${number(to)} von ${number(total)}${least ? '+' : ''}`,
    previous: 'Vorige Seite',
    next: 'Nächste Seite',
    label: 'Seiten der Liste',
  },
  actions: {
    menu: (name: string) => `Aktionen für ${name}`,
    edit: 'Benutzer bearbeiten',
    details: 'Einzelheiten anzeigen',
    copyLink: 'Link kopieren',
    sendAgain: 'Noch einmal senden',
    reinvite: 'Erneut einladen',
    extend: 'Link verlängern',
    generate: 'Neue Einladung erstellen',
    /** For people who hear the button without seeing its row. */
    reinviteThis: (action: string, name: string) => `${action}: ${name}`,
    suspend: 'Sperren',
    reactivate: 'Entsperren',
    revoke: 'Einladung widerrufen',
    remove: 'Aus der Organisation entfernen',
    copyEmail: 'E-Mail-Adresse kopieren',
    renew: guests.actions.renew,
    inviteAgain: guests.actions.inviteAgain,
    makeUser: guests.actions.makeUser,
    makeGuest: guests.actions.makeGuest,
    bars: {
      yourself: 'Mit sich selbst können Sie das nicht tun. Eine andere berechtigte Person kann es.',
      'last-owner': 'Dies ist der letzte Inhaber. Machen Sie zuerst jemand anderen zum Inhaber.',
    },
  },
  done: {
    linkCopied: (name: string, until: string) => `Link für ${name} kopiert. Er funktioniert bis ${until}.`,
    emailCopied: (email: string) => `${email} kopiert.`,
    sentAgain: (name: string, waits: boolean) =>
      waits
        ? `Derselbe Link für ${name} wartet im Postausgang.`
        : `Derselbe Link ist noch einmal unterwegs an ${name}.`,
    reinvited: (name: string, waits: boolean) =>
      `${waits ? `Eine neue Einladung für ${name} wartet im Postausgang` : `Eine neue Einladung ist unterwegs an ${name}`}. Ältere Links funktionieren nicht mehr.`,
    extended: (name: string, until: string) => `Der Link von ${name} funktioniert bis ${until}.`,
    revoked: (name: string) => `Die Einladung von ${name} ist widerrufen.`,
    removed: (name: string) => `${name} ist aus der Organisation entfernt.`,
    suspended: (name: string) => `${name} ist gesperrt. Rollen und Teams bleiben.`,
    reactivated: (name: string) => `${name} hat wieder Zugriff.`,
  },
  revoke: {
    title: 'Diese Einladung widerrufen?',
    text: 'Der Link erlischt sofort, wartende E-Mails werden abgebrochen, und der Platz wird frei. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
    keep: 'Behalten',
    confirm: 'Ja, diesen Benutzer entfernen',
  },
  remove: {
    title: 'Diesen Benutzer entfernen?',
    text: 'Der Zugriff endet sofort, Rollen und Teams werden entzogen, und der Platz wird frei. Das lässt sich nicht rückgängig machen; für eine Rückkehr ist eine neue Einladung nötig.',
    keep: 'Behalten',
    confirm: 'Ja, diesen Benutzer entfernen',
  },
  empty: {
    title: 'Bisher sind nur Sie hier',
    text: 'Drei Wege, Personen hereinzuholen. Es wird nichts gesendet, bevor Sie es sagen.',
    paste: 'Liste einfügen',
    pasteText: 'Aus Outlook, Excel oder einem Kalender. Sehen Sie, was mit jeder Zeile geschehen würde.',
    rows: 'Personen einzeln hinzufügen',
    rowsText: 'E-Mail, Name, Rollen, Teams und Produkte; dann senden.',
    wizard: 'Eine Person Schritt für Schritt',
    wizardText: 'Angaben mit Telefon, Gruppen und eine Übersicht, bevor etwas gesendet wird.',
    noServer: 'Noch kein Mailserver. Laden Sie trotzdem ein: E-Mails warten im Postausgang.',
    waiting: (n: number) =>
      `Noch kein Mailserver. ${count(n, 'E-Mail wartet', 'E-Mails warten')} im Postausgang, und kein Link altert, bevor er gesendet ist.`,
    setUp: 'E-Mail einrichten',
    views: {
      all: 'Hier ist noch niemand',
      active: 'Noch ist niemand aktiv',
      pending: 'Keine Einladung wartet auf Antwort',
      expired: 'Keine Einladung ist abgelaufen',
      suspended: 'Niemand ist gesperrt',
    } satisfies Readonly<Record<Tab, string>>,
    mail: {
      failed: 'Keine E-Mail einer Einladung ist fehlgeschlagen',
      bounced: bounces.noneBounced,
      deferred: 'Kein Server bittet darum, es später zu versuchen',
      uncertain: 'Bei keiner E-Mail ist ungewiss, ob sie ankam',
      held: 'Keine E-Mail einer Einladung ist angehalten',
      waiting: 'Keine Einladung wartet auf ihre E-Mail',
      sent: 'Keine E-Mail einer offenen Einladung ist hinaus',
      ending: 'Kein Link endet binnen eines Tages',
      unanswered: 'Kein Link ist seit über einer Woche ohne Antwort',
    } satisfies Readonly<Record<MailGroup, string>>,
    viewText: 'Die anderen Ansichten zeigen alle übrigen.',
    showAll: 'Alle anzeigen',
  },
  noMatch: {
    title: (search: string) => `Keine Treffer für „${search}“`,
    text: 'Gesucht wird in Namen und E-Mail-Adressen, ohne auf Akzente und Großschreibung zu achten.',
    clear: 'Filter aufheben',
  },
  found: (n: number) => count(n, 'Person gefunden', 'Personen gefunden'),
} as const;
