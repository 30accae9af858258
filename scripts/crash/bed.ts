import { spawn } from 'node:child_process';
import { accessSync, constants, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { Failpoint } from '../../src-main/database/failpoint.ts';
import type { Task } from './child.ts';
import { type Sink, startSink } from './sink.ts';
import { makeTemplates, type TemplateName } from './templates.ts';

const lookThread = path.resolve(import.meta.dirname, '../../src-main/database/look-thread.ts');

/** Bundles a child into one file, and its thread into another: otherwise most of a short run would go on reading sources. */
export async function bundleChild(entry: string, outDir: string): Promise<string> {
  await bundle(entry, outDir, true);
  await bundle(lookThread, outDir, false);
  return path.join(outDir, `${path.basename(entry, '.ts')}.js`);
}

const bundle = (entry: string, outDir: string, emptyOutDir: boolean) =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...{ ssr: entry, outDir, emptyOutDir },
      target: 'node24',
      minify: true, // half of a short run is spent on reading
      rolldownOptions: { external: ['better-sqlite3', '@node-rs/argon2'] },
    },
    ssr: { noExternal: true },
  });

/** A folder in memory where possible: nothing here depends on a disk, as children are killed, not the computer. */
export function scratch(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return mkdtempSync('/dev/shm/gatehouse-crash-');
  } catch {
    return mkdtempSync(path.join(tmpdir(), 'gatehouse-crash-'));
  }
}

export interface Ended {
  readonly signal: string | null;
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

export function runChild(bundle: string, task: unknown): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(bundle), 'compiled') },
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, out, said }));
  });
}

/** A place for runs: a mail server of its own, and templates that send to it. */
export interface Bed {
  readonly sink: Sink;
  readonly fresh: (template: TemplateName) => string;
  readonly child: (task: Task) => Promise<Ended>;
  readonly close: () => Promise<void>;
}

export async function makeBed(bundle: string): Promise<Bed> {
  const root = scratch();
  const sink = await startSink();
  await makeTemplates(root, sink.port);
  await sink.quiet();
  sink.takeAll();
  const folder = path.join(root, 'run');
  return {
    sink,
    fresh(template) {
      rmSync(folder, { recursive: true, force: true });
      if (existsSync(path.join(root, template))) cpSync(path.join(root, template), folder, { recursive: true });
      return folder;
    },
    child: (task) => runChild(bundle, task),
    async close() {
      await sink.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** How often each place is reached if nothing is killed. */
export type Census = Readonly<Partial<Record<Failpoint, number>>>;
