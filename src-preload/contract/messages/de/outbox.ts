import type { LeftAsIs, MailDeed } from '../../outbox.ts';
import type { DeliveryState } from '../../vocabulary/delivery.ts';
import type { outboxKinds } from '../../vocabulary/outbox.ts';
import { bounces } from './bounces.ts';
import { count } from './common.ts';
import { number } from './format.ts';

const kinds: Readonly<Record<(typeof outboxKinds)[number], string>> = {
  invitation: 'Einladung',
  reinvitation: 'Neue Einladung',
  'invitation-again': 'Noch einmal gesendet',
  reminder: 'Erinnerung',
  'password-reset': 'Kennwort vergessen',
  'guest-ending': 'Zugang endet',
  'guest-ended': 'Zugang beendet',
  'guest-renewed': 'Zugang verlängert',
  'sponsor-ending': 'Zugang eines Gastes endet',
  'sponsor-ended': 'Zugang eines Gastes beendet',
  'guests-digest': 'Sammelbericht Gäste',
};
/** What a state means for the one who reads it. */
const meanings: Readonly<Record<DeliveryState, string>> = {
  queued: 'Wartet, bis sie an der Reihe ist.',
  sending: 'Wird gerade dem Server übergeben.',
  sent: 'Der Server hat sie übernommen.',
  deferred: 'Der Server bat darum, es später noch einmal zu versuchen.',
  uncertain:
    'Die Verbindung ging nach der Nachricht verloren: Sie kann angekommen sein. Eine Wiederholung ist dieselbe Nachricht.',
  failed: 'Der Server hat sie endgültig abgelehnt.',
  held: 'Angehalten, bis jemand sie freigibt.',
  cancelled:
    'Wird nicht gesendet: Jemand hat sie abgebrochen, ihre Einladung ist beendet, oder der Zugang des Gastes hat sich geändert.',
  bounced: bounces.meaning,
};

/** What is kept as the answer where no server said anything. */
const answers = {
  noStartTls: 'Der Server bietet kein STARTTLS an.',
  /** After the code of the network. */
  codes: {
    ELOST: 'Die Verbindung ging verloren.',
    ECONNRESET: 'Die Verbindung ging verloren.',
    EPIPE: 'Die Verbindung ging verloren.',
    ECONNREFUSED: 'Dort nimmt nichts Verbindungen an.',
    ENOTFOUND: 'Der Name des Servers ist nicht bekannt.',
    EAI_AGAIN: 'Der Name des Servers konnte nicht nachgeschlagen werden.',
    EDNS: 'Der Name des Servers konnte nicht nachgeschlagen werden.',
    EHOSTUNREACH: 'Der Server ist nicht erreichbar.',
    ENETUNREACH: 'Das Netz ist nicht erreichbar.',
    ETIMEDOUT: 'Der Server hat nicht rechtzeitig geantwortet.',
    CONNECT_TIMEOUT: 'Der Server hat nicht rechtzeitig geantwortet.',
    GREETING_TIMEOUT: 'Der Server hat sich nicht rechtzeitig gemeldet.',
    UPGRADE_TIMEOUT: 'Die Verbindung konnte nicht rechtzeitig gesichert werden.',
    SOCKET_TIMEOUT: 'Der Server hat nicht rechtzeitig geantwortet.',
    EPROTOCOL: 'Dort antwortet etwas, aber nicht wie ein Mailserver.',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'Das Zertifikat hat der Server selbst unterschrieben.',
    SELF_SIGNED_CERT_IN_CHAIN: 'Das Zertifikat ist von jemand Unbekanntem unterschrieben.',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Das Zertifikat ist von jemand Unbekanntem unterschrieben.',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'Das Zertifikat ist von jemand Unbekanntem unterschrieben.',
    CERT_HAS_EXPIRED: 'Das Zertifikat ist abgelaufen.',
    ERR_TLS_CERT_ALTNAME_INVALID: 'Das Zertifikat gilt für einen anderen Namen.',
    ERR_SSL_WRONG_VERSION_NUMBER: 'Der Server spricht auf diesem Port kein TLS.',
    'NO-AUTH': 'Der Server bietet keine Anmeldung an.',
    'NO-XOAUTH2': 'Der Server bietet keine Anmeldung mit OAuth 2 (XOAUTH2) an.',
    'NO-PASSWORD': 'Das Kennwort fehlt.',
    'NO-SMTPUTF8': 'Der Server nimmt keine Adressen mit Buchstaben außerhalb von ASCII an (SMTPUTF8).',
    'TOO-LARGE': 'Die Nachricht ist größer, als der Server annimmt.',
  },
  interrupted: 'Gatehouse wurde beendet, während die Nachricht übergeben wurde: Sie kann angekommen sein.',
  linkEnded: (last: string | null) =>
    `Der Link war abgelaufen, bevor die E-Mail gesendet werden konnte.${last === null ? '' : ` Die letzte Antwort war: ${last}`}`,
  badAddress: 'An diese Adresse können keine E-Mails gesendet werden.',
  keyChanged: 'Das gespeicherte Kennwort ist nicht mehr lesbar. Geben Sie es noch einmal ein.',
};

