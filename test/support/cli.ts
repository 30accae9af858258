import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const entry = path.join(root, 'src-main/faces/cli/index.ts');

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the JSON that it is. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects in it
  readonly json: any;
}

/** Runs the command line as its own process, from source, on the Node that runs the tests. */
export async function gatehouse(args: readonly string[], input?: string): Promise<Ran> {
  const child = startGatehouse(args);
  child.stdin?.end(input ?? '');
  return ended(child);
}

/** @param language as `LC_ALL` has it: words are the same on whatever computer the tests run */
export function startGatehouse(args: readonly string[], language = 'en_US.UTF-8'): ChildProcess {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, LC_ALL: language },
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  });
  return child;
}

export async function ended(child: ChildProcess): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return {
    code,
    signal,
    stdout,
    stderr,
    get json() {
      return JSON.parse(stdout);
    },
  };
}
