import { bounceLimits } from '../../bounce-limits.ts';
import type { BounceVerdict, ReportProblem } from '../../bounces.ts';
import type { ReportAction, ReportSource } from '../../mail-report.ts';
import { addresses } from './addresses.ts';
import { common, count } from './common.ts';
import { number } from './format.ts';

const { people } = common;
const lines = (n: number) => count(n, 'Zeile', 'Zeilen');
const mails = (n: number) => count(n, 'E-Mail', 'E-Mails');
const mostMegabytes = bounceLimits.size / 1024 / 1024;

const verdicts: Readonly<Record<BounceVerdict, string>> = {
  bounced: 'Zurückgekommen',
  earlier: 'Zurückgekommen, frühere Einladung',
  delayed: 'Verzögert',
  noted: 'Kein Fehlschlag',
  known: 'Schon bekannt',
  accepted: 'Schon angenommen',
  ended: 'Keine offene Einladung',
  'not-sent': 'Nichts ging hinaus',
  older: 'Betrifft eine ältere E-Mail',
  unknown: 'Unbekannte Adresse',
  unreadable: 'Nicht verwendbar',
};
/** What importing the line does. */
const effects: Readonly<Record<Exclude<BounceVerdict, 'unreadable'>, string>> = {
  bounced: 'Die E-Mail wird als zurückgekommen markiert.',
  earlier: 'Die E-Mail jener früheren Einladung wird markiert; die offene bleibt, wie sie ist.',
  delayed: 'Die Verzögerung wird bei der E-Mail vermerkt; sie kann noch ankommen.',
  noted: 'Es wird bei der E-Mail vermerkt; sonst ändert sich nichts.',
  known: 'Das ist schon vermerkt, oder der Server hat die E-Mail sofort abgelehnt.',
  accepted: 'Diese Person hat angenommen, also kam eine E-Mail an. Es ändert sich nichts.',
  ended: 'Die Einladung wurde widerrufen oder entfernt. Es ändert sich nichts.',
  'not-sent': 'Kein Server hat eine E-Mail der offenen Einladung übernommen, also kann keine zurückgekommen sein.',
  older: 'Der Bericht betrifft eine E-Mail vor der neuesten. Es ändert sich nichts.',
  unknown: 'Mit dieser Adresse ist hier niemand eingeladen.',
};
const problems: Readonly<Record<ReportProblem, string>> = {
  'too-large': `Die Nachricht ist größer als ${mostMegabytes} MB.`,
  'file-unreadable': 'Die Datei ist nicht lesbar.',
  'not-a-message': 'Das ist weder eine Nachricht noch eine Liste von Adressen.',
  'no-report': 'Diese Nachricht enthält keinen Zustellbericht.',
  'no-action': 'Der Bericht sagt nicht, was aus der E-Mail wurde.',
};
const actions: Readonly<Record<ReportAction, string>> = {
  failed: 'Kam nicht an',
  delayed: 'Ist verzögert',
  delivered: 'Wurde zugestellt',
  relayed: 'Wurde weitergereicht',
  expanded: 'Wurde an mehrere weitergereicht',
};
const sources: Readonly<Record<ReportSource, (reporter: string | null) => string>> = {
  report: (reporter) => (reporter ? `sagt ${reporter}` : 'sagt ein Zustellbericht'),
  list: () => 'sagt eine importierte Liste',
  hand: () => 'von Hand markiert',
};
const isReportProblem = (code: string): code is ReportProblem => Object.hasOwn(problems, code);

