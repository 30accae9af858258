import type { VerbProblem } from '../../errors.ts';
import { count } from './common.ts';
import { number } from './format.ts';

/** What is wrong with how a verb was used. */
export const verbUsage: { readonly [P in VerbProblem]: (argument: string) => string } = {
  'one-too-many': (a) => `“${a}” is one argument too many.`,
  'operand-missing': (a) => `Something is missing after “gatehouse ${a}”.`,
  'bad-choice': (a) => `This is not one of the values that there are: ${a}.`,
  'bad-number': (a) => `This is not a whole number of at least 1: ${a}.`,
  'bad-time': (a) => `This is not a time such as 2026-12-01 08:00 or 2026-12-01T08:00Z: ${a}.`,
  'bad-mapping': (a) => `Say COLUMN=FIELD, the column by its heading or letter: ${a}.`,
  'unknown-name': (a) => `There is nothing of this name here: ${a}.`,
  'organization-needed': (a) => `Say which organization with --organization: ${a}.`,
  'unknown-organization': (a) => `There is no such organization, or several: ${a}.`,
  'nobody-chosen': () =>
    'Say who or what is meant: by arguments, with --file, by the options of the list, or with --all.',
  'chosen-twice': () => 'Say who or what is meant either one by one or by the options of the list, not both.',
  'not-together': (a) => `These do not go together: ${a}.`,
  'yes-needed': () => 'This cannot be undone, and there is no terminal to ask on. Say --yes.',
  'file-exists': (a) => `${a} is there already. Say --yes to replace it.`,
  'format-needed': (a) => `${a} ends neither in .csv nor in .xlsx.`,
};

/** What the verbs say. */
export const cliOut = {
  yesNo: '[y/N]',
  goOn: 'Go on?',
  seeHelp: (command: string) => `“${command}” explains it.`,
  dryRun: (what: string) => `This would be done to ${what}. Nothing was changed.`,
  unknownAddress: (address: string) => `${address}: nobody here has this address`,
  revokeAll: (n: number) => `Revoke the invitations of ${count(n, 'person', 'people')} for good?`,
  cancelMails: (n: number) => `Cancel ${count(n, 'message', 'messages')}?`,
  restore: (when: string) => `Let the backup of ${when} take the place of the workspace?`,
  restored: (when: string, folder: string) =>
    `The backup of ${when} is the workspace now. What was there is kept in ${folder}. No mail leaves until you resume each queue.`,
  draftName: (when: string) => `Invitations ${when}`,
  draft: {
    draft: (name: string, people: string) => `Kept as the draft “${name}”: ${people}. Nothing was sent.`,
    review: (name: string, people: string) => `The draft “${name}” awaits review: ${people}. Nothing was sent yet.`,
    scheduled: (name: string, people: string) => `The draft “${name}” goes out at its time: ${people}.`,
  },
  exporting: 'Exporting',
  written: (rows: number, file: string) => `${count(rows, 'row', 'rows')} written to ${file}`,
  incomplete: 'Not everything was exported: people have left meanwhile, or the export ended early.',
  shownOf: (shown: number, total: number) => `${number(shown)} of ${number(total)}, newest first`,
  line: 'Line',
  name: 'Name',
};

/** What the exit codes mean. */
export const cliExits = {
  0: 'All is done, or would be with --dry-run.',
  1: 'Something went wrong; standard error says what, and what to do.',
  2: 'The command cannot be understood, or needs --yes. Nothing was changed.',
  3: 'Not all of it was done: somebody or something was refused, each with its reason. For “audit verify”: something was found.',
  4: 'The operator may not do this.',
  5: 'Another program keeps the workspace locked. Try again.',
};

/** Headings of the help. */
export const cliHelp = {
  title: 'Gatehouse on the command line.',
  usage: 'Usage',
  commands: 'Commands',
  options: 'Options',
  option: 'OPTION',
  operations: 'Operations behind it',
  exits: 'Exit codes',
  oneOf: (choices: readonly string[]) => `One of: ${choices.join(', ')}.`,
  more: 'An error is told on standard error, with what to do. With --json it is an object with “code” and “message” on standard output, as it is always for “call”, “operations” and “serve”, whose exit codes are 0 and 1.\nProgress and colours are shown on a terminal only; NO_COLOR turns the colours off. Words follow LC_ALL, LC_MESSAGES or LANG (English, German); JSON is the same in every language.',
};
