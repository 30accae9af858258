import type { reasons } from '../../invitations.ts';
import { addresses } from './addresses.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** Each completes “Abgelehnt: …”; `detail` is the name that the reason is about. */
const refusals: Readonly<Record<(typeof reasons)[number], (detail: string) => string>> = {
  'free-mail-provider': () => 'kostenloser E-Mail-Anbieter',
  'unknown-role': (d) => `die Rolle „${d}“ gibt es nicht`,
  'role-not-yours-to-give': (d) => `die Rolle „${d}“ können Sie nicht vergeben`,
  'role-needed': () => 'es ist keine Rolle gewählt',
  'unknown-team': (d) => `das Team „${d}“ gibt es nicht`,
  'unknown-group': (d: string) => `die Gruppe „${d}“ gibt es nicht`,
  'unknown-line': (d: string) => `die Linie „${d}“ gibt es nicht`,
  'group-needed': () => 'mindestens eine Gruppe ist nötig',
  'not-a-phone-number': (d: string) => `„${d}“ ist nicht als Telefonnummer lesbar`,
  'unknown-product': (d) => `das Produkt „${d}“ gibt es nicht`,
  'name-needed': () => 'ein Anzeigename ist nötig',
  'not-a-partner': (d) => `${d} ist keine Domain eines Partners`,
  suspended: () => 'diese Person ist gesperrt',
  expired: () => 'die Einladung oder der Zugang ist abgelaufen',
  'same-address': () => 'diese Adresse steht schon da',
};
const problems: Readonly<Record<string, string>> = addresses.problems;
const known: Readonly<Record<string, (detail: string) => string>> = refusals;

/** Why an entry was refused: a rule of the organization, or a problem of the address. */
const reason = (code: string | undefined, detail = ''): string =>
  known[code ?? '']?.(detail) ?? problems[code ?? ''] ?? code ?? '';

