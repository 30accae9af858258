// From the start of the process to the sign-in form, and from there to a usable list, with a hundred thousand people;
// against an Electron with an empty window, and one with a page of React and Mantine that has nothing behind it.
import { emptyApp, openWindow, type Window } from './parts/electron.ts';
import { buildMantinePage } from './parts/mantine-page.ts';
import { middle, openProduct, signIn } from './parts/product.ts';
import { newReport } from './parts/report.ts';
import { inTurn, median } from './parts/samples.ts';

const firstSights: number[] = [];
const signedIn: number[] = [];

const openMantine = await buildMantinePage();

async function textOf(window: Window): Promise<number> {
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
const {
  Gatehouse,
  'an empty window': bare,
  'a page of React and Mantine': mantine,
} = await inTurn(
  {
    Gatehouse: product,
    'an empty window': async () => textOf(await openWindow([emptyApp])),
    'a page of React and Mantine': async () => textOf(await openMantine()),
  },
  5,
);
// the uncounted round signed in, too
const [sights, lists] = [firstSights.slice(1), signedIn.slice(1)];
report.add({
  name: `start among ${middle} people`,
  samples: {
    'Gatehouse to its first sight': sights,
    'to the form for signing in': Gatehouse,
    'signing in, to the list': lists,
    'an empty window': bare,
    'a page of React and Mantine': mantine,
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
    { what: 'a page of React and Mantine against an empty window', value: median(mantine) / median(bare), unit: '×' },
  ],
});
report.keep();
