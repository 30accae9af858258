// Inviting a thousand people in one go: against writing the same rows with bare statements, in a small and a large
// organization, and how long the calling thread is blocked.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { databaseFile, openCore } from '../../src-main/core.ts';
import { caller, copyOf, large, newcomers, openHouse, small } from './parts/people.ts';
import { replay, type Written, writtenBetween } from './parts/replay.ts';
import { newReport } from './parts/report.ts';
import { inTurn, median, ratio } from './parts/samples.ts';

const report = newReport('bulk');
/** Enough for the median to be that of a warmed-up program; the maximum shows what it takes while it is cold. */
const rounds = 21;
const invited = '1,000 people invited';

/** Opens a fresh copy, and returns the milliseconds of only the invitation. */
async function inviteInto(size: number): Promise<number> {
  const { core, close } = await openHouse(size);
  const began = performance.now();
  await core.dispatch(caller, 'invitations.send', newcomers());
  const time = performance.now() - began;
  await close();
  return time;
}

/** The rows that inviting the thousand writes, in all tables and the audit. */
async function rowsOfThem(): Promise<readonly Written[]> {
  const [before, after] = [await copyOf(small), await copyOf(small)];
  try {
    const core = await openCore({ folder: after.folder });
    await core.dispatch(caller, 'invitations.send', newcomers());
    await core.close();
    return writtenBetween(databaseFile(before.folder), databaseFile(after.folder));
  } finally {
    for (const { remove } of [before, after]) remove();
  }
}

async function replayed(written: readonly Written[], rowsAtOnce: number): Promise<number> {
  const { folder, remove } = await copyOf(small);
  const time = replay(databaseFile(folder), written, rowsAtOnce);
  remove();
  return time;
}

const written = await rowsOfThem();
const rows = written.reduce((sum, one) => sum + one.rows.length, 0);
const raw = await inTurn(
  {
    Gatehouse: () => inviteInto(small),
    'bare statements, row by row': () => replayed(written, 1),
    'bare statements, 100 rows each': () => replayed(written, 100),
  },
  rounds,
);
const best =
  [raw['bare statements, row by row'], raw['bare statements, 100 rows each']].sort(
    (a, b) => median(a) - median(b),
  )[0] ?? [];
report.add({
  name: `${invited} (${rows} rows)`,
  samples: raw,
  figures: [
    {
      what: 'against row by row',
      value: ratio(raw.Gatehouse, raw['bare statements, row by row']),
      unit: '×',
      goal: 0.8,
    },
    {
      ...{ what: 'against the best bare way', value: ratio(raw.Gatehouse, best), unit: '×', goal: 1.3 },
      note: 'addresses are judged, tokens sealed and the audit chained in the same time',
    },
  ],
});

const big = await openHouse(large);
try {
  const samples = await inTurn({
    few: () => inviteInto(small),
    many: () => big.core.dispatch(caller, 'invitations.send', newcomers()),
  });
  report.add({
    name: invited,
    samples: { [`of ${small}`]: samples.few, [`of ${large}`]: samples.many },
    figures: [{ what: `among ${large} against ${small}`, value: ratio(samples.many, samples.few), unit: '×', goal: 3 }],
  });
} finally {
  await big.close();
}

/** The longest that a one-millisecond timer was delayed while the work ran, in ms. */
async function stallOf(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return longest;
}

async function inThread(): Promise<number> {
  const { folder, remove } = await copyOf(small);
  const worker = new Worker(new URL('./parts/bulk-thread.ts', import.meta.url), { workerData: folder });
  await once(worker, 'message');
  const time = await stallOf(async () => {
    worker.postMessage('go');
    await once(worker, 'message');
  });
  await once(worker, 'exit');
  remove();
  return time;
}

async function onMain(): Promise<number> {
  const { core, close } = await openHouse(small);
  const time = await stallOf(() => core.dispatch(caller, 'invitations.send', newcomers()));
  await close();
  return time;
}

const stalls = await inTurn({ 'in a thread of its own': inThread, 'on the thread that calls': onMain });
report.add({
  name: `longest stall while ${invited}`,
  samples: stalls,
  figures: [
    {
      what: 'in a thread against on the caller’s own',
      value: ratio(stalls['in a thread of its own'], stalls['on the thread that calls']),
      unit: '×',
      goal: 0.15,
      note: 'the whole is short, and what is handed over and heard of stays on the caller’s thread',
    },
  ],
});
report.keep();
