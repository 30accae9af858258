import type { PlaceholderName } from '../../placeholders.ts';
import type { WordingKind, wordingExamples } from '../../vocabulary/wording.ts';
import type { WordingProblem } from '../../wording.ts';
import { number } from './format.ts';

/** When each mail goes out, and to whom. */
const kinds: Readonly<Record<WordingKind, { readonly name: string; readonly when: string }>> = {
  invitation: { name: 'Einladung', when: 'An alle, die eingeladen werden, und noch einmal bei „Erneut senden“.' },
  reinvitation: { name: 'Neue Einladung', when: 'An alle, die neu eingeladen werden: Ihr früherer Link ist beendet.' },
  reminder: { name: 'Erinnerung', when: 'An alle, die nicht geantwortet haben, einige Zeit bevor ihr Link abläuft.' },
  'password-reset': { name: 'Kennwort vergessen', when: 'An alle, die im Portal ein neues Kennwort anfordern.' },
  'guest-ending': { name: 'Gast: Zugang endet', when: 'An einen Gast, einige Tage vor dem letzten.' },
  'guest-ended': { name: 'Gast: Zugang beendet', when: 'An einen Gast, am Morgen nach dem letzten Tag.' },
  'guest-renewed': {
    name: 'Gast: verlängert',
    when: 'An einen Gast, dessen Zugang verlängert wurde, wenn er es erfahren soll.',
  },
  'sponsor-ending': {
    name: 'Verantwortliche: Zugang endet',
    when: 'An die verantwortliche Person, einige Tage vor dem letzten.',
  },
  'sponsor-ended': {
    name: 'Verantwortliche: Zugang beendet',
    when: 'An die verantwortliche Person, am Morgen nach dem letzten Tag.',
  },
  'guests-digest': { name: 'Übersicht der Gäste', when: 'An Gästebetreuer, eine am Tag über alle Gäste.' },
};

/** What each placeholder stands for. */
const placeholders: Readonly<Record<PlaceholderName, { readonly text: string; readonly example: string }>> = {
  organization: { text: 'Der Name der Organisation.', example: 'Example Logistics' },
  name: { text: 'Der Name der Person, an die die E-Mail geht.', example: 'Ana Silva' },
  email: { text: 'Die Adresse, an die die E-Mail geht.', example: 'ana.silva@example.com' },
  contact: {
    text: 'Wen man fragt: die Kontaktadresse, sonst die Antwortadresse, sonst der Absender.',
    example: 'it@example.com',
  },
  inviter: { text: 'Wer einlädt.', example: 'Olive Owner' },
  role: { text: 'Die Rolle, wenn es nur eine ist.', example: 'Mitglied' },
  roles: { text: 'Alle Rollen, in einer Liste.', example: 'Administrator und Benutzerverwalter' },
  'as-guest': { text: 'Diese Wörter, nur bei einem Gast.', example: 'als Gast' },
  days: { text: 'Wie lange der Zugang eines Gastes gilt.', example: '30 Tage' },
  note: { text: 'Was dem Gast geschrieben wurde, als Zitat.', example: 'Wir sehen uns am Tor.' },
  link: {
    text: 'Die Schaltfläche, darunter die Adresse des Links. Er wird einmal gebraucht.',
    example: 'https://…',
  },
  until: {
    text: 'Bis wann der Link funktioniert.',
    example: 'Montag, 23. November 2026 um 13:00 (Europe/Amsterdam)',
  },
  date: { text: 'Der letzte Tag mit Zugang.', example: 'Samstag, 30. Mai 2026' },
  day: { text: 'Der letzte Tag mit Zugang, kurz.', example: '30. Mai' },
  zone: { text: 'Die Zeitzone der Organisation.', example: 'Europe/Amsterdam' },
  sponsor: { text: 'Wer für den Gast verantwortlich ist.', example: 'Olive Owner' },
  guest: { text: 'Der Gast, mit Adresse.', example: 'Gustav Gast (gustav@partner.test)' },
  'guest-name': { text: 'Der Gast, kurz.', example: 'Gustav Gast' },
  counts: { text: 'Um wie viele Gäste es geht.', example: '2 enden, 1 beendet' },
  'ending-count': { text: 'Wie viele Gäste bald gehen.', example: '2 Gästen' },
  ending: { text: 'Die Liste der Gäste, die bald gehen.', example: '- Gustav Gast (gustav@partner.test), …' },
  'ended-count': { text: 'Wie viele Gäste gegangen sind.', example: '1 Gast' },
  ended: { text: 'Die Liste der Gäste, die gegangen sind.', example: '- Kim Gast (kim@partner.test), …' },
};

const place = ({ line, column }: WordingProblem) => `Zeile ${line}, Zeichen ${column}`;
const instead = ({ instead: name }: WordingProblem) => (name === null ? '' : ` Meinten Sie {${name}}?`);

