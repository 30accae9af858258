import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { targets } from './targets/index.ts';

// The same inputs in every run, so that a failure is one of the code; `npm run test:fuzz` makes others, and more.
const seed = 20_261_120;

test.each(targets.map((target) => [target.name, target] as const))(
  '%s: five hundred inputs are answered or refused, and none changes a shared prototype',
  async (_, target) => {
    const { findings, count, taken } = await fuzz(target, { runs: 500, seed });
    const wrong = findings.filter(({ what }) => !what.startsWith('takes '));
    expect(wrong).toEqual([]);
    expect(count).toBe(500);
    // a target that refuses everything, or nothing, would show little
    expect(taken).toBeGreaterThan(10);
    expect(taken).toBeLessThan(500);
  },
  180_000,
);