/** Words of mail that came back: reports, lists, marks. */
export const bounces = {
  state: 'Zurückgekommen',
  meaning: 'Ein Server hat sie übernommen, dann kam sie zurück.',
  noneBounced: 'Keine E-Mail einer offenen Einladung ist zurückgekommen',
  answers: {
    listed: 'Auf einer importierten Liste von Adressen, deren E-Mails zurückkamen.',
    noWords: 'Der Server hat keinen Grund genannt.',
  },
  errors: {
    notOut: (email: string) => `Kein Server hat eine E-Mail an ${email} übernommen, die zurückkommen könnte.`,
    already: (email: string) => `Die E-Mail an ${email} ist schon als zurückgekommen markiert.`,
    notBounced: (email: string) => `Die E-Mail an ${email} ist nicht als zurückgekommen markiert.`,
    tooMany: 'Das sind zu viele auf einmal. Importieren Sie sie in Teilen.',
  },
  audit: {
    'bounces.import': 'Zustellberichte importiert',
    'bounces.markMany': 'E-Mails als zurückgekommen markiert',
    'bounces.unmarkMany': 'Markierungen als zurückgekommen entfernt',
    'bounces.unmark': 'Markierung als zurückgekommen entfernt',
  },
  activity: {
    reported: ({ action, words }: Readonly<Record<string, unknown>>) =>
      `E-Mail ${action === 'failed' ? 'kam zurück' : action === 'delayed' ? 'ist verzögert' : 'kam an oder wurde weitergereicht'}${
        typeof words === 'string' && words !== '' ? `: ${words}` : ''
      }`,
    marked: ({ why }: Readonly<Record<string, unknown>>) =>
      `E-Mail als zurückgekommen markiert${typeof why === 'string' ? `: ${why}` : ''}`,
    unmarked: () => 'E-Mail ist nicht mehr als zurückgekommen markiert',
  },
  attention: {
    title: (n: number) => `${mails(n)} ${n === 1 ? 'kam' : 'kamen'} zurück`,
    action: 'Ansehen',
  },
  deeds: { mark: 'Als zurückgekommen markieren', unmark: 'Nicht zurückgekommen' },
  doing: {
    mark: (n: number) => `E-Mails an ${people(n)} werden als zurückgekommen markiert`,
    unmark: (n: number) => `Markierungen von ${people(n)} werden entfernt`,
  },
  done: {
    mark: (n: number) => `E-Mails an ${people(n)} als zurückgekommen markiert`,
    unmark: (n: number) => `Markierungen von ${people(n)} entfernt`,
  },
  ask: {
    title: (n: number) => `E-Mails an ${people(n)} als zurückgekommen markieren`,
    text: 'Die Einladungen bleiben offen, ihre Links funktionieren. Wer markiert ist, bekommt keine Erinnerung; eine neue E-Mail oder Einladung beginnt ohne Markierung.',
    why: 'Warum',
    whyHint: 'Die Worte des Servers oder Ihre eigenen. Sie stehen bei der Einladung.',
    confirm: 'Als zurückgekommen markieren',
  },
  unmarked: (email: string) => `Die E-Mail an ${email} ist nicht mehr als zurückgekommen markiert.`,
  verdicts,
  effects,
  problem: (code: string): string =>
    isReportProblem(code)
      ? problems[code]
      : `Keine Adresse: ${(addresses.problems as Readonly<Record<string, string>>)[code] ?? code}.`,
  reports: {
    title: 'Berichte',
    told: (action: ReportAction, source: ReportSource, reporter: string | null) =>
      `${actions[action]}, ${sources[source](reporter)}`,
    by: (name: string, when: string) => `Importiert von ${name}, ${when}`,
    marked: (name: string, when: string) => `Markiert von ${name}, ${when}`,
  },
  import: {
    menu: 'Mehr zu E-Mails',
    item: 'Zurückgekommene importieren …',
    title: 'Zurückgekommene importieren',
    steps: { give: 'Berichte', check: 'Prüfung', result: 'Ergebnis' },
    lead: 'Legen Sie die Zustellberichte ab, die in das Postfach des Absenders zurückkamen, oder fügen Sie einen ein. Auch eine bloße Liste von Adressen, deren E-Mails zurückkamen, genügt.',
    drop: 'Nachrichten (.eml) hier ablegen',
    choose: 'Dateien wählen',
    paste: 'Oder einen Bericht oder Adressen einfügen',
    placeholder: 'ana@example.com\nbela@example.org',
    files: (n: number) => count(n, 'Datei', 'Dateien'),
    takeOut: (name: string) => `${name} herausnehmen`,
    tooManyFiles: `Höchstens ${bounceLimits.files} Dateien auf einmal.`,
    tooLarge: (name: string) =>
      `${name} ist zu groß und wurde weggelassen: Ein Bericht ist kleiner als ${mostMegabytes} MB.`,
    check: 'Prüfen',
    checking: 'Die Berichte werden gelesen',
    table: 'Was jede Zeile bewirkt',
    pasted: (line: number) => `Zeile ${line}`,
    file: (name: string, line: number) => (line > 1 ? `${name}, ${line}` : name),
    back: 'Ändern',
    nothing: 'Hier ist nichts, was sich importieren ließe.',
    facts: (marked: number, noted: number, left: number) =>
      [
        ...(marked > 0 ? [`${mails(marked)} zurückgekommen`] : []),
        ...(noted > 0 ? [`${number(noted)} vermerkt`] : []),
        ...(left > 0 ? [`${lines(left)} ohne Wirkung`] : []),
      ].join(' · '),
    apply: (n: number) => `${lines(n)} importieren`,
    done: {
      title: 'Importiert',
      bounced: (n: number) => `${mails(n)} als zurückgekommen markiert.`,
      noted: (n: number) =>
        `${count(n, 'Bericht wurde', 'Berichte wurden')} bei ${n === 1 ? 'der E-Mail' : 'den E-Mails'} vermerkt.`,
      left: (n: number) => `${count(n, 'Zeile hat', 'Zeilen haben')} nichts geändert; warum, steht unten.`,
      none: 'Es wurde nichts geändert.',
      show: 'Zurückgekommene anzeigen',
    },
  },
} as const;
