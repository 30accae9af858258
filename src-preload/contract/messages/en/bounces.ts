import { bounceLimits } from '../../bounce-limits.ts';
import type { BounceVerdict, ReportProblem } from '../../bounces.ts';
import type { ReportAction, ReportSource } from '../../mail-report.ts';
import { addresses } from './addresses.ts';
import { common, count } from './common.ts';
import { number } from './format.ts';

const { people } = common;
const lines = (n: number) => count(n, 'line', 'lines');
const mails = (n: number) => count(n, 'mail', 'mails');

const verdicts: Readonly<Record<BounceVerdict, string>> = {
  bounced: 'Bounced',
  earlier: 'Bounced, an earlier invitation',
  delayed: 'Delayed',
  noted: 'Not a failure',
  known: 'Known already',
  accepted: 'Accepted already',
  ended: 'No open invitation',
  'not-sent': 'Nothing has gone out',
  older: 'About an older mail',
  unknown: 'Unknown address',
  unreadable: 'Not usable',
};
/** What importing the line does. */
const effects: Readonly<Record<Exclude<BounceVerdict, 'unreadable'>, string>> = {
  bounced: 'The mail is marked as bounced.',
  earlier: 'The mail of that earlier invitation is marked; the open one stays as it is.',
  delayed: 'The delay is noted at the mail; it may still arrive.',
  noted: 'It is noted at the mail; nothing else changes.',
  known: 'This is written down already, or the server refused the mail at once.',
  accepted: 'This person has accepted, so some mail arrived. Nothing changes.',
  ended: 'The invitation was revoked or removed. Nothing changes.',
  'not-sent': 'No server has taken a mail of the open invitation, so none can have come back.',
  older: 'The report is about a mail from before the newest one. Nothing changes.',
  unknown: 'Nobody with this address is invited here.',
};
const problems: Readonly<Record<ReportProblem, string>> = {
  'too-large': `The message is larger than ${bounceLimits.size / 1024 / 1024} MB.`,
  'file-unreadable': 'The file cannot be read.',
  'not-a-message': 'This is neither a message nor a list of addresses.',
  'no-report': 'This message holds no delivery report.',
  'no-action': 'The report does not say what became of the mail.',
};
const actions: Readonly<Record<ReportAction, string>> = {
  failed: 'Did not arrive',
  delayed: 'Is delayed',
  delivered: 'Was delivered',
  relayed: 'Was passed on',
  expanded: 'Was passed on to several',
};
const sources: Readonly<Record<ReportSource, (reporter: string | null) => string>> = {
  report: (reporter) => (reporter ? `says ${reporter}` : 'says a delivery report'),
  list: () => 'says an imported list',
  hand: () => 'marked by hand',
};
const isReportProblem = (code: string): code is ReportProblem => Object.hasOwn(problems, code);

