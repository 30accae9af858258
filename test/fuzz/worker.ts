import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { type Figures, fuzz } from './fuzz.ts';
import { targets } from './targets/index.ts';

/** What the watcher tells a thread that works through one target. */
export interface Work {
  readonly name: string;
  readonly runs: number;
  readonly seed: number;
  readonly path: string;
  /** Its first place holds the number of the input that is being worked on. */
  readonly beats: Int32Array<SharedArrayBuffer>;
}

/** Figures with the inputs as text: not all of them can be sent. */
export type Told = Omit<Figures, 'findings'> & {
  readonly findings: readonly { readonly what: string; readonly path: string; readonly input: string }[];
};

const { name, beats, ...options } = workerData as Work;
const target = targets.find((one) => one.name === name);
if (!target) throw new Error(`no target ${name}`);
const figures = await fuzz(target, { ...options, beat: (run) => void Atomics.store(beats, 0, run) });
const findings = figures.findings.map(({ what, path, input }) => ({ what, path, input: fc.stringify(input) }));
parentPort?.postMessage({ ...figures, findings } satisfies Told);
