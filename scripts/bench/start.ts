// From the start of the process to the sign-in form, and from there to a usable list, with a hundred thousand people;
// against an Electron with an empty window.
import { emptyApp, openWindow } from './parts/electron.ts';
import { middle, openProduct, signIn } from './parts/product.ts';
import { newReport } from './parts/report.ts';
import { inTurn, median } from './parts/samples.ts';

const firstSights: number[] = [];
const signedIn: number[] = [];

async function empty(): Promise<number> {
  const window = await openWindow([emptyApp]);
  const { text } = await window.painted();
  await window.close();
  return text;
}

async function product(): Promise<number> {
  const window = await openProduct(middle);
  const { first, text } = await window.painted();
  firstSights.push(first);
  signedIn.push(await signIn(window.page));
  await window.close();
  return text;
}

const report = newReport('start');
const { Gatehouse, 'an empty window': bare } = await inTurn({ Gatehouse: product, 'an empty window': empty }, 5);
// the uncounted round signed in, too
const [sights, lists] = [firstSights.slice(1), signedIn.slice(1)];
report.add({
  name: `start among ${middle} people`,
  samples: {
    'Gatehouse to its first sight': sights,
    'to the form for signing in': Gatehouse,
    'signing in, to the list': lists,
    'an empty window': bare,
  },
  figures: [
    {
      what: 'both against an empty window',
      value: (median(Gatehouse) + median(lists)) / median(bare),
      unit: '×',
      goal: 1.6,
      note: 'window, page and core begin on the same processors, and React and the core’s modules are read at each start; the hash of the password is a part of signing in',
    },
    { what: 'first sight against an empty window', value: median(sights) / median(bare), unit: '×' },
    { what: 'the form for signing in against an empty window', value: median(Gatehouse) / median(bare), unit: '×' },
  ],
});
report.keep();
