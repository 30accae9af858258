// Parsing what somebody pasted, against the parser of the mail library.
import addressparser from 'nodemailer/lib/addressparser';
import { parseRecipients } from '../../src-main/features/invitations/recipients.ts';
import { person, range } from './parts/people.ts';
import { newReport } from './parts/report.ts';
import { inTurn, median, ratio } from './parts/samples.ts';

const lines = 100_000;
/** The forms in which people paste: bare, with a name, with a quoted name, from a spreadsheet, with spaces around. */
const forms = [
  ({ email }: { email: string }) => email,
  ({ name, email }: { name: string; email: string }) => `${name} <${email}>`,
  ({ name, email }: { name: string; email: string }) => `"${name}" <${email}>`,
  ({ email }: { email: string }) => `  ${email.toUpperCase()} `,
] as const;
const wanted = range(0, lines).map(person);
const text = (separator: string) => wanted.map((one, i) => (forms[i % forms.length] ?? forms[0])(one)).join(separator);
const ours = text('\n');
// it only knows commas
const theirs = text(',\n');

const found = (emails: Iterable<string | undefined>) =>
  new Set([...emails].map((one) => one?.toLowerCase())).size / lines;

const report = newReport('parse');
const samples = await inTurn(
  { Gatehouse: () => void parseRecipients(ours), 'addressparser of nodemailer': () => void addressparser(theirs) },
  5,
);
const recall = {
  ours: found(parseRecipients(ours).entries.map((entry) => entry.email)),
  theirs: found(addressparser(theirs, { flatten: true }).map((entry) => entry.address)),
};
report.add({
  name: `${lines} pasted lines`,
  samples,
  figures: [
    {
      what: 'against addressparser',
      value: ratio(samples.Gatehouse, samples['addressparser of nodemailer']),
      unit: '×',
      goal: 0.3,
      note: `what a line means and what is odd about it is told, too; finds ${(recall.ours * 100).toFixed(1)} % of the addresses, the other ${(recall.theirs * 100).toFixed(1)} %`,
    },
    { what: '10,000 lines of these', value: median(samples.Gatehouse) / 10, unit: 'ms' },
  ],
});
report.keep();
