// A year of guests in four zones, checked by an independent reckoning: exits with 1 if a notice was missed, repeated or
// untrue, or if access did not end with its day.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Told } from './shadow.ts';
import { simulateYear } from './year.ts';

const { values } = parseArgs({
  options: { guests: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-year-'));
try {
  const started = performance.now();
  const year = await simulateYear({
    folder,
    guests: Number(values.guests),
    seed: Number(values.seed),
    progress: (date, looks) => console.log(`${date}  ${looks} looks`),
  });
  const line = ({ what, at }: Told) => `${what} at ${new Date(at).toISOString()}`;
  const arrived = year.arrived.map(line);
  const expected = year.expected.map(line);
  const lacking = without(expected, arrived);
  const surplus = without(arrived, expected);
  const came = year.arrived.map((one) => one.what);
  const repeated = came.length - new Set(came).size;
  const untold = without(year.ranOut, came);
  const digests = [...without(year.expectedDigests, year.digests), ...without(year.digests, year.expectedDigests)];
  const say = (what: string, n: number | string) => console.log(`${what.padEnd(48)} ${n}`);
  say('guests, seed', `${values.guests}, ${values.seed}`);
  say('looks of the scheduler', year.looks);
  say('upsets', JSON.stringify(year.upsets));
  say('periods of access', year.ends);
  say('  that did not end with their last day', year.wrongEnds.length);
  say('mails to guests and sponsors', year.arrived.length);
  say('  that are missing, or came at another time', lacking.length);
  say('  that should not be, or not then', surplus.length);
  say('  that came twice', repeated);
  say('periods that ran out', year.ranOut.length);
  say('  of which nobody was told', untold.length);
  say('digests', year.digests.length);
  say('  that are missing, wrong or too many', digests.length);
  say('seconds', Math.round((performance.now() - started) / 1000));
  const wrong = [...year.wrongEnds, ...lacking, ...surplus, ...untold, ...digests];
  for (const one of wrong.slice(0, 20)) console.log(one);
  process.exitCode = wrong.length + repeated > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The first list without what is in the second. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
}
