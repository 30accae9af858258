import type { verbUsage as english } from '../en/cli-out.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** What is wrong with how a verb was used. */
export const verbUsage: typeof english = {
  'one-too-many': (a) => `„${a}“ ist ein Argument zu viel.`,
  'operand-missing': (a) => `Hinter „gatehouse ${a}“ fehlt etwas.`,
  'bad-choice': (a) => `Das ist keiner der Werte, die es gibt: ${a}.`,
  'bad-number': (a) => `Das ist keine ganze Zahl ab 1: ${a}.`,
  'bad-time': (a) => `Das ist keine Zeit wie 2026-12-01 08:00 oder 2026-12-01T08:00Z: ${a}.`,
  'bad-mapping': (a) => `Geben Sie SPALTE=FELD an, die Spalte mit Überschrift oder Buchstabe: ${a}.`,
  'unknown-name': (a) => `Unter diesem Namen gibt es hier nichts: ${a}.`,
  'organization-needed': (a) => `Geben Sie die Organisation mit --organization an: ${a}.`,
  'unknown-organization': (a) => `Eine solche Organisation gibt es nicht, oder es gibt mehrere: ${a}.`,
  'nobody-chosen': () =>
    'Geben Sie an, wer oder was gemeint ist: mit Argumenten, mit --file, mit den Optionen der Liste oder mit --all.',
  'chosen-twice': () =>
    'Geben Sie entweder einzeln an, wer oder was gemeint ist, oder mit den Optionen der Liste, nicht beides.',
  'not-together': (a) => `Das passt nicht zusammen: ${a}.`,
  'yes-needed': () =>
    'Das lässt sich nicht rückgängig machen, und es gibt kein Terminal zum Fragen. Geben Sie --yes an.',
  'file-exists': (a) => `${a} gibt es schon. Geben Sie --yes an, um die Datei zu ersetzen.`,
  'format-needed': (a) => `${a} endet weder auf .csv noch auf .xlsx.`,
};

/** What the verbs say. */
export const cliOut = {
  yesNo: '[j/N]',
  goOn: 'Fortfahren?',
  seeHelp: (command: string) => `„${command}“ erklärt den Befehl.`,
  dryRun: (what: string) => `Betroffen wären: ${what}. Nichts wurde geändert.`,
  unknownAddress: (address: string) => `${address}: Hier hat niemand diese Adresse`,
  revokeAll: (n: number) => `Die Einladungen von ${count(n, 'Person', 'Personen')} endgültig widerrufen?`,
  cancelMails: (n: number) => `${count(n, 'Nachricht', 'Nachrichten')} abbrechen?`,
  restore: (when: string) => `Die Sicherung vom ${when} an die Stelle des Arbeitsbereichs setzen?`,
  restored: (when: string, folder: string) =>
    `Die Sicherung vom ${when} ist jetzt der Arbeitsbereich. Was vorher da war, liegt in ${folder}. Keine E-Mail geht hinaus, bis der Versand jeder Organisation fortgesetzt wird.`,
  draftName: (when: string) => `Einladungen ${when}`,
  draft: {
    draft: (name: string, people: string) => `Als Entwurf „${name}“ aufgehoben: ${people}. Nichts wurde gesendet.`,
    review: (name: string, people: string) =>
      `Der Entwurf „${name}“ wartet auf Prüfung: ${people}. Noch wurde nichts gesendet.`,
    scheduled: (name: string, people: string) => `Der Entwurf „${name}“ geht zu seiner Zeit hinaus: ${people}.`,
  },
  exporting: 'Wird exportiert',
  written: (rows: number, file: string) => `${count(rows, 'Zeile', 'Zeilen')} in ${file} geschrieben`,
  incomplete: 'Nicht alles wurde exportiert: Jemand ist inzwischen ausgeschieden, oder der Export endete vorzeitig.',
  shownOf: (shown: number, total: number) => `${number(shown)} von ${number(total)}, die neuesten zuerst`,
  line: 'Zeile',
  name: 'Name',
};

/** What the exit codes mean. */
export const cliExits = {
  0: 'Alles ist erledigt, oder wäre es mit --dry-run.',
  1: 'Etwas ging schief; auf der Standardfehlerausgabe steht, was, und was zu tun ist.',
  2: 'Der Befehl ist nicht zu verstehen oder braucht --yes. Nichts wurde geändert.',
  3: 'Nicht alles wurde erledigt: Jemand oder etwas wurde abgelehnt, jeweils mit dem Grund. Bei „audit verify“: Etwas wurde gefunden.',
  4: 'Wer den Befehl gibt, darf das nicht.',
  5: 'Ein anderes Programm hält den Arbeitsbereich gesperrt. Versuchen Sie es noch einmal.',
};

/** Headings of the help. */
export const cliHelp = {
  title: 'Gatehouse auf der Kommandozeile.',
  usage: 'Aufruf',
  commands: 'Befehle',
  options: 'Optionen',
  option: 'OPTION',
  operations: 'Vorgänge dahinter',
  exits: 'Rückgabewerte',
  oneOf: (choices: readonly string[]) => `Eins von: ${choices.join(', ')}.`,
  more: 'Ein Fehler steht auf der Standardfehlerausgabe, mit dem, was zu tun ist. Mit --json ist er ein Objekt mit „code“ und „message“ auf der Standardausgabe, wie immer bei „call“, „operations“ und „serve“, deren Rückgabewerte 0 und 1 sind.\nFortschritt wird nur auf einem Terminal gezeigt, Farben ebenso, wenn NO_COLOR nicht gesetzt ist. Die Sprache folgt LC_ALL, LC_MESSAGES oder LANG (Englisch, Deutsch); JSON ist in jeder Sprache gleich.',
};
