// The memory of all processes after somebody has signed in, in an organization of a hundred thousand people, and then done
// nothing for a while, against an Electron with one page of React and Mantine.
import type { Window } from './parts/electron.ts';
import { buildMantinePage } from './parts/mantine-page.ts';
import { middle, openProduct, signIn } from './parts/product.ts';
import { newReport } from './parts/report.ts';
import { inTurn, ratio } from './parts/samples.ts';

/** In every process, V8 gives back the garbage of a start only after being idle for most of a minute. */
const idle = 75_000;

async function megabytesOf(window: Window): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, idle));
  const megabytes = window.megabytes();
  await window.close();
  return megabytes;
}

async function product(): Promise<number> {
  const window = await openProduct(middle);
  await signIn(window.page);
  return megabytesOf(window);
}

if (process.platform === 'linux') {
  const openMantine = await buildMantinePage();
  const report = newReport('memory');
  // at the same time: they do not share memory, and taking turns would double the wait
  let other = Promise.resolve(0);
  const both = () => {
    other = openMantine().then(megabytesOf);
    return product();
  };
  const samples = await inTurn({ Gatehouse: both, 'a page of React and Mantine': () => other }, 5);
  report.add({
    name: `memory among ${middle} people, idle`,
    unit: 'MB',
    samples,
    figures: [
      {
        what: 'against a page of React and Mantine',
        value: ratio(samples.Gatehouse, samples['a page of React and Mantine']),
        unit: '×',
        goal: 1.3,
        note: 'the core’s thread has a heap of its own, and the page draws fifty people',
      },
    ],
  });
  report.keep();
} else console.log('Memory is measured on Linux alone, which tells what processes share.');
