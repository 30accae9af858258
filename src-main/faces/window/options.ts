import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asked for; Chromium's own switches are left to it. */
export interface WindowOptions {
  readonly workspace?: string;
  readonly demo: boolean;
}

export function readOptions(argv: readonly string[]): WindowOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { workspace: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  const { workspace, demo } = values;
  return {
    demo: demo === true,
    ...(typeof workspace === 'string' && workspace ? { workspace: path.resolve(workspace) } : {}),
  };
}

/** A folder for one run, gone at its end: nothing of a demo may stay behind. */
export function throwAwayFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-demo-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
