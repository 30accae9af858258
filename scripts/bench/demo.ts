// What `npm start -- --demo` costs before its first window: opening an empty workspace, and filling it, in ms of processor
// time (not elapsed time: filling is thousands of short transactions that wait for the disk).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCore } from '../../src-main/core.ts';
import { createDemoClock } from '../../src-main/demo/clock.ts';
import { fillDemo } from '../../src-main/demo/fill.ts';
import { quickPasswords } from '../../test/support/workspace.ts';
import { newReport } from './parts/report.ts';
import { inTurn, ratio } from './parts/samples.ts';

async function opened(fill: boolean): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-'));
  try {
    const clock = createDemoClock();
    let before = process.cpuUsage();
    const core = await openCore({ folder, clock, passwords: quickPasswords() });
    if (fill) {
      before = process.cpuUsage();
      await fillDemo(core, { clock, mailPort: 2525 });
    }
    const { user, system } = process.cpuUsage(before);
    await core.close();
    return (user + system) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const report = newReport('demo');
const samples = await inTurn({ 'opening it empty': () => opened(false), 'filling it': () => opened(true) }, 5);
const { 'filling it': filling, 'opening it empty': opening } = samples;
report.add({
  name: 'the demo’s workspace',
  samples,
  figures: [{ what: 'filling against opening', value: ratio(filling, opening), unit: '×' }],
});
report.keep();
