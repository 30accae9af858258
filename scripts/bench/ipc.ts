// A small query from the page and its answer, through main process, core and dispatcher, against Electron's bare round
// trip to the main process with the same bytes.
import path from 'node:path';
import { emptyApp, openWindow } from './parts/electron.ts';
import { small } from './parts/people.ts';
import { openProduct, signIn } from './parts/product.ts';
import { newReport } from './parts/report.ts';
import { inTurn, ratio } from './parts/samples.ts';

const calls = 200;
const [operation, input] = ['organizations.seats', { organizationId: 1 }] as const;

const product = await openProduct(small);
await signIn(product.page);
const answer = await product.page.evaluate(([name, given]) => window.gatehouse.call(name, given), [
  operation,
  input,
] as const);
const preload = path.join(path.dirname(emptyApp), 'preload.cjs');
const bare = await openWindow([emptyApp], { BENCH_PRELOAD: preload, BENCH_ANSWER: answer });

/** Milliseconds per call, of many made one after the other. */
const callsOf = ({ page }: typeof bare) =>
  page.evaluate(
    async ([name, given, count]) => {
      const began = performance.now();
      for (let n = 0; n < count; n++) await window.gatehouse.call(name, given);
      return (performance.now() - began) / count;
    },
    [operation, input, calls] as const,
  );

try {
  const report = newReport('ipc');
  const samples = await inTurn(
    { Gatehouse: () => callsOf(product), 'a bare ipcRenderer.invoke': () => callsOf(bare) },
    11,
  );
  report.add({
    name: `one call of ${operation}`,
    samples,
    figures: [
      {
        what: 'against a bare one',
        value: ratio(samples.Gatehouse, samples['a bare ipcRenderer.invoke']),
        unit: '×',
        goal: 2,
        note: 'the way to the core’s thread and back; what is done there, session and rights included, is a tenth of it',
      },
    ],
  });
  report.keep();
} finally {
  await bare.close();
  await product.close();
}
