import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isAlive } from '../../is-alive.ts';
import { type GivenKey, givenKey } from '../../kernel/key/given-key.ts';

/** What the command line asked for; Chromium's own switches are left to it. */
export interface WindowOptions {
  readonly workspace?: string;
  readonly demo: boolean;
  /** Started at login: the window starts hidden where there is a tray. */
  readonly hidden: boolean;
  /** A file with the workspace key. */
  readonly givenKey?: GivenKey | undefined;
}

export function readOptions(argv: readonly string[]): WindowOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: {
      workspace: { type: 'string' },
      demo: { type: 'boolean' },
      hidden: { type: 'boolean' },
      'key-file': { type: 'string' },
    },
    strict: false,
    allowPositionals: true,
  });
  const { workspace, demo, hidden, 'key-file': keyFile } = values;
  return {
    demo: demo === true,
    hidden: hidden === true,
    givenKey: demo ? undefined : givenKey(typeof keyFile === 'string' ? keyFile : undefined, process.env, existsSync),
    ...(typeof workspace === 'string' && workspace ? { workspace: path.resolve(workspace) } : {}),
  };
}

const prefix = 'gatehouse-demo-';

/**
 * A folder for one run, removed at its end: nothing of a demo may stay behind. Chromium still writes into its profile after
 * our last line, so the parent process can name the folder and remove it (`GATEHOUSE_DEMO_FOLDER`); a folder that this
 * process makes itself is removed as far as possible, and the rest by the next demo.
 */
export function throwAwayFolder(): { readonly folder: string; readonly remove: () => void } {
  const given = process.env.GATEHOUSE_DEMO_FOLDER;
  if (given) return { folder: given, remove: () => {} };
  sweep();
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  return { folder, remove: () => discard(folder) };
}

const discard = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Removes what demos left behind whose process is gone. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) discard(path.join(tmpdir(), name));
  }
}
