import type { UsageProblem } from '../../errors.ts';
import { cliOptions, cliValues } from './cli-options.ts';
import { cliExits, cliHelp, cliOut, verbUsage } from './cli-out.ts';
import { cliVerbs } from './cli-verbs.ts';
import { recovery } from './recovery.ts';

const usage: { readonly [P in UsageProblem]: (argument: string) => string } = {
  ...verbUsage,
  'command-missing': () => 'Geben Sie an, was zu tun ist. „gatehouse --help“ erklärt die Befehle.',
  'unknown-command': (a) => `Den Befehl „${a}“ gibt es nicht. „gatehouse --help“ führt alle auf.`,
  'unknown-option': (a) => `Die Option „${a}“ gibt es nicht. „gatehouse --help“ führt alle auf.`,
  'option-elsewhere': (a) => `Die Option ${a} gehört nicht zu diesem Befehl. „gatehouse --help“ erklärt sie.`,
  'option-value': (a) => `Die Option ${a} braucht einen Wert.`,
  'option-twice': (a) => `Die Option ${a} wurde zweimal angegeben.`,
  'operation-missing': () => 'Geben Sie den Vorgang an. „gatehouse operations“ führt alle auf.',
  'workspace-missing': () => 'Geben Sie den Arbeitsbereich mit --workspace ORDNER an.',
  'too-many-arguments': (a) => `„${a}“ ist ein Argument zu viel. Setzen Sie das JSON in Anführungszeichen.`,
  'bad-port': (a) => `„${a}“ ist kein Port. Verwenden Sie eine Zahl von 0 (ein beliebiger freier) bis 65535.`,
  'bad-base-url': (a) => `„${a}“ ist keine Webadresse wie https://join.example.com.`,
  'bad-proxy': (a) => `„${a}“ ist weder eine IP-Adresse noch ein Netz wie 10.0.1.0/24.`,
  'certificate-alone': () =>
    'Ein Zertifikat braucht seinen Schlüssel und ein Schlüssel sein Zertifikat: Geben Sie beide Optionen an.',
  'operator-missing': () => 'Geben Sie mit --as ADRESSE an, um wen es geht.',
  'password-missing': (a) =>
    `Kein Terminal, in dem sich das Kennwort erfragen ließe. Setzen Sie es in ${a} oder geben Sie --password-file DATEI an.`,
  'code-missing': (a) =>
    `Ein Code wird verlangt, und es gibt kein Terminal, um ihn zu erfragen. Setzen Sie ihn in ${a}.`,
  'sign-in-itself': (a) => `${a} wird nicht von Hand aufgerufen. Verwenden Sie „gatehouse sign-in“.`,
};

/** What the command line says; its errors are worded by `errors.table`. */
export const cli = {
  help: cliHelp,
  verbs: cliVerbs,
  options: cliOptions,
  values: cliValues,
  out: cliOut,
  exits: cliExits,
  usage,
  version: (version: string) => `Gatehouse ${version}`,
  operation: {
    reachable: (needs: string, faces: string) => `Braucht: ${needs}. Erreichbar von: ${faces}.`,
    input: 'Eingabe',
    output: 'Ausgabe',
  },
  signIn: {
    password: (email: string) => `Kennwort von ${email}`,
    code: 'Code der App oder ein Wiederherstellungscode',
  },
  recover: recovery.cli,
  serve: {
    workspace: (folder: string) => `Arbeitsbereich: ${folder}`,
    portal: (url: string, listensOn: string) => `Portal: ${url} (lauscht auf ${listensOn})`,
    elsewhere:
      'Ein anderes Gatehouse betreibt das Portal dieses Arbeitsbereichs. Sobald es endet, wird das Portal hier übernommen.',
    stored:
      'Was hier für das Portal angegeben wurde, ist jetzt im Arbeitsbereich gespeichert: Die Links in den E-Mails brauchen es.',
    stopped: 'Beendet.',
  },
  keyMended: (file: string) =>
    `Warnung: Andere Konten konnten den Schlüssel des Arbeitsbereichs ${file} bis eben lesen. Jetzt ist er geschlossen (Modus 0600).`,
};
