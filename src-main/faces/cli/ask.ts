import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { GatehouseError, type UsageProblem } from '#contract/errors.ts';

interface Secret {
  /** The environment variable that may hold it. */
  readonly variable: string;
  /** A file with it in the first line. */
  readonly file?: string | undefined;
  /** What the terminal asks. */
  readonly question: string;
  /** For a new secret: the terminal asks a second time, and for both again until they match. */
  readonly again?: { readonly question: string; readonly differ: string };
  readonly missing: UsageProblem;
}

/**
 * A secret from the environment, a file or the terminal, which does not show it; never from an argument, which every user
 * of the computer can read.
 * @throws GatehouseError `usage` where there is nobody to ask
 */
export async function secretOf({ variable, file, question, again, missing }: Secret): Promise<string> {
  const set = process.env[variable];
  if (set) return set;
  if (file !== undefined) return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  if (!process.stdin.isTTY) throw new GatehouseError('usage', { problem: missing, argument: variable });
  for (;;) {
    const typed = await typedUnseen(question);
    if (!again || (await typedUnseen(again.question)) === typed) return typed;
    process.stderr.write(`${again.differ}\n`);
  }
}

async function typedUnseen(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  // not before the terminal has stopped showing what is typed
  process.stderr.write(`${question}: `);
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
