import { assertNever } from '#contract/assert-never.ts';
import { messagesIn } from '#contract/messages/index.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { type Command, readArguments } from './arguments.ts';
import { terminalLanguage } from './language.ts';
import { print, printJson, worded } from './print.ts';

const messages = messagesIn(terminalLanguage(process.env));
/** JSON is read by programs: it is the same wherever they run. */
const inJson = messagesIn('en');

async function run(argv: readonly string[]): Promise<number> {
  try {
    await perform(readArguments(argv));
    return 0;
  } catch (error) {
    await printJson(worded(inJson, error));
    return 1;
  }
}

/** Rooms are imported when they are needed: listing the operations opens neither a database nor a server. */
async function perform(command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      return print(messages.cli.help);
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
      return printJson(await callOperation(command));
    }
    case 'serve': {
      const { serve } = await import('./serve.ts');
      return serve(messages, command);
    }
    default:
      return assertNever(command);
  }
}

// a reader that has seen enough closes the pipe; the operation is done all the same
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// set, not forced: what is still on its way out of a pipe gets there
process.exitCode = await run(process.argv.slice(2));
