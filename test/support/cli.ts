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
  /** Standard output, parsed as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects in it
  readonly json: any;
}

/** Runs the command line as its own process, from source, on the Node that runs the tests. */
export async function gatehouse(args: readonly string[], input?: string): Promise<Ran> {
  const child = startGatehouse(args);
  child.stdin?.end(input ?? '');
  return ended(child);
}

/** @param language for `LC_ALL`, so that the words are the same on every computer that runs the tests */
export function startGatehouse(args: readonly string[], language = 'en_US.UTF-8'): ChildProcess {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, LC_ALL: language },
  });
  endWithTest(child);
  return child;
}

function endWithTest(child: ChildProcess): void {
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  });
}

/** Runs it on a terminal of its own, by `script` (util-linux), which echoes what is typed unless echo is off. */
export function startOnTerminal(args: readonly string[]) {
  const quoted = [process.execPath, entry, ...args].map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', quoted, '/dev/null'], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', SHELL: '/bin/sh' },
  });
  endWithTest(child);
  let shown = '';
  let read = 0;
  let look = () => {};
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    shown += part;
    look();
  });
  return {
    /** Waits for a question and types the answer. */
    answer: (question: string, typed: string) =>
      new Promise<void>((resolve) => {
        look = () => {
          const at = shown.indexOf(question, read);
          if (at < 0) return;
          look = () => {};
          read = at + question.length;
          child.stdin.write(`${typed}\r`);
          resolve();
        };
        look();
      }),
    async ended() {
      const [exitCode] = (await once(child, 'close')) as [number | null];
      return { exitCode, shown };
    },
  };
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
