import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { GatehouseError, type UsageProblem } from '#contract/errors.ts';

interface Secret {
  /** The variable of the environment that it may stand in. */
  readonly variable: string;
  /** A file with it in the first line. */
  readonly file?: string | undefined;
  /** What the terminal asks. */
  readonly question: string;
  readonly missing: UsageProblem;
}

/**
 * A secret from the environment, a file or the terminal, where it is not shown; never from an argument, which every user of
 * the computer can read.
 * @throws GatehouseError `usage` where there is nobody to ask
 */
export async function secretOf({ variable, file, question, missing }: Secret): Promise<string> {
  const set = process.env[variable];
  if (set) return set;
  if (file !== undefined) return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  if (!process.stdin.isTTY) throw new GatehouseError('usage', { problem: missing, argument: variable });
  process.stderr.write(`${question}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