export const invitations = {
  title: 'Benutzer einladen',
  kinds: { user: 'Benutzer', 'inbox-agent': 'Posteingangsagenten' },
  kindLabel: 'Wen einladen',
  modes: { rows: 'Einzeln', paste: 'Liste einfügen' },
  modeLabel: 'Wie einladen',
  fields: {
    email: 'E-Mail',
    name: 'Anzeigename',
    roles: 'Rollen',
    teams: 'Teams',
    groups: 'Gruppen',
    products: 'Produkte',
    lines: 'Linien',
    addRole: 'Weitere Rolle',
    life: 'Link gilt',
    language: 'Sprache der E-Mail',
    emailPlaceholder: 'name@firma.de',
    optional: 'Freiwillig',
    nothingFound: 'Nichts gefunden',
    noneYet: (what: string) => `Noch keine ${what}`,
    /** For people who hear the row instead of seeing it. */
    ofRow: (label: string, row: number) => `${label}, Zeile ${row}`,
    removeRow: (row: number) => `Zeile ${row} entfernen`,
  },
  life: { organization: (life: string) => `${life} (Vorgabe)` },
  roleNotYours: 'erlaubt mehr als Ihre eigenen Rollen',
  rows: {
    add: 'Hinzufügen',
    hint: 'Eine neue Zeile übernimmt Rollen und Teams der Zeile darüber.',
    hintKey: 'in der letzten Zeile fügt eine hinzu.',
    several: 'Mehrere Adressen in einem Feld; die Liste nimmt sie',
    rolesNeeded: 'Wählen Sie mindestens eine Rolle.',
    groupNeeded: 'Wählen Sie mindestens eine Gruppe.',
    row: (n: number) => `Zeile ${n}`,
  },
  paste: {
    box: 'Adressen',
    hint: 'Listen aus Outlook, Excel und Kalendern gehen auch',
    placeholder:
      'Eine Person je Zeile oder ganze Listen:\n\nAna Lima <ana@example.com>\n"Berg, Jon" <jon@example.com>; kim@example.com',
    tooLong: (most: number) => `Eine Liste darf höchstens ${number(most)} Zeichen haben. Laden Sie in zwei Teilen ein.`,
    headings: (line: number) => `Zeile ${line} als Überschriften gelesen`,
    tabs: { all: 'Alle', new: 'Neu', refused: 'Korrigieren', skipped: 'Übersprungen' },
    tabsLabel: 'Anzeigen',
    list: 'Was geschehen wird, Zeile für Zeile',
    empty: 'Jede Zeile wird hier geprüft, während Sie schreiben.',
    emptyFiltered: 'Hier ist nichts.',
    checking: 'Wird geprüft',
    failed: 'Die Liste konnte nicht geprüft werden.',
    line: (n: number) => `Zeile ${n}`,
  },
  verdicts: {
    new: 'Neu',
    alreadyMember: 'Bereits Mitglied',
    suspended: 'Mitglied, gesperrt',
    alreadyInvited: 'Bereits eingeladen',
    expired: 'Einladung abgelaufen',
    duplicate: (line: string) => (line === '' ? 'Doppelt' : `Doppelt, wie Zeile ${line}`),
    duplicateRow: 'Doppelt, wie eine andere Zeile',
    refused: (why: string) => `Abgelehnt: ${why}`,
    mixedScript: 'Neu, ähnliche Buchstaben',
    reinvited: 'Erneut eingeladen',
  },
  reason,
  reinvite: 'Erneut einladen',
  open: 'Öffnen',
  reinvitedToast: (waits: boolean) =>
    `Eine neue Einladung ${waits ? 'wartet im Postausgang' : 'ist unterwegs'}; die älteren Links gelten nicht mehr.`,
  facts: {
    new: (n: number) => `${number(n)} neu`,
    refused: (n: number) => `${number(n)} zu korrigieren`,
    skipped: (n: number) => `${number(n)} übersprungen`,
    none: 'Noch niemand',
    waitingRows: (n: number) => `${count(n, 'Zeile wartet', 'Zeilen warten')} unter „Einzeln“`,
    waitingList: 'eine Liste wartet unter „Liste einfügen“',
  },
  seats: {
    /** The licence has too few of them. */
    short: (free: number, needed: number) => `${count(free, 'Platz', 'Plätze')} frei, ${number(needed)} nötig`,
    left: (free: number, left: number) => `${count(free, 'Platz', 'Plätze')} frei, danach noch ${number(left)}`,
  },
  warnings: {
    loopback: (base: string) => `Links beginnen mit ${base}: Sie funktionieren nur auf diesem Computer.`,
    loopbackHere: 'Links führen zu diesem Computer: Sie funktionieren nur hier.',
    toPortal: 'Adresse festlegen',
    noServer: 'E-Mails warten im Postausgang, bis ein Server festgelegt ist.',
    toMail: 'Mailserver festlegen',
  },
  send: {
    action: (n: number) => (n === 0 ? 'Einladen' : `${count(n, 'Person', 'Personen')} einladen`),
    nobody: 'Es ist niemand Neues einzuladen.',
    rolesFirst: 'Wählen Sie zuerst mindestens eine Rolle.',
    groupFirst: 'Wählen Sie zuerst mindestens eine Gruppe.',
    sending: (done: number, total: number) => `${number(done)} von ${count(total, 'Person', 'Personen')} eingeladen`,
    progress: 'Wird eingeladen',
    stopping: 'Hält nach diesem Teil an',
    failed: 'Nicht alle wurden eingeladen.',
    failedHint: 'Was noch im Feld steht, wurde nicht gesendet.',
    cancelled: 'Angehalten. Was noch im Feld steht, wurde nicht gesendet.',
  },
  leave: {
    title: 'Schließen, ohne einzuladen?',
    text: 'Ihre Eingabe bleibt hier, bis Sie sie verwerfen oder Gatehouse geschlossen wird.',
    stay: 'Weiter bearbeiten',
    keep: 'Schließen und behalten',
    discard: 'Verwerfen',
  },
  result: {
    title: (n: number) => `${count(n, 'Person', 'Personen')} eingeladen`,
    nobody: 'Niemand Neues wurde eingeladen',
    sent: (n: number) => `${count(n, 'E-Mail', 'E-Mails')} gesendet`,
    allOnTheirWay: (n: number) => `${count(n, 'E-Mail', 'E-Mails')} unterwegs`,
    onTheirWay: (n: number) => `${number(n)} unterwegs`,
    failed: (n: number) => `${number(n)} fehlgeschlagen`,
    waiting: (n: number) => `${count(n, 'E-Mail wartet', 'E-Mails warten')} im Postausgang`,
    life: (life: string) => `Jeder Link gilt ${life}, gerechnet ab dem Versand seiner E-Mail.`,
    skipped: (n: number) =>
      n === 1
        ? '1 Zeile wurde übersprungen: Mitglied, bereits eingeladen oder doppelt.'
        : `${number(n)} Zeilen wurden übersprungen: Mitglieder, bereits eingeladen oder doppelt.`,
    spam: [
      'Nichts angekommen? Bitten Sie darum, unter ',
      'Spam',
      ' und ',
      'Werbung',
      ' nachzusehen, oder senden Sie den Link selbst.',
    ],
    kept: (n: number) => `${number(n)} im Feld behalten`,
    keptRows: (n: number) => `${number(n)} in den Zeilen behalten`,
    edit: 'Bearbeiten',
    editThis: (email: string) => `${email} bearbeiten`,
    invited: (n: number) => `${number(n)} eingeladen`,
    find: 'Suchen',
    noMatch: 'Keine Treffer.',
    copyLink: 'Link kopieren',
    copyLinkOf: (email: string) => `Link kopieren: ${email}`,
    copied: 'Link kopiert',
    copiedUntil: (when: string) => `Er gilt bis ${when}. Wer ihn hat, kann die Einladung annehmen.`,
    back: (n: number) => `Zurück zu den ${number(n)} behaltenen`,
    rest: 'Zurück zum Rest',
    more: 'Weitere einladen',
  },
};
