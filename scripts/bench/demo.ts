import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { openCore } from '../../src-main/core.ts';
import { createDemoClock } from '../../src-main/demo/clock.ts';
import { fillDemo } from '../../src-main/demo/fill.ts';
import { quickPasswords } from '../../test/support/workspace.ts';

/**
 * Prints what `npm start -- --demo` pays before its first window: opening an empty workspace, filling it, and their ratio,
 * in milliseconds of work (the processor's, not the clock's: a fill is thousands of short transactions that wait for the
 * disk) and by the clock; minimum, median and maximum of the runs.
 */
const runs = 5;
const opening: number[] = [];
const filling: number[] = [];
const waiting: number[] = [];

for (let i = 0; i < runs; i++) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-demo-'));
  try {
    const clock = createDemoClock();
    let before = process.cpuUsage();
    const core = await openCore({ folder, clock, passwords: quickPasswords() });
    opening.push(work(before));
    before = process.cpuUsage();
    const begun = performance.now();
    await fillDemo(core, { clock, mailPort: 2525 });
    waiting.push(performance.now() - begun);
    filling.push(work(before));
    await core.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log('demo                          minimum  median  maximum  (ms)');
row('opening it empty, work', opening);
row('filling it, work', filling);
row('filling it, by the clock', waiting);
console.log(`filling / opening, medians    ${(median(filling) / median(opening)).toFixed(1)}`);

function work(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function row(name: string, values: readonly number[]): void {
  const figures = [Math.min(...values), median(values), Math.max(...values)];
  console.log(`${name.padEnd(29)}${figures.map((ms) => ms.toFixed(0).padStart(8)).join('')}`);
}
