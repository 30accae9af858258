import { count } from './common.ts';
import { number } from './format.ts';

const standing: Readonly<Record<string, string>> = {
  draft: 'wird gerade geschrieben',
  review: 'wird gerade geprüft',
  scheduled: 'ist geplant',
};
const wanted: Readonly<Record<string, string>> = {
  draft: 'weder in Prüfung noch geplant sein',
  review: 'in Prüfung sein',
  scheduled: 'geplant sein',
};

const people = (n: number) => count(n, 'Person', 'Personen');
const stay = (n: number) => count(n, 'Zeile bleibt', 'Zeilen bleiben');

/** Words of batches that wait: written, reviewed, scheduled. */
export const drafts = {
  title: 'Entwürfe',
  standing: (state: string) => standing[state] ?? `ist ${state}`,
  wanted: (state: string) => wanted[state] ?? `${state} sein`,
  people,
  states: { draft: 'Entwurf', review: 'In Prüfung', scheduled: 'Geplant', sent: 'Gesendet' },
  forYou: 'Wartet auf Ihre Prüfung',
  kinds: { user: 'Benutzer', guest: 'Gäste', 'inbox-agent': 'Posteingangsagenten' },
  tabs: {
    label: 'Entwürfe nach Stand',
    all: 'Alle',
    review: 'Warten auf Prüfung',
    scheduled: 'Geplant',
    draft: 'In Arbeit',
    sent: 'Kürzlich gesendet',
  },
  /** Beside the tabs of Pending. */
  pendingTabs: { drafts: 'Entwürfe', review: 'Warten auf Prüfung' },
  back: 'Ausstehend',
  toDrafts: 'Zu den Entwürfen',
  table: 'Entwürfe von Einladungen',
  columns: {
    name: 'Bezeichnung',
    people: 'Personen',
    state: 'Stand',
    author: 'Verfasst von',
    sends: 'Geht hinaus',
    problems: 'Probleme',
    changed: 'Geändert',
    sent: 'Ging hinaus',
    kept: 'Blieb',
  },
  problems: (n: number) => count(n, 'Problem', 'Probleme'),
  house: 'Gatehouse',
  menu: (name: string) => `Aktionen für ${name}`,
  open: 'Öffnen',
  unread: 'Die Entwürfe konnten nicht gelesen werden',
  empty: {
    title: 'Hier warten keine Einladungen',
    text: 'Wo immer Sie Personen einladen, speichert der Pfeil neben der Schaltfläche sie als Entwurf, sendet sie später oder gibt sie einer anderen Person zur Prüfung. Vorher ist niemand eingeladen und kein Platz belegt.',
    add: 'Benutzer hinzufügen',
  },
  noneInTab: {
    title: 'Hier ist gerade nichts',
    text: 'Entwürfe mit anderem Stand sind unter den anderen Reitern.',
    all: 'Alle anzeigen',
  },
  sentTable: 'Entwürfe, die in den letzten sieben Tagen hinausgingen',
  noneSent: {
    title: 'In den letzten sieben Tagen ging kein Entwurf hinaus',
    text: 'Was hinausgeht, steht hier eine Woche lang; das Protokoll behält es.',
  },
  /** By how much a scheduled one was late, in words. */
  late: (span: string) => `${span} nach der geplanten Zeit: Damals lief kein Gatehouse`,
  sentBy: (by: string, approver: string | null) => (approver ? `${by}, freigegeben von ${approver}` : by),

  more: 'Anders als jetzt senden',
  ways: {
    draft: 'Als Entwurf speichern',
    later: 'Später senden …',
    review: 'Zur Prüfung geben',
    reviewLater: 'Zur Prüfung geben, geht später hinaus …',
  },
  submitAction: (n: number) => (n === 0 ? 'Zur Prüfung geben' : `${people(n)} zur Prüfung geben`),
  policyHint: 'Hier gibt eine zweite Person Einladungen frei.',
  keep: {
    draft: { title: 'Als Entwurf speichern', action: 'Als Entwurf speichern' },
    later: { title: 'Später senden', action: 'Planen' },
    review: { title: 'Zur Prüfung geben', action: 'Zur Prüfung geben' },
    reviewLater: { title: 'Zur Prüfung geben', action: 'Zur Prüfung geben' },
    name: 'Bezeichnung',
    nameHint: 'Daran finden Sie und andere ihn wieder.',
    facts: (n: number) =>
      `${people(n)}, darunter Zeilen mit einem Problem. Noch ist niemand eingeladen und kein Platz belegt.`,
    at: 'Geht hinaus',
    atHint: (timeZone: string) =>
      `Zeit von ${timeZone}. Gatehouse muss dann laufen; sonst geht er hinaus, sobald es läuft.`,
    atHintReview: (timeZone: string) => `Zeit von ${timeZone}, sobald er freigegeben ist.`,
    atNeeded: 'Wählen Sie Tag und Uhrzeit.',
    busy: 'Der Entwurf wird gespeichert',
    part: (name: string, part: number, parts: number) => `${name} (${part} von ${parts})`,
    proposed: (n: number, day: string) => `${people(n)}, ${day}`,
  },
  kept: {
    draft: (name: string) => `„${name}“ ist als Entwurf gespeichert`,
    later: (name: string, at: string) => `„${name}“ geht hinaus: ${at}`,
    review: (name: string) => `„${name}“ wartet auf eine zweite Person`,
    reviewLater: (name: string) => `„${name}“ wartet auf eine zweite Person`,
    open: 'Öffnen',
  },

  page: {
    missing: {
      title: 'Diesen Entwurf gibt es nicht mehr',
      text: 'Er wurde gesendet oder verworfen. Was gesendet wurde, ist unter Ausstehend.',
    },
    by: (name: string) => `von ${name}`,
    editedBy: (name: string) => `zuletzt geändert von ${name}`,
    approvedBy: (name: string) => `freigegeben von ${name}`,
    goesOut: 'geht hinaus',
    wants: 'soll hinausgehen',
    saving: 'Wird gespeichert …',
    saved: 'Alle Änderungen sind gespeichert',
    notSaved: 'Nicht gespeichert',
    rows: 'Personen des Entwurfs',
    add: 'Hinzufügen',
    rowsHint: 'Was Sie tippen, wird von selbst gespeichert und neu beurteilt.',
    terms: 'Alle bekommen, wenn ihre Zeile nichts anderes sagt',
    guestTerms: 'Jeder Gast bekommt',
    authorAnswers: 'Wer den Entwurf verfasst hat',
    takeOut: (n: number) =>
      `${count(n, 'Zeile, die', 'Zeilen, die')} keine Einladung ${n === 1 ? 'braucht' : 'brauchen'}, herausnehmen`,
    locked: {
      review:
        'In Prüfung wird er nicht geändert. Nehmen Sie ihn zurück, um ihn zu ändern; dann muss er erneut zur Prüfung.',
      scheduled: 'Geplant wird er nicht geändert. Heben Sie die Planung auf, um ihn zu ändern.',
      approved: 'Freigegeben und geplant wird er nicht geändert. Mit der Planung wird auch die Freigabe aufgehoben.',
    },
    returned: (by: string) => `Zurückgegeben von ${by}`,
    noComment: 'Ohne Bemerkung.',
    refused: (at: string) => `Er ging nicht hinaus (${at}):`,
    rowsKept: (invited: number, kept: number) =>
      `${count(invited, 'Person wurde', 'Personen wurden')} eingeladen; ${stay(kept)} hier, jede mit ihrem Grund.`,
    reviewers: (names: readonly string[]) =>
      `${names.join(', ')} ${names.length === 1 ? 'kann' : 'können'} ihn freigeben.`,
    noReviewer:
      'Niemand sonst kann ihn freigeben: Keine andere aktive Person darf solche Personen einladen. Geben Sie jemandem das Recht, oder ändern Sie die Regel unter Einstellungen → Einladungen.',
    noSeat: (free: number, needed: number) =>
      `${count(free, 'Platz ist', 'Plätze sind')} frei, ${number(needed)} werden gebraucht: Jetzt gesendet, würde er im Ganzen abgelehnt.`,
    changedElsewhere: 'Jemand anderes hat diesen Entwurf geändert. Sie sehen den neuesten Stand.',
    range: (from: number, to: number, of: number) => `${number(from)}–${number(to)} von ${number(of)}`,
  },

  deeds: {
    send: (n: number) => (n === 0 ? 'Senden' : `${people(n)} einladen`),
    sendNow: 'Jetzt senden',
    later: 'Später senden …',
    newTime: 'Andere Zeit …',
    submit: 'Zur Prüfung geben',
    takeBack: 'Zurücknehmen',
    unschedule: 'Planung aufheben',
    approve: (n: number) => `Freigeben und ${people(n)} einladen`,
    approveLater: 'Freigeben',
    return: 'Zurückgeben …',
    rename: 'Umbenennen …',
    discard: 'Verwerfen …',
    nobody: 'Niemand darin kann jetzt eingeladen werden. Sehen Sie sich unten die Gründe an.',
    nobodyIn: 'Es ist noch niemand darin.',
    policy: 'Hier gibt eine zweite Person Einladungen frei. Geben Sie ihn zur Prüfung.',
    ownAuthor: 'Sie haben ihn verfasst: Eine andere Person gibt ihn frei.',
    ownEditor: 'Sie haben ihn zuletzt geändert: Eine andere Person gibt ihn frei.',
  },
  told: {
    sent: (n: number) => `${people(n)} eingeladen`,
    sentSome: (n: number, kept: number) => `${people(n)} eingeladen, ${stay(kept)} im Entwurf`,
    none: (kept: number) => `Niemand wurde eingeladen: ${stay(kept)} im Entwurf, jede mit ihrem Grund`,
    submitted: 'Zur Prüfung gegeben',
    returned: 'Zurückgegeben',
    takenBack: 'Zurückgenommen: Er kann wieder geändert werden',
    scheduled: (at: string) => `Geht hinaus: ${at}`,
    unscheduled: 'Planung aufgehoben: Er kann wieder geändert werden',
    discarded: (name: string) => `„${name}“ ist verworfen`,
  },
  schedule: { title: 'Später senden', action: 'Planen' },
  submit: {
    title: 'Zur Prüfung geben',
    text: 'Eine andere Person sieht ihn an und gibt ihn frei oder zurück. Vorher ist niemand eingeladen.',
    wish: 'Er soll später hinausgehen, nicht sofort',
    action: 'Zur Prüfung geben',
  },
  returning: {
    title: 'Zurückgeben',
    comment: 'Was ist zu ändern?',
    hint: 'Es steht beim Entwurf und wird dort gelesen.',
    action: 'Zurückgeben',
  },
  rename: { title: 'Entwurf umbenennen', label: 'Bezeichnung', action: 'Umbenennen' },
  discarding: {
    title: 'Diesen Entwurf verwerfen?',
    text: (n: number) =>
      `${people(n)} ${n === 1 ? 'wird' : 'werden'} nicht eingeladen, und die Zeilen sind endgültig fort. Einladungen, die hinausgingen, bleiben.`,
    keep: 'Behalten',
    confirm: 'Verwerfen',
  },
  approving: {
    title: 'Diese Einladungen freigeben?',
    now: (n: number) =>
      `${people(n)} ${n === 1 ? 'wird' : 'werden'} sofort eingeladen, mit Ihren Rechten und im Namen der Person, die den Entwurf verfasst hat.`,
    later: (at: string) => `Er geht hinaus (${at}), mit den Rechten, die Sie dann haben.`,
    keep: 'Noch nicht',
    confirm: 'Freigeben',
  },
  overview: {
    review: {
      title: (n: number) => count(n, 'Entwurf wartet auf Ihre Prüfung', 'Entwürfe warten auf Ihre Prüfung'),
      text: 'Eine andere Person hat Einladungen verfasst; niemand ist eingeladen, bevor Sie sie freigeben.',
      action: 'Prüfen',
    },
    returned: {
      title: (n: number) => count(n, 'Entwurf von Ihnen kam zurück', 'Entwürfe von Ihnen kamen zurück'),
      text: 'Er wurde zurückgegeben, oder ein Teil davon konnte nicht hinausgehen.',
      action: 'Ansehen',
    },
  },
} as const;
