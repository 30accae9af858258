import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleChild } from '../../scripts/crash/bed.ts';
import { type Bench, newCampaign, openBench, runUntil } from '../../scripts/crash/campaign.ts';
import { failpoints } from '../../src-main/database/failpoint.ts';

/** `npm run test:crash` does thirty times as many. */
const runs = 200;
/** Inside the project, where the native packages are found. */
const bundle = path.join(import.meta.dirname, '../../.cache/crash-test');
let bench: Bench;

beforeAll(async () => {
  const child = await bundleChild(path.join(import.meta.dirname, '../../scripts/crash/child.ts'), bundle);
  bench = await openBench(child, 2);
}, 300_000);
afterAll(async () => {
  await bench.close();
  rmSync(bundle, { recursive: true, force: true });
});

describe('a process killed with SIGKILL while it invites, sends, accepts, renews, revokes, migrates, saves or restores', () => {
  it(`loses nothing and repeats nothing, except a mail whose body was on its way, which stays the same (${runs} runs)`, async () => {
    const campaign = newCampaign(1);
    await runUntil(campaign, bench, runs);
    expect(campaign.faults).toEqual([]);
    const kills = Object.values(campaign.tallies).reduce((n, tally) => n + tally.kills, 0);
    // a place in the outbox may be reached once less than when it was counted
    expect(kills).toBeGreaterThan(runs * 0.9);
  }, 900_000);

  it('reaches every named place in some scenario, except the one that only follows a kill', () => {
    const reached = new Set([...bench.references.values()].flatMap(({ census }) => Object.keys(census)));
    // a process reaches this one only after another was killed
    expect(failpoints.filter((point) => !reached.has(point))).toEqual(['outbox.taken-over']);
  });
});
