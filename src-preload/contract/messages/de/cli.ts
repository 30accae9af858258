import type { UsageProblem } from '../../errors.ts';

const help = `Gatehouse auf der Kommandozeile.

  gatehouse operations [NAME] [--json]
      Listet die Vorgänge auf oder zeigt einen mit den Schemas seiner Ein- und Ausgabe.
      --json   alles für Programme, mit den JSON-Schemas

  gatehouse call VORGANG [JSON | -] --workspace ORDNER [--as ADRESSE]
      Ruft einen Vorgang auf und gibt sein Ergebnis als JSON aus. Ohne JSON ist die Eingabe {}, mit - wird sie von
      der Standardeingabe gelesen. organizations.create legt einen Arbeitsbereich an, wo es noch keinen gibt;
      backups.restore tut das auch und ersetzt einen, den niemand geöffnet hat.
      --as     in wessen Namen; darf fehlen, solange der Arbeitsbereich einen einzigen Inhaber hat

  gatehouse serve --workspace ORDNER [--port N] [--base-url URL]
                  [--certificate DATEI --key DATEI] [--trusted-proxy LISTE]
      Sendet die wartenden E-Mails und betreibt das Portal, ohne Fenster, bis es beendet wird.
      Alles außer --workspace wird im Arbeitsbereich gespeichert, weil die Links in den E-Mails es brauchen.
      --certificate, --key   PEM-Dateien: Das Portal antwortet selbst über HTTPS. Sie werden neu gelesen, wenn sie
                             sich ändern, und bei SIGHUP sofort. Ohne sie kann ein Proxy das übernehmen.
      --trusted-proxy        Adressen oder Netze solcher Proxys, mit Kommas; üblich ist dieser Computer

  gatehouse --help | --version

Rückgabewert 0: erledigt. Rückgabewert 1: die Standardausgabe enthält {"code", "message", "issues"?}.
Im Terminal ist das JSON eingerückt, sonst steht es in einer Zeile.
Die Sprache folgt LC_ALL, LC_MESSAGES oder LANG (Englisch, Deutsch); JSON ist in jeder Sprache gleich.
`;

const usage: { readonly [P in UsageProblem]: (argument: string) => string } = {
  'command-missing': () =>
    'Geben Sie an, was zu tun ist: operations, call oder serve. „gatehouse --help“ erklärt die Befehle.',
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
};

/** What the command line says; its errors are worded by `errors.table`. */
export const cli = {
  help,
  usage,
  version: (version: string) => `Gatehouse ${version}`,
  operation: {
    reachable: (needs: string, faces: string) => `Braucht: ${needs}. Erreichbar von: ${faces}.`,
    input: 'Eingabe',
    output: 'Ausgabe',
  },
  serve: {
    workspace: (folder: string) => `Arbeitsbereich: ${folder}`,
    portal: (url: string, listensOn: string) => `Portal: ${url} (lauscht auf ${listensOn})`,
    elsewhere:
      'Ein anderes Gatehouse betreibt das Portal dieses Arbeitsbereichs. Sobald es endet, wird das Portal hier übernommen.',
    stored:
      'Was hier für das Portal angegeben wurde, ist jetzt im Arbeitsbereich gespeichert: Die Links in den E-Mails brauchen es.',
    stopped: 'Beendet.',
  },
};
