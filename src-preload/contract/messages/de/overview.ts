import type { Span } from '../../vocabulary/overview.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** Words of the overview. */
export const overview = {
  title: 'Übersicht',
  unread: 'Die Übersicht konnte nicht gelesen werden',
  figures: {
    label: 'Zahlen',
    active: 'Aktiv',
    pending: 'Ausstehend',
    seatsFree: 'Freie Plätze',
    seatsUsed: 'Belegte Plätze',
    mail: 'Wartende E-Mails',
    suspended: (n: number) => (n === 0 ? 'niemand gesperrt' : `${number(n)} gesperrt`),
    expired: (n: number) => (n === 0 ? 'keine abgelaufen' : `${number(n)} abgelaufen`),
    of: (limit: number) => `von ${number(limit)}`,
    noLimit: 'keine Grenze',
    noServer: 'kein Mailserver',
    paused: 'Versand angehalten',
    running: 'Versand läuft',
  },
  attention: 'Jetzt zu erledigen',
  calm: {
    title: 'Gerade braucht nichts Ihre Aufmerksamkeit',
    text: 'Keine Einladung ist abgelaufen, E-Mails gehen hinaus, und Plätze sind frei.',
  },
  charts: {
    title: 'Verlauf',
    unread: 'Der Verlauf konnte nicht gelesen werden',
    span: 'Zeitraum',
    spans: { days: '30 Tage', weeks: '12 Monate' } satisfies Readonly<Record<Span, string>>,
    last: { days: 'in den letzten 30 Tagen', weeks: 'in den letzten 12 Monaten' } satisfies Readonly<
      Record<Span, string>
    >,
    columns: { days: 'Tag', weeks: 'Woche ab' } satisfies Readonly<Record<Span, string>>,
    showTable: (chart: string) => `Als Tabelle zeigen: ${chart}`,
    showChart: (chart: string) => `Als Diagramm zeigen: ${chart}`,
    invitations: {
      title: 'Einladungen',
      hint: { days: 'am Tag', weeks: 'in der Woche' } satisfies Readonly<Record<Span, string>>,
      sent: 'Gesendet',
      accepted: 'Angenommen',
      summary: (last: string, sent: number, accepted: number) =>
        `Einladungen ${last}: ${number(sent)} gesendet, ${number(accepted)} angenommen.`,
      none: (last: string) => `Keine Einladung wurde ${last} gesendet oder angenommen.`,
    },
    guests: {
      title: 'Gäste mit Zugang',
      hint: { days: 'zum Tagesschluss', weeks: 'zum Wochenschluss' } satisfies Readonly<Record<Span, string>>,
      guests: 'Gäste',
      summary: (last: string, first: number, now: number, most: number) =>
        `Gäste mit Zugang ${last}: ${number(first)} am Anfang, ${number(now)} jetzt, höchstens ${number(most)}.`,
      none: (last: string) => `Kein Gast hatte ${last} Zugang.`,
    },
  },
  items: {
    paused: { title: 'Der E-Mail-Versand ist angehalten', action: 'Beheben' },
    noServer: {
      title: 'Es ist kein Mailserver eingerichtet',
      text: (waiting: number) =>
        waiting === 0
          ? 'E-Mails warten im Postausgang, bis es einen gibt.'
          : `${count(waiting, 'E-Mail wartet', 'E-Mails warten')} im Postausgang.`,
      action: 'E-Mail einrichten',
    },
    failed: {
      title: (n: number) => `${count(n, 'E-Mail', 'E-Mails')} nicht zustellbar`,
      action: 'Ansehen',
    },
    uncertain: {
      title: (n: number) =>
        n === 1 ? 'Bei 1 E-Mail ist ungewiss, ob sie ankam' : `Bei ${number(n)} E-Mails ist ungewiss, ob sie ankamen`,
      action: 'Entscheiden',
    },
    deferred: {
      title: (n: number) => `${count(n, 'E-Mail ist', 'E-Mails sind')} vom Server aufgeschoben`,
      text: 'Gatehouse versucht es von selbst noch einmal.',
      action: 'Ansehen',
    },
    expired: {
      title: (n: number) => `${count(n, 'Einladung', 'Einladungen')} ohne Antwort abgelaufen`,
      action: 'Ansehen',
    },
    stopped: {
      title: (by: string) => `${by} hat den E-Mail-Versand angehalten`,
      text: (waiting: number) =>
        waiting === 0
          ? 'E-Mails bleiben liegen, bis er weitergeht.'
          : `${count(waiting, 'E-Mail wartet', 'E-Mails warten')}, bis er weitergeht.`,
    },
    held: {
      title: (n: number) => `${count(n, 'E-Mail ist', 'E-Mails sind')} angehalten`,
      text: 'Sie gehen hinaus, sobald jemand sie freigibt.',
      action: 'Postausgang öffnen',
    },
    ending: {
      title: (n: number) => `${count(n, 'Einladung endet', 'Einladungen enden')} binnen eines Tages`,
      action: 'Ansehen',
    },
    unanswered: {
      title: (n: number) => `${count(n, 'Einladung ist', 'Einladungen sind')} seit über einer Woche ohne Antwort`,
      action: 'Ansehen',
    },
    loopback: {
      title: 'Links funktionieren nur auf diesem Computer',
      text: 'Die E-Mails enthalten Links, die sonst niemand öffnen kann.',
      action: 'Adresse festlegen',
    },
    seatsOut: {
      title: 'Kein Platz ist frei',
      text: 'Niemand kann eingeladen werden, bis einer frei oder die Grenze erhöht wird.',
      action: 'Lizenzen öffnen',
    },
    seatsLow: {
      title: (n: number) => `${count(n, 'Platz ist', 'Plätze sind')} frei`,
      text: (limit: number) => `Von ${number(limit)} in der Lizenz.`,
      action: 'Lizenzen öffnen',
    },
    noGroup: {
      title: 'Einladungen brauchen eine Gruppe, und es gibt keine',
      text: 'Fügen Sie eine Gruppe hinzu, oder verlangen Sie keine mehr.',
      action: 'Gruppe hinzufügen',
    },
    names: (names: readonly string[], more: number) =>
      more > 0 ? `${names.join(', ')}, ${number(more)} weitere` : names.join(', '),
    /** A person and the words of the mail server. */
    answer: (name: string, answer: string | null) => (answer ? `${name}: ${answer}` : name),
  },
} as const;
