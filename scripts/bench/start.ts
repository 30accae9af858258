// From the start of the process to the form for signing in, and from there to a list one can work with, among a hundred
// thousand people; against an Electron with an empty window.
import { emptyApp, openWindow } from './parts/electron.ts';
import { middle, openProduct, signIn } from './parts/product.ts';
import { newReport } from './parts/report.ts';
import { inTurn, median } from './parts/samples.ts';

const signedIn: number[] = [];

async function empty(): Promise<number> {
  const window = await openWindow([emptyApp]);
  const time = await window.painted();
  await window.close();
  return time;
}

async function product(): Promise<number> {
  const window = await openProduct(middle);
  const time = await window.painted();
  signedIn.push(await signIn(window.page));
  await window.close();
  return time;
}

const report = newReport('start');
const { Gatehouse, 'an empty window': bare } = await inTurn({ Gatehouse: product, 'an empty window': empty }, 5);
// the round that does not count signed in, too
const lists = signedIn.slice(1);
report.add({
  name: `start among ${middle} people`,
  samples: { 'Gatehouse to its first picture': Gatehouse, 'signing in, to the list': lists, 'an empty window': bare },
  figures: [
    {
      what: 'both against an empty window',
      value: (median(Gatehouse) + median(lists)) / median(bare),
      unit: '×',
      goal: 1.6,
      note: 'the password’s hash is a part of signing in',
    },
    { what: 'first picture against an empty window', value: median(Gatehouse) / median(bare), unit: '×' },
  ],
});
report.keep();
