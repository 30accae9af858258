// How lists, searches and counts scale with the size of the organization: a thousand people against a million, in turn.
import Database from 'better-sqlite3';
import { databaseFile } from '../../src-main/core.ts';
import { caller, type House, large, openHouse, small } from './parts/people.ts';
import { newReport } from './parts/report.ts';
import { inTurn, median, most, ratio } from './parts/samples.ts';

const rounds = 21;
const report = newReport('lists');
const houses = [await openHouse(small), await openHouse(large)] as const;

const page = ({ core, organizationId }: House, input: object) =>
  core.dispatch(caller, 'users.list', { organizationId, ...input });

/** Goes page by page to the 40th, about the middle of what a person might page through; a shorter list starts over. */
async function middle(house: House, input: object): Promise<object> {
  let after: string | null = null;
  for (let n = 0; n < 40; n++) {
    const { next } = await page(house, { ...input, ...(after ? { after } : {}) });
    if (next === null) break;
    after = next;
  }
  return { ...input, ...(after ? { after } : {}) };
}

async function idOf(house: House, kind: 'teams' | 'groups' | 'products' | 'roles', name: string): Promise<number> {
  const { rows } = await house.core.dispatch(caller, `${kind}.list`, { organizationId: house.organizationId });
  return rows.find((row) => row.name === name)?.id ?? 0;
}

/** Times the same work in both, and reports how it scales. */
async function grows(
  name: string,
  works: readonly [() => unknown, () => unknown],
  goals: { ratio?: number; ms?: number; note?: string },
) {
  const [few, many] = [`${small} people`, `${large} people`];
  const samples = await inTurn({ [few]: works[0], [many]: works[1] } as Record<string, () => unknown>, rounds);
  const [a = [], b = []] = [samples[many], samples[few]];
  report.add({
    name,
    samples,
    figures: [
      {
        ...{ what: `${large} against ${small} people`, value: ratio(a, b), unit: '×' },
        ...(goals.ratio === undefined ? {} : { goal: goals.ratio }),
        ...(goals.note ? { note: goals.note } : {}),
      },
      ...(goals.ms === undefined
        ? []
        : [{ what: `${large} people`, value: median(a), unit: 'ms', goal: goals.ms } as const]),
    ],
  });
}

const both = <T>(make: (house: House) => T) => [make(houses[0]), make(houses[1])] as const;
const pages = async (name: string, input: (house: House) => object | Promise<object>, note?: string) => {
  const [few, many] = await Promise.all(both(async (house) => middle(house, await input(house))));
  await grows(name, [() => page(houses[0], few ?? {}), () => page(houses[1], many ?? {})], {
    ...{ ratio: 4, ms: 5 },
    ...(note ? { note } : {}),
  });
};

try {
  await grows(
    'first page by name',
    both((house) => () => page(house, {})),
    { ratio: 2 },
  );
  for (const sort of ['name', 'email', 'status', 'changed', 'expiry'] as const)
    await pages(`page in the middle by ${sort}`, () => ({ sort }));
  await pages('page in the middle, pending', () => ({ statuses: ['pending'] }));
  await pages('page in the middle, guests', () => ({ kinds: ['guest'] }));
  await pages('page in the middle, one role', async (house) => ({ roles: [await idOf(house, 'roles', 'Member')] }));
  for (const kind of ['teams', 'groups', 'products'] as const) {
    const of = async (house: House, name: string) => ({ [kind]: [await idOf(house, kind, name)] });
    await pages(`page in the middle, ${kind}: Everyone`, (house) => of(house, 'Everyone'));
    await pages(
      `page in the middle, ${kind}: Hundredth`,
      (house) => of(house, house === houses[0] ? 'Everyone' : 'Hundredth'),
      'a whole page of Everyone of the thousand people, since ten are a hundredth of them',
    );
    const [few, many] = await Promise.all(both(async (house) => middle(house, await of(house, 'Hundredth'))));
    await grows(
      `page in the middle, ${kind}: Hundredth, ten people`,
      [() => page(houses[0], few), () => page(houses[1], many)],
      {
        ratio: 4,
        note: 'the ten who are a hundredth of the thousand people against a whole page, each with all its facts',
      },
    );
  }
  await searches();
  const counts = (input: object) =>
    both(
      (house) => () => house.core.dispatch(caller, 'users.counts', { organizationId: house.organizationId, ...input }),
    );
  await grows('counts by status', counts({}), { ratio: 1.5 });
  await grows('counts of guests', counts({ kinds: ['guest'] }), { ratio: 1.5 });
  await grows(
    'seats',
    both((house) => () => house.core.dispatch(caller, 'organizations.seats', { organizationId: house.organizationId })),
    { ratio: 1.5 },
  );
  await grows(
    'how many guests expire soon',
    both((house) => () => house.core.dispatch(caller, 'guests.expiring', { organizationId: house.organizationId })),
    { ratio: 1.5, note: 'those within the notice are counted one by one in the index: hundreds against one' },
  );
  await grows(
    'guests that expire soon',
    both((house) => () => page(house, { guests: ['expiring'], sort: 'expiry' })),
    { ratio: 4, ms: 5, note: 'a few of a thousand people against a whole page, each with all its facts' },
  );
  report.keep();
} finally {
  for (const house of houses) await house.close();
}

/** Compared with reading every row, which is what a list without an index does. */
async function searches(): Promise<void> {
  const [, house] = houses;
  const raw = new Database(databaseFile(house.folder), { readonly: true });
  const scan = raw.prepare(
    "SELECT id FROM person WHERE name LIKE '%' || ? || '%' OR email LIKE '%' || ? || '%' ORDER BY name LIMIT 50",
  );
  try {
    for (const [what, search, note] of [
      ['one match', 'p777@', undefined],
      [
        'many matches',
        'lind',
        'a tenth matches, and stands together in the order of names: the walk meets 18,000 others first',
      ],
      [
        'all at the end',
        'jonas',
        'a tenth matches, and all of them stand last in the order: that many are gathered from the index of texts and sorted',
      ],
      ['all match', 'example', 'counted up to a thousand'],
      ['no match', 'zzyzx', undefined],
      ['two letters', 'an', undefined],
    ] as const) {
      const samples = await inTurn(
        { Gatehouse: () => page(house, { search }), 'a scan of every row': () => scan.all(search, search) },
        9,
      );
      const { Gatehouse } = samples;
      report.add({
        name: `search, ${what}`,
        samples,
        figures: [
          { what: 'against the scan', value: ratio(Gatehouse, samples['a scan of every row']), unit: '×', goal: 0.05 },
          { what: 'median', value: median(Gatehouse), unit: 'ms', goal: 5, ...(note ? { note } : {}) },
          { what: 'worst', value: most(Gatehouse), unit: 'ms', goal: 20 },
        ],
      });
    }
  } finally {
    raw.close();
  }
}
