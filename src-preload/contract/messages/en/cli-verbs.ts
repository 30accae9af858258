// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so do shells write their variables
interface Verb {
  readonly short: string;
  /** Behind it on the page of the command; empty where there is nothing more to say. */
  readonly text: string;
}

const whom =
  'Name people by their addresses, as arguments or in a file, or by the options of the list; --all means everybody whom this can be done to. Anybody whom it cannot be done to is listed with the reason, and stops nobody else.';
const saving =
  'Without --output, CSV goes to standard output. The ending of the file says whether it is CSV or an Excel workbook; neither computes anything in a spreadsheet, whatever the cells hold.';
const messagesChosen = 'Name messages by their ids, or by the options of the list; --all means every message.';

/** What each command does. */
export const cliVerbs = {
  invite: {
    short: 'Invites people as users, guests or inbox agents.',
    text: 'Addresses are read as the paste box of the window reads them: “Name <address>”, lists separated by comma, semicolon or line, and tables copied from a spreadsheet; “--file -” reads standard input. Who is new is invited; members and people who are invited already are skipped; each of the others is refused with its reason. A row that names roles or teams of its own keeps them, the others take those of the options.\nWith --draft, --review or --at nothing is sent: the good rows become a draft.',
  },
  reinvite: { short: 'Ends pending or expired invitations and sends fresh ones; older links die.', text: whom },
  revoke: { short: 'Revokes pending or expired invitations for good: link and waiting mail die.', text: whom },
  'guests renew': { short: 'Renews the access of guests, each for the period of their invitation.', text: whom },
  'users list': {
    short: 'Lists users and guests, with the filters and columns of the window.',
    text: 'Without a filter: users and guests who are active, pending, expired or suspended. With --csv the first line names the columns by their codes, and instants are in UTC; with --json every row has everything.',
  },
  import: {
    short: 'Invites the people of a CSV or XLSX file.',
    text: 'What the columns hold is guessed from their headings; --map says it instead. A row that names no role, team, group or product takes those of the options. --result writes down what became of each row.',
  },
  'export users': { short: 'Writes users and guests into a file.', text: saving },
  'export pending': { short: 'Writes open invitations into a file, with what became of their mail.', text: saving },
  'export guests': {
    short: 'Writes guests into a file, with the end of their access and their sponsors.',
    text: saving,
  },
  'export audit': { short: 'Writes the audit log into a file.', text: saving },
  'outbox list': { short: 'Lists the messages of the outbox, newest first, with the server’s words.', text: '' },
  'outbox show': { short: 'Shows one message as it will be or was sent; its link is hidden.', text: '' },
  'outbox retry': {
    short: 'Puts messages back into the queue that are deferred, uncertain, failed or bounced.',
    text: `${messagesChosen} An uncertain message may have arrived, so it asks first.`,
  },
  'outbox hold': { short: 'Keeps waiting messages back until they are released.', text: messagesChosen },
  'outbox release': { short: 'Lets held messages go.', text: messagesChosen },
  'outbox cancel': {
    short: 'Takes waiting or held messages out of the queue for good.',
    text: `${messagesChosen} Invitations stay open.`,
  },
  'outbox pause': { short: 'Pauses the queue until it is resumed: no message begins to leave.', text: '' },
  'outbox resume': { short: 'Ends a pause of the queue, whoever or whatever paused it.', text: '' },
  'backup make': { short: 'Makes a backup now, and verifies it by opening it.', text: '' },
  'backup list': { short: 'Lists the backups of the workspace, newest first.', text: '' },
  'backup restore': {
    short: 'Lets a backup take the place of the workspace, which is kept.',
    text: 'Name one of the list, or a file. Nobody may have the workspace open meanwhile. The queues stay paused afterwards, so that nothing is mailed twice. --dry-run tells what the backup holds.',
  },
  'audit list': { short: 'Lists what was done and denied, newest first.', text: '' },
  'audit verify': {
    short: 'Checks that nothing of the audit log was changed, removed, added or moved.',
    text: 'Where it finds something, the exit code is 3.',
  },
  'sign-in': {
    short: 'Signs an operator in for eight hours.',
    text: 'Needed where the operator has two-factor sign-in, or an organization of theirs requires it. Password and code are asked for on the terminal, or read from GATEHOUSE_PASSWORD (or a file) and GATEHOUSE_CODE.',
  },
  recover: {
    short: 'Sets an owner’s forgotten password with their recovery code.',
    text: 'Recovery code and new password (twice) are asked for on the terminal, or read from GATEHOUSE_RECOVERY_CODE and GATEHOUSE_NEW_PASSWORD (or a file). The code works once; the answer holds the next one, which is shown this one time. Every session of the owner ends. Two-factor sign-in still asks for its code.',
  },
  'sign-out': { short: 'Ends what sign-in began, for one operator or for all.', text: '' },
  serve: {
    short: 'Sends mail and runs the portal without a window until it is told to stop.',
    text: 'Sends the waiting mail, runs the portal, reminds, tells guests about the end of their access, sends drafts at their time and makes backups. On SIGTERM or SIGINT it ends what it is doing and stops with exit code 0; a second signal does not wait. What the other options say is stored in the workspace, because the links in the mail need it. It tells systemd when it is ready. An error is an object on standard output, and the exit code is 1.',
  },
  call: {
    short: 'Calls one operation and prints its output as JSON.',
    text: 'Without JSON the input is {}, with - it is read from standard input. organizations.create makes a workspace where there is none; backups.restore does, too, and replaces one that nobody has open. An error is an object with “code”, “message” and perhaps “issues” on standard output, and the exit code is 1.',
  },
  operations: {
    short: 'Lists the operations, or shows one with the schemas of its input and output.',
    text: 'With --json everything is for programs, with the JSON Schemas.',
  },
  completion: {
    short: 'Prints what makes a shell complete commands, options and values.',
    text: 'bash: source <(gatehouse completion bash)\nzsh: gatehouse completion zsh > "${fpath[1]}/_gatehouse"\nfish: gatehouse completion fish > ~/.config/fish/completions/gatehouse.fish',
  },
  help: { short: 'Explains all commands, or one.', text: '' },
} satisfies Readonly<Record<string, Verb>>;