/** Words of mail that came back: reports, lists, marks. */
export const bounces = {
  state: 'Bounced',
  meaning: 'A server took it, and then it came back.',
  noneBounced: 'No mail of an open invitation has come back',
  answers: {
    listed: 'On an imported list of addresses whose mail came back.',
    noWords: 'The server gave no reason.',
  },
  errors: {
    notOut: (email: string) => `No server has taken a mail to ${email} that could have come back.`,
    already: (email: string) => `The mail to ${email} is marked as bounced already.`,
    notBounced: (email: string) => `The mail to ${email} is not marked as bounced.`,
    tooMany: 'These are too many at once. Import them in parts.',
  },
  audit: {
    'bounces.import': 'Imported delivery reports',
    'bounces.markMany': 'Marked mails as bounced',
    'bounces.unmarkMany': 'Removed the mark as bounced from mails',
    'bounces.unmark': 'Removed the mark as bounced from a mail',
  },
  activity: {
    reported: ({ action, words }: Readonly<Record<string, unknown>>) =>
      `Mail ${action === 'failed' ? 'came back' : action === 'delayed' ? 'is delayed' : 'arrived or was passed on'}${
        typeof words === 'string' && words !== '' ? `: ${words}` : ''
      }`,
    marked: ({ why }: Readonly<Record<string, unknown>>) =>
      `Mail marked as bounced${typeof why === 'string' ? `: ${why}` : ''}`,
    unmarked: () => 'Mail is no longer marked as bounced',
  },
  attention: {
    title: (n: number) => `${mails(n)} came back`,
    action: 'Review',
  },
  deeds: { mark: 'Mark as bounced', unmark: 'Not bounced' },
  doing: {
    mark: (n: number) => `Marking the mail of ${people(n)} as bounced`,
    unmark: (n: number) => `Taking back the mark of ${people(n)}`,
  },
  done: {
    mark: (n: number) => `Mail of ${people(n)} marked as bounced`,
    unmark: (n: number) => `Mark of ${people(n)} taken back`,
  },
  ask: {
    title: (n: number) => `Mark the mail of ${people(n)} as bounced`,
    text: 'The invitations stay open and their links work. Whoever is marked gets no reminder; a new mail or invitation starts without the mark.',
    why: 'Why',
    whyHint: 'The server’s words, or your own. They show at the invitation.',
    confirm: 'Mark as bounced',
  },
  unmarked: (email: string) => `The mail to ${email} is no longer marked as bounced.`,
  verdicts,
  effects,
  problem: (code: string): string =>
    isReportProblem(code)
      ? problems[code]
      : `No address: ${(addresses.problems as Readonly<Record<string, string>>)[code] ?? code}.`,
  reports: {
    title: 'Reports',
    told: (action: ReportAction, source: ReportSource, reporter: string | null) =>
      `${actions[action]}, ${sources[source](reporter)}`,
    by: (name: string, when: string) => `Imported by ${name}, ${when}`,
    marked: (name: string, when: string) => `Marked by ${name}, ${when}`,
  },
  import: {
    menu: 'More about mail',
    item: 'Import bounces …',
    title: 'Import bounces',
    steps: { give: 'Reports', check: 'Check', result: 'Result' },
    lead: 'Drop the delivery reports that came back to the sender’s mailbox, or paste one. A plain list of addresses that bounced is fine, too.',
    drop: 'Drop messages (.eml) here',
    choose: 'Choose files',
    paste: 'Or paste a report, or addresses',
    placeholder: 'ana@example.com\nbela@example.org',
    files: (n: number) => count(n, 'file', 'files'),
    takeOut: (name: string) => `Take ${name} out`,
    tooManyFiles: `At most ${bounceLimits.files} files at once.`,
    tooLarge: (name: string) =>
      `${name} is too large and was left out: a report is smaller than ${bounceLimits.size / 1024 / 1024} MB.`,
    check: 'Check',
    checking: 'Reading the reports',
    table: 'What each line does',
    pasted: (line: number) => `Line ${line}`,
    file: (name: string, line: number) => (line > 1 ? `${name}, ${line}` : name),
    back: 'Change',
    nothing: 'Nothing here can be imported.',
    facts: (marked: number, noted: number, left: number) =>
      [
        ...(marked > 0 ? [`${mails(marked)} bounced`] : []),
        ...(noted > 0 ? [`${number(noted)} noted`] : []),
        ...(left > 0 ? [`${lines(left)} without effect`] : []),
      ].join(' · '),
    apply: (n: number) => `Import ${lines(n)}`,
    done: {
      title: 'Imported',
      bounced: (n: number) => `${mails(n)} marked as bounced.`,
      noted: (n: number) => `${count(n, 'report was', 'reports were')} noted at the mail.`,
      left: (n: number) => `${count(n, 'line', 'lines')} changed nothing; the reasons are below.`,
      none: 'Nothing was changed.',
      show: 'Show the bounced ones',
    },
  },
} as const;