/** What stands among the lines of a conversation with a mail server. */
const spoken = {
  connecting: (host: string, port: number) => `Verbindung zu ${host}, Port ${port}`,
  body: (bytes: number) => `Die Nachricht, ${count(bytes, 'Byte', 'Bytes')}, ist hier ausgelassen.`,
  leftOut: (n: number) => `${count(n, 'Zeile ist', 'Zeilen sind')} hier ausgelassen.`,
};

/** Why some of many were left as they are. */
const left: Readonly<Record<LeftAsIs, (n: number) => string>> = {
  sending: (n) => count(n, 'wird gerade gesendet', 'werden gerade gesendet'),
  state: (n) => count(n, 'hat einen Zustand, zu dem das nicht passt', 'haben einen Zustand, zu dem das nicht passt'),
  ended: (n) => count(n, 'hat keine offene Einladung mehr', 'haben keine offene Einladung mehr'),
  'link-expired': (n) => count(n, 'hat einen abgelaufenen Link', 'haben abgelaufene Links'),
};
const doneTo: Readonly<Record<MailDeed, (n: number) => string>> = {
  retry: (n) => `${count(n, 'Nachricht wird', 'Nachrichten werden')} noch einmal versucht.`,
  hold: (n) => `${count(n, 'Nachricht ist', 'Nachrichten sind')} angehalten.`,
  release: (n) => `${count(n, 'Nachricht geht', 'Nachrichten gehen')} auf den Weg.`,
  cancel: (n) => `${count(n, 'Nachricht wurde', 'Nachrichten wurden')} abgebrochen.`,
};

const mails = (n: number) => count(n, 'Nachricht', 'Nachrichten');

/** What is asked before a deed. */
const asked = {
  cancelTitle: (n: number) => (n === 1 ? 'Diese Nachricht abbrechen' : 'Nachrichten abbrechen'),
  cancelText:
    'Was wartet, wird endgültig nicht gesendet. Einladungen bleiben offen: Ihre Links lassen sich weiterhin kopieren, und unter „Ausstehend“ lässt sich eine neue E-Mail senden. Nachrichten, die gerade gesendet werden, bleiben unberührt.',
  keep: 'Behalten',
  notNow: 'Nicht jetzt',
  cancelYes: (n: number) => (n === 1 ? 'Ja, diese Nachricht abbrechen' : `Ja, ${mails(n)} abbrechen`),
  resendTitle: (n: number) => (n === 1 ? 'Diese Nachricht noch einmal senden' : 'Nachrichten noch einmal versuchen'),
  resendText: (n: number) =>
    `Ungewiss heißt: Die Verbindung ging verloren, nachdem die Nachricht übergeben war; sie kann also angekommen sein. ${
      n === 1 ? 'Sie geht' : 'Ungewisse gehen'
    } als dieselbe Nachricht noch einmal hinaus, mit denselben Bytes, derselben Message-ID und demselben Link; wer sie zweimal bekommt, kann jede der beiden benutzen.`,
  resendYes: (n: number) => (n === 1 ? 'Noch einmal senden' : `${mails(n)} noch einmal versuchen`),
};

