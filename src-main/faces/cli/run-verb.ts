import type { Messages } from '#contract/messages/index.ts';
import { exitOf } from './exit-codes.ts';
import { errorText, tell } from './output.ts';
import { asReport, printJson, wordedReport } from './print.ts';
import { readVerb } from './read-verb.ts';
import { openSession, type Run } from './session.ts';
import type { VerbName } from './table.ts';

/**
 * Runs a verb. Errors go to standard error with what to do about them; with `--json` they are an object on standard output,
 * in English as all JSON is.
 * @returns the exit code
 */
export async function runVerb(
  name: VerbName,
  run: Run,
  argv: readonly string[],
  words: { here: Messages; json: Messages },
) {
  try {
    const { given, operands } = readVerb(name, argv);
    const session = await openSession({ messages: words.here, given, operands });
    return await run(session).finally(session.close);
  } catch (error) {
    const report = asReport(error);
    if (argv.includes('--json')) await printJson(wordedReport(words.json, report));
    else await tell(errorText(words.here, report) + (report.code === 'usage' ? hint(words.here, name) : ''));
    return exitOf(report.code);
  }
}

const hint = ({ cli }: Messages, name: VerbName) => `${cli.out.seeHelp(`gatehouse help ${name}`)}\n`;
