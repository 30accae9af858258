import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { extractFile } from '@electron/asar';
import { installersIn } from '../../../scripts/package/run.mjs';

/** The packaged program that `npm test -- --only package` has made. */
export const packaged = process.env.GATEHOUSE_PACKAGED ?? '';
export const resources = path.join(path.dirname(packaged), 'resources');
/** Whether it holds another Electron than the pinned one. */
export const isStandIn = (): boolean =>
  JSON.parse(extractFile(path.join(resources, 'app.asar'), 'package.json').toString('utf8')).productName !==
  'Gatehouse';
/** What was made of it, with its size. */
export const installers = () => installersIn(path.resolve(packaged, '../..'));

export interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Resolves with what was found once all that was printed fits; rejects when the program ends before. */
  readonly printed: (expected: RegExp) => Promise<RegExpExecArray>;
  /** Asks it to end. @returns its exit code */
  readonly close: () => Promise<unknown>;
}

/** Starts a program as somebody would who has no debugger: what it prints is all there is to see. */
export function start(executable: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return watch(
    spawn(executable, [...asRoot, '--disable-gpu', ...args], {
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en', ...env },
    }),
  );
}

/** Listens to what a process prints. */
export function watch(child: ChildProcess): Started {
  const ended = once(child, 'exit');
  let output = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      output += part.toString();
      for (const listen of heard) listen();
    });
  return {
    process: child,
    output: () => output,
    printed: (expected) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = expected.exec(output);
          if (!found) return;
          heard.delete(look);
          resolve(found);
        };
        heard.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended without printing ${expected}:\n${output}`)));
      }),
    close: async () => {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}
