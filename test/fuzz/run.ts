// The full run: one parser after the other in a thread of its own, which is watched from here. Exits with 1 for a finding.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { targets } from './targets/index.ts';
import type { Told, Work } from './worker.ts';

/** A thread that finishes no input for this long hangs, in milliseconds. */
const patience = 60_000;
const findingsFolder = path.resolve(import.meta.dirname, '../../.cache/fuzz');

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: targets.map(({ name }) => name).join(',') },
    runs: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    path: { type: 'string', default: '' },
  },
});
const names = values.only.split(',');
for (const name of names) if (!targets.some((target) => target.name === name)) throw new Error(`no parser "${name}"`);
const seed = Number(values.seed);
// a single place is run by itself
const runs = Number(values.runs ?? (values.path === '' ? 100_000 : 1));

console.log(`seed ${seed}, ${runs} inputs for each parser`);
console.log('parser        inputs   understood   slowest ms   inputs/s   findings');
let wrong = 0;
for (const name of names) {
  const told = await work({ name, runs, seed, path: values.path, beats: new Int32Array(new SharedArrayBuffer(4)) });
  wrong += told.findings.length;
  const figures = [told.count, told.taken, told.slowest.toFixed(1), told.perSecond.toFixed(0), told.findings.length];
  const widths = [8, 12, 12, 10, 10];
  console.log(
    `${name.padEnd(12)}${figures.map((figure, at) => ` ${String(figure).padStart(widths[at] ?? 0)}`).join(' ')}`,
  );
  for (const [at, finding] of told.findings.entries()) keep(name, at, finding);
}
process.exitCode = wrong > 0 ? 1 : 0;

/** Waits for a thread, and ends one that hangs or crashes: that is a finding as well. */
function work(data: Work): Promise<Told> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: data });
    let last = -1;
    const end = (what: string) => {
      clearInterval(watch);
      const path = String(Atomics.load(data.beats, 0));
      const findings = [{ what, path, input: 'run it again to see it' }];
      resolve({ count: Number(path), taken: 0, slowest: Number.NaN, perSecond: Number.NaN, findings });
    };
    const watch = setInterval(() => {
      const now = Atomics.load(data.beats, 0);
      if (now === last) {
        end(`hangs for ${patience / 1000} s`);
        void thread.terminate();
      }
      last = now;
    }, patience);
    thread.on('message', (told: Told) => {
      clearInterval(watch);
      resolve(told);
    });
    thread.on('error', (error) => end(`falls over: ${error instanceof Error ? error.stack : error}`));
  });
}

/** What is odd in an input would be odd in a terminal and a file as well. */
function escaped(text: string): string {
  return text.replace(/[^\n\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function keep(name: string, at: number, { what, input, path: place }: Told['findings'][number]): void {
  const again = `npm run test:fuzz -- --only ${name} --seed ${seed} --path ${place}`;
  const file = path.join(findingsFolder, `${name}-${seed}-${at}.txt`);
  mkdirSync(findingsFolder, { recursive: true });
  writeFileSync(file, escaped(`${what}\n\n${again}\n\n${input}\n`));
  console.log(
    `  ${escaped(what).split('\n').slice(0, 4).join('\n  ')}\n  ${escaped(input).slice(0, 300)}\n  again: ${again}`,
  );
  console.log(`  kept in ${path.relative(process.cwd(), file)}`);
}
