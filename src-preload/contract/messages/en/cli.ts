import type { UsageProblem } from '../../errors.ts';

const help = `Gatehouse on the command line.

  gatehouse operations [NAME] [--json]
      Lists the operations, or shows one with the schemas of its input and output.
      --json   everything for programs, with the JSON Schemas

  gatehouse call OPERATION [JSON | -] --workspace DIR [--as EMAIL]
      Calls an operation and prints its output as JSON. Without JSON the input is {}, with - it is read from
      standard input. organizations.create makes a workspace where there is none;
      backups.restore does, too, and replaces one that nobody has open.
      --as     on whose behalf; may be left out while the workspace has a single owner

  gatehouse serve --workspace DIR [--port N] [--base-url URL]
                  [--certificate FILE --key FILE] [--trusted-proxy LIST]
      Sends the waiting mail and runs the portal, without a window, until it is told to stop.
      All but --workspace is stored in the workspace, because the links in the mail need it.
      --certificate, --key   PEM files: the portal answers HTTPS by itself. They are read again when they
                             change, and on SIGHUP at once. Without them a proxy may do it.
      --trusted-proxy        addresses or networks of such proxies, with commas; usually this computer

  gatehouse --help | --version

Exit code 0: done. Exit code 1: standard output has {"code", "message", "issues"?}.
On a terminal JSON is indented; elsewhere it is one line.
Words follow LC_ALL, LC_MESSAGES or LANG (English, German); JSON is the same in every language.
`;

const usage: { readonly [P in UsageProblem]: (argument: string) => string } = {
  'command-missing': () => 'Say what to do: operations, call or serve. “gatehouse --help” explains them.',
  'unknown-command': (a) => `There is no command “${a}”. “gatehouse --help” lists them.`,
  'unknown-option': (a) => `There is no option “${a}”. “gatehouse --help” lists them.`,
  'option-elsewhere': (a) => `The option ${a} does not belong to this command. “gatehouse --help” explains it.`,
  'option-value': (a) => `The option ${a} needs a value.`,
  'option-twice': (a) => `The option ${a} was given twice.`,
  'operation-missing': () => 'Say which operation to call. “gatehouse operations” lists them.',
  'workspace-missing': () => 'Say which workspace with --workspace DIR.',
  'too-many-arguments': (a) => `“${a}” is one argument too many. Put the JSON in quotation marks.`,
  'bad-port': (a) => `“${a}” is not a port. Use a number from 0 (any free one) to 65535.`,
  'bad-base-url': (a) => `“${a}” is not a web address such as https://join.example.com.`,
  'bad-proxy': (a) => `“${a}” is not an IP address or a network such as 10.0.1.0/24.`,
  'certificate-alone': () => 'A certificate needs its key, and a key its certificate: give both options.',
};

/** What the command line says; its errors are worded by `errors.table`. */
export const cli = {
  help,
  usage,
  version: (version: string) => `Gatehouse ${version}`,
  operation: {
    reachable: (needs: string, faces: string) => `Needs: ${needs}. Reachable from: ${faces}.`,
    input: 'Input',
    output: 'Output',
  },
  serve: {
    workspace: (folder: string) => `Workspace: ${folder}`,
    portal: (url: string, listensOn: string) => `Portal: ${url} (listens on ${listensOn})`,
    elsewhere: 'Another Gatehouse runs the portal of this workspace. It is taken over here when that one ends.',
    stored: 'What was given here for the portal is stored in the workspace: the links in the mail need it.',
    stopped: 'Stopped.',
  },
};
