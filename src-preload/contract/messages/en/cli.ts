import type { UsageProblem } from '../../errors.ts';
import { cliOptions, cliValues } from './cli-options.ts';
import { cliExits, cliHelp, cliOut, verbUsage } from './cli-out.ts';
import { cliVerbs } from './cli-verbs.ts';
import { recovery } from './recovery.ts';

const usage: { readonly [P in UsageProblem]: (argument: string) => string } = {
  ...verbUsage,
  'command-missing': () => 'Say what to do. “gatehouse --help” explains the commands.',
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
  'operator-missing': () => 'Say who it is with --as EMAIL.',
  'password-missing': (a) =>
    `There is no terminal to ask for the password on. Put it into ${a}, or give --password-file FILE.`,
  'code-missing': (a) => `A code is asked for, and there is no terminal to ask on. Put it into ${a}.`,
  'sign-in-itself': (a) => `${a} is not called by hand. Use “gatehouse sign-in”.`,
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
    reachable: (needs: string, faces: string) => `Needs: ${needs}. Reachable from: ${faces}.`,
    input: 'Input',
    output: 'Output',
  },
  signIn: {
    password: (email: string) => `Password of ${email}`,
    code: 'Code of the app, or a recovery code',
  },
  recover: recovery.cli,
  serve: {
    workspace: (folder: string) => `Workspace: ${folder}`,
    portal: (url: string, listensOn: string) => `Portal: ${url} (listens on ${listensOn})`,
    elsewhere: 'Another Gatehouse runs the portal of this workspace. It is taken over here when that one ends.',
    stored: 'What was given here for the portal is stored in the workspace: the links in the mail need it.',
    stopped: 'Stopped.',
  },
  keyMended: (file: string) =>
    `Warning: other accounts could read the workspace key ${file} until now. It is closed now (mode 0600).`,
};
