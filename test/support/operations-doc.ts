import { contract } from '#contract/index.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Operation } from '#contract/operation.ts';
import { denials } from '../../src-main/kernel/context.ts';

const { errors, addresses } = messagesIn('en');
const denied: ReadonlySet<string> = denials;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Shows each fact by its name in braces; facts that select a sentence get an example. */
const facts = new Proxy<Record<string, string>>(
  { permission: 'users:write', problem: 'workspace-missing', fault: 'old-excel' },
  { get: (examples, name) => examples[String(name)] ?? `{${String(name)}}` },
);

/** For codes that use a fact's name with a different meaning. */
const examplesOf: Readonly<Record<string, object>> = { 'certificate-refused': { problem: 'mismatch', file: '{file}' } };

function operations(): string {
  const all = Object.entries<Operation>(contract);
  const features = [...new Set(all.map(([name]) => name.split('.')[0] ?? ''))];
  const sections = features.map((feature) => {
    const listed = all
      .filter(([name]) => name.startsWith(`${feature}.`))
      .map(([name, o]) => [`\`${name}\``, o.kind, o.needs, o.faces.join(', '), o.summary]);
    return `### ${feature}\n\n${table(['operation', 'kind', 'needs', 'faces', 'what it does'], listed)}\n`;
  });
  return sections.join('\n');
}

function errorCodes(): string {
  const words = Object.entries(errors.table as Record<string, (data: unknown) => string>);
  return table(
    ['code', 'words', 'audited'],
    words.map(([code, word]) => [
      `\`${code}\``,
      word(examplesOf[code] ?? facts),
      denied.has(code) ? 'as a denial' : '',
    ]),
  );
}

const issueCodes = () =>
  table(
    ['code', 'words'],
    Object.entries({ ...addresses.problems, ...errors.issues }).map(([code, words]) => [`\`${code}\``, words]),
  );

/** The text of `docs/operations.md`. */
export const operationsDoc = () => `# Operations and error codes

Made from the contract: \`npx vitest run test/docs -u\` writes this file anew, and a test fails while it is out of date.

Every face calls the same operations. A *query* reads; a *command* is one transaction, audited; an *effect* touches the
world outside the database; a *job* is worked off in chunks and answers with its id. *Needs* is the right that the caller
must hold in the organization. \`gatehouse operations NAME\` shows the JSON Schema of input and output.

## Operations

${operations()}
## Error codes

An operation answers with its output or with \`{code, message, issues?}\`. Names in braces are facts of the case.

${errorCodes()}

## Codes of single fields

Each of the \`issues\` of \`invalid-input\` has the path to the field, a code and words. Codes that are not listed here are
those of the parser (\`invalid-type\`, \`unrecognized-keys\`, \`too-small\` …) with its own sentence.

${issueCodes()}
`;