export const outbox = {
  left,
  doneTo,
  mails,
  asked,
  answers,
  spoken,
  page: {
    title: 'Postausgang',
    waiting: (n: number) => `${number(n)} wartend`,
    mailSettings: 'E-Mail-Einstellungen',
    pause: 'Versand anhalten',
    paused: 'Der Versand ist angehalten. Nichts geht hinaus, bis er fortgesetzt wird.',
    resume: 'Versand fortsetzen',
    resumed: 'Der Versand geht weiter.',
    tabs: 'Nachrichten nach Zustand',
    all: 'Alle',
    kinds,
    meanings,
    columns: { recipient: 'Empfänger', kind: 'Art', state: 'Zustand', time: 'Zeit' },
    table: 'Nachrichten',
    empty: 'Noch keine E-Mails',
    emptyHint: 'Jede Einladung legt ihre E-Mail hier ab, bevor sie hinausgeht.',
    emptyState: (state: string) => `Keine E-Mail hat den Zustand „${state}“.`,
    showAll: 'Alle anzeigen',
    noServer: 'Es ist kein Mailserver festgelegt.',
    noServerHint: (n: number) =>
      n === 0
        ? 'E-Mails warten hier, bis es einen gibt.'
        : `${count(n, 'E-Mail wartet', 'E-Mails warten')} hier, bis es einen gibt.`,
    setServer: 'Mailserver festlegen',
    to: 'An',
    subject: 'Betreff',
    server: 'Server',
    tries: 'Versuche',
    noAnswer: 'Noch keine Antwort',
    triesNone: 'Noch keiner',
    triesNext: (n: number, when: string) => (n === 0 ? `Noch keiner; der erste ${when}` : `${n}; der nächste ${when}`),
    retry: 'Wiederholen',
    retried: 'Die Nachricht wird noch einmal versucht.',
    hold: 'Anhalten',
    heldBack: 'Die Nachricht ist angehalten, bis sie freigegeben wird.',
    cancel: 'Abbrechen',
    cancelled: 'Die Nachricht wurde abgebrochen. Eine Einladung bleibt offen, und ihr Link lässt sich kopieren.',
    resend: 'Noch einmal senden',
    nothingDone: 'Es wurde nichts geändert.',
    leftAsIs: (reasons: readonly string[]) => `Unverändert geblieben: ${reasons.join('; ')}.`,
    selection: {
      label: 'Ausgewählte Nachrichten',
      selected: (n: number) => `${number(n)} ausgewählt`,
      all: (n: number) => `Alle ${number(n)} auswählen`,
      clear: 'Auswahl aufheben',
      page: 'Alle auf dieser Seite auswählen',
      one: (name: string) => `Nachricht an ${name} auswählen`,
    },
    search: { label: 'Nach Empfänger suchen', placeholder: 'Empfänger', clear: 'Suche leeren' },
    kindFilter: 'Art',
    kindGroups: { invitations: 'Einladungen', guests: 'Hinweise zu Gästen', password: 'Kennwort vergessen' },
    noMatch: 'Keine E-Mail passt',
    clearFilters: 'Filter aufheben',
    found: (n: number) => `${mails(n)} gefunden`,
    conversation: 'Gespräch',
    conversations: {
      none: 'Mit einem Mailserver wurde noch nichts gesprochen.',
      lead: 'Die letzten zwei Versuche. Anmeldung, Link und Text sind ausgelassen.',
      attempt: (when: string) => `Versuch vom ${when}`,
      from: { client: 'Gatehouse', server: 'Server', note: 'Anmerkung' },
      unread: 'Das Gespräch konnte nicht gelesen werden',
    },
    release: 'Freigeben',
    released: 'Die Nachricht geht auf den Weg.',
    retryFirst: 'Die Nachricht ist bereits in der Warteschlange.',
    retryNever:
      'Nur aufgeschobene, ungewisse, fehlgeschlagene und zurückgekommene Nachrichten können noch einmal versucht werden.',
    unread: 'Der Postausgang konnte nicht gelesen werden',
    unreadMessage: 'Diese Nachricht konnte nicht gelesen werden',
    message: 'Nachricht',
    text: 'Nur Text',
    view: 'Anzeigen als',
    hidden: 'Der Link ist hier verborgen.',
    open: 'Nachricht öffnen',
    person: 'Person öffnen',
    close: 'Nachricht schließen',
    lacking: (right: string) => `Dafür ist eine Rolle mit dem Recht „${right}“ nötig.`,
  },
};
