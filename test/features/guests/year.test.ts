import { describe, expect, it } from 'vitest';
import { simulateYear } from '../../../scripts/simulate/year.ts';
import { temporaryFolder } from '../../support/workspace.ts';

// 10,000 guests, and any other seed: npm run simulate:guests -- --guests 10000 --seed 2
describe('a year of 200 guests in four zones, with sleep, restarts, kills and a clock that jumps', () => {
  it('tells everybody everything once and on time, and ends every access with its last day', async () => {
    const year = await simulateYear({ folder: temporaryFolder(), guests: 200, seed: 4 });

    expect(year.wrongEnds).toEqual([]);
    expect(year.arrived).toEqual(year.expected);
    const came = new Set(year.arrived.map((one) => one.what));
    expect(came.size).toBe(year.arrived.length);
    expect(year.ranOut.filter((what) => !came.has(what))).toEqual([]);
    expect(year.digests).toEqual(year.expectedDigests);

    // enough has happened for this to mean something
    expect(year.ends).toBeGreaterThan(400);
    expect(year.ranOut.length).toBeGreaterThan(40);
    for (const days of [0, 3, 14])
      expect([...came].filter((what) => what.endsWith(` ${days}`)).length).toBeGreaterThan(100);
    expect(year.digests.length).toBeGreaterThan(300);
    expect(year.upsets.crash).toBeGreaterThan(3);
  }, 300_000);
});
