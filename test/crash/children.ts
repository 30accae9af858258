import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';

/** Inside the project, where the native packages are found. */
export const bundleOf = (name: string) => path.join(import.meta.dirname, `../../.cache/crash-${name}`);

/** Bundles `<name>-child.ts`, which runs under plain Node. */
export const buildChild = (name: string) =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(import.meta.dirname, `${name}-child.ts`),
      outDir: bundleOf(name),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { external: ['better-sqlite3', '@node-rs/argon2'] },
    },
    ssr: { noExternal: true },
  });

/** @returns the signal that ended the child, if one did, and what it said about trouble */
export function runChild(name: string, task: object): Promise<{ signal: string | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(bundleOf(name), `${name}-child.js`), JSON.stringify(task)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
    });
    child.once('error', reject);
    child.once('close', (_code, signal) => resolve({ signal, said }));
  });
}
