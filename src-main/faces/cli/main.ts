import { assertNever } from '#contract/assert-never.ts';
import { type Messages, messagesIn } from '#contract/messages/index.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { type Command, readArguments } from './arguments.ts';
import { exit, exitOf } from './exit-codes.ts';
import { family, overview, page } from './help.ts';
import { terminalLanguage } from './language.ts';
import { errorText, tell } from './output.ts';
import { asReport, inJson, print, printJson, warnOfKey, worded } from './print.ts';
import { findVerb, looseWords } from './read-verb.ts';
import { runVerb } from './run-verb.ts';
import { runnerOf } from './runners.ts';
import { shells } from './table.ts';
import { wrongUse } from './usage.ts';

/**
 * Runs a command line, in the terminal's language.
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  const messages = messagesIn(terminalLanguage(process.env));
  const { words, help } = looseWords(argv);
  const [first, ...behind] = words;
  if (help || first === 'help') return explain(messages, first === 'help' ? behind : words);
  const verb = findVerb(words);
  if (verb?.name === 'completion') return complete(messages, verb.rest);
  const runner = verb && runnerOf(verb.name);
  if (verb && runner) return runVerb(verb.name, await runner, argv, { here: messages, json: inJson });
  if (first !== undefined && !verb) return unknown(messages, words);
  try {
    await perform(messages, readArguments(argv));
    return exit.done;
  } catch (error) {
    if (first === undefined) return refuse(messages, error);
    await printJson(worded(inJson, error));
    return exit.failed;
  }
}

/** The page of a command; without one, the overview. */
async function explain(messages: Messages, words: readonly string[]): Promise<number> {
  const verb = findVerb(words);
  const [first] = words;
  const text = verb ? page(messages, verb.name) : first === undefined ? overview(messages) : family(messages, first);
  if (text === undefined) return unknown(messages, words);
  await print(text);
  return exit.done;
}

async function complete(messages: Messages, rest: readonly string[]): Promise<number> {
  const shell = shells.find((one) => one === rest[0]);
  if (!shell || rest.length > 1)
    return refuse(
      messages,
      rest[0] === undefined
        ? wrongUse('operand-missing', 'completion')
        : wrongUse('bad-choice', `${rest.join(' ').slice(0, 80)} (${shells.join(', ')})`),
    );
  const { completionScript } = await import('./completion.ts');
  await print(completionScript(messages, shell));
  return exit.done;
}

/** A word that begins several commands is answered with those. */
function unknown(messages: Messages, words: readonly string[]): Promise<number> {
  const below = family(messages, words[0] ?? '');
  return refuse(
    messages,
    wrongUse(
      'unknown-command',
      words
        .slice(0, below ? 2 : 1)
        .join(' ')
        .slice(0, 80),
    ),
    below,
  );
}

/** Says on standard error what is wrong with what was typed. */
async function refuse(messages: Messages, error: unknown, more = ''): Promise<number> {
  const report = asReport(error);
  await tell(errorText(messages, report) + more);
  return exitOf(report.code);
}

/** Modules are imported when they are needed: listing the operations opens neither a database nor a server. */
async function perform(messages: Messages, command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      return print(overview(messages));
    case 'version':
      return print(`${messages.cli.version(manifest.version)}\n`);
    case 'operations': {
      const { describeOperations, publishOperations } = await import('./operations.ts');
      return command.json
        ? printJson(publishOperations(command.operation))
        : print(describeOperations(messages, command.operation));
    }
    case 'call': {
      const { callOperation } = await import('./call.ts');
      return printJson(await callOperation(command, (core) => warnOfKey(messages, core)));
    }
    case 'sign-in': {
      const { signIn } = await import('./sign-in.ts');
      return printJson(await signIn(messages, command));
    }
    case 'recover': {
      const { recover } = await import('./recover.ts');
      return printJson(await recover(messages, command));
    }
    case 'sign-out': {
      const { signOut } = await import('./sign-in.ts');
      return printJson(await signOut(messages, command));
    }
    case 'serve': {
      const { serve } = await import('./serve.ts');
      return serve(messages, command);
    }
    default:
      return assertNever(command);
  }
}