/** What is wrong with a template, where, and what to do. */
const problems: Readonly<Record<WordingProblem['code'], (problem: WordingProblem) => string>> = {
  empty: () => 'Füllen Sie dies aus.',
  'not-a-placeholder': (p) => `${place(p)}: {${p.what}} ist in dieser E-Mail nicht bekannt.${instead(p)}`,
  'brace-not-closed': (p) => `${place(p)}: { wird nie geschlossen. Für das Zeichen selbst schreiben Sie {{.`,
  'brace-not-opened': (p) => `${place(p)}: } schließt nichts. Für das Zeichen selbst schreiben Sie }}.`,
  'bracket-not-closed': (p) => `${place(p)}: [ wird nie geschlossen. Für das Zeichen selbst schreiben Sie [[.`,
  'bracket-not-opened': (p) => `${place(p)}: ] schließt nichts. Für das Zeichen selbst schreiben Sie ]].`,
  'bracket-in-bracket': (p) =>
    `${place(p)}: Klammern können nicht in Klammern stehen. Für das Zeichen selbst schreiben Sie [[.`,
  'not-in-subject': (p) => `${place(p)}: {${p.what}} kann nicht in einem Betreff stehen.`,
  'link-missing': () => 'Die E-Mail braucht ihren Link: Setzen Sie {link} in eine eigene Zeile.',
  'link-twice': (p) => `${place(p)}: {link} steht hier ein zweites Mal. Einmal genügt.`,
  'link-in-brackets': (p) => `${place(p)}: {link} kann nicht in Klammern stehen, sonst bekämen manche keinen Link.`,
};

/** Words of the pages on which mails are worded. */
export const wording = {
  list: 'E-Mails',
  kinds,
  placeholders,
  problems,
  changed: 'Geändert',
  withMark: (name: string) => `${name} (geändert)`,
  mail: 'E-Mail',
  language: 'Sprache',
  subject: 'Betreff',
  body: 'Text',
  bodyHint:
    'Eine leere Zeile beginnt einen Absatz, „- “ einen Punkt einer Liste. […] entfällt, wenn ein Platzhalter darin keinen Wert hat, und […|…] nimmt den ersten Teil, der alle seine Werte hat.',
  insert: 'Einfügen',
  insertOne: (name: string) => `{${name}} einfügen`,
  exampleOf: (text: string, example: string) => `${text} Beispiel: ${example}`,
  maybeEmpty: 'Er hat vielleicht keinen Wert: Setzen Sie in Klammern, was von ihm abhängt.',
  moreProblems: (n: number) => (n === 1 ? 'Noch etwas stimmt nicht.' : `${number(n)} weitere Stellen stimmen nicht.`),
  preview: 'Vorschau',
  noPreview: 'Die Vorschau konnte nicht erstellt werden',
  examples: 'Vorschau für',
  exampleNames: { user: 'Benutzer', guest: 'Gast', bare: 'Wenig bekannt' } satisfies Readonly<
    Record<(typeof wordingExamples)[number], string>
  >,
  lastSound: 'Dies ist der Text vor dem Fehler.',
  unread: 'Der Wortlaut konnte nicht gelesen werden',
  reset: 'Zurücksetzen',
  notChanged: 'Sie sagt, was sie zu Anfang sagte.',
  resetDialog: {
    title: 'Auf den ursprünglichen Wortlaut zurücksetzen?',
    text: 'Ihr Wortlaut dieser E-Mail geht verloren. E-Mails, die schon versucht wurden, behalten ihren.',
    keep: 'Wortlaut behalten',
    confirm: 'Zurücksetzen',
    done: 'Die E-Mail sagt, was sie zu Anfang sagte.',
  },
  test: {
    action: 'Test senden',
    title: 'Einen Test senden',
    lead: 'Sendet, was getippt ist, gespeichert oder nicht, mit den E-Mail-Einstellungen. Die E-Mail ist als Test gekennzeichnet, ihr Link ist ein Beispiel.',
    to: 'An',
    send: 'Test senden',
    sending: 'Wird gesendet',
    wrong: 'Bringen Sie zuerst den Text in Ordnung.',
    subject: (subject: string) => `[[Test]] ${subject}`,
    notice:
      'Dies ist ein Test des Wortlauts einer E-Mail: Niemand wurde eingeladen oder geändert, und ein Link darin führt zu einem Beispiel.',
  },
  look: {
    title: 'Logo und Farbe',
    when: 'Oben in jeder E-Mail und auf den Seiten des Portals, auf ihren Schaltflächen und Links.',
    unread: 'Logo und Farbe konnten nicht gelesen werden',
    logo: 'Logo',
    logoHint:
      'PNG oder JPEG, höchstens 100 KB. Es reist in der E-Mail mit: Nichts wird von irgendwo geladen. Das Portal zeigt es neben dem Namen der Organisation.',
    drop: 'Legen Sie hier ein Bild ab',
    choose: 'Datei wählen',
    replace: 'Andere wählen',
    remove: 'Logo entfernen',
    alt: (organization: string) => `Logo von ${organization}`,
    facts: (width: number, height: number, kilobytes: number) =>
      `${width} × ${height}, ${number(Math.max(1, Math.round(kilobytes)))} KB`,
    colour: 'Farbe',
    colourHint:
      'Von Schaltflächen und Links. Die Schrift auf einer Schaltfläche wird dunkel, wo Weiß nicht zu lesen wäre.',
    usual: 'Übliche Farbe',
    oneFile: 'Nur ein Bild.',
  },
  /** Invented people of the preview and the test. */
  example: {
    name: 'Ana Silva',
    email: 'ana.silva@example.com',
    inviter: 'Olive Owner',
    sender: 'einladungen@example.com',
    roles: ['Administrator', 'Benutzerverwalter'],
    note: 'Fragen Sie am Tor nach Kim.',
    guests: [
      { name: 'Gustav Gast', email: 'gustav@partner.test' },
      { name: 'Maria Rossi', email: 'maria@partner.test' },
      { name: 'Kim Gast', email: 'kim@partner.test' },
    ],
  },
};
