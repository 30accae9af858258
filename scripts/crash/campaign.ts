import type { Failpoint } from '../../src-main/database/failpoint.ts';
import { type Bed, makeBed } from './bed.ts';
import { type Kill, oneRun, type Reference, referenceOf } from './one-run.ts';
import { random } from './random.ts';
import { scenarios } from './scenarios.ts';

/** The results of the runs at one place. */
export interface Tally {
  runs: number;
  kills: number;
  repaired: number;
  failures: number;
  /** Numbers of the runs that failed: `--only <number>` repeats one. */
  failed: number[];
}

export interface Campaign {
  readonly seed: number;
  /** How many runs, from 0 on, are done. */
  done: number;
  readonly tallies: Partial<Record<Failpoint, Tally>>;
  readonly faults: string[];
}

export const newCampaign = (seed: number): Campaign => ({ seed, done: 0, tallies: {}, faults: [] });

type References = ReadonlyMap<string, Reference>;

/** Every place of every scenario in turn, each time on a different occasion of reaching it. */
export function killOf(run: number, seed: number, references: References): Kill {
  const places = [...references].flatMap(([scenario, { census }]) =>
    (Object.entries(census) as [Failpoint, number][]).map(([point, hits]) => ({ scenario, point, hits })),
  );
  const { scenario, point, hits } = places[run % places.length] as (typeof places)[number];
  return { scenario, point, nth: 1 + Math.floor(random(seed * 1_000_003 + run) * hits) };
}

export interface Bench {
  readonly beds: readonly Bed[];
  readonly references: References;
  readonly close: () => Promise<void>;
}

export async function openBench(bundle: string, width: number): Promise<Bench> {
  const beds: Bed[] = [];
  const references = new Map<string, Reference>();
  for (let i = 0; i < width; i++) beds.push(await makeBed(bundle));
  for (const name of Object.keys(scenarios)) references.set(name, await referenceOf(beds[0] as Bed, name));
  return {
    beds,
    references,
    async close() {
      for (const bed of beds) await bed.close();
    },
  };
}

/** Continues a campaign up to a run, and records the result of each. */
export async function runUntil(campaign: Campaign, bench: Bench, end: number): Promise<void> {
  let next = campaign.done;
  await Promise.all(
    bench.beds.map(async (bed) => {
      while (next < end) await note(campaign, bench, bed, next++);
    }),
  );
  campaign.done = end;
}

export async function note(campaign: Campaign, { references }: Bench, bed: Bed, run: number): Promise<void> {
  const kill = killOf(run, campaign.seed, references);
  const { killed, repaired, faults } = await oneRun(bed, kill, references.get(kill.scenario) as Reference);
  campaign.tallies[kill.point] ??= { runs: 0, kills: 0, repaired: 0, failures: 0, failed: [] };
  const tally = campaign.tallies[kill.point] as Tally;
  tally.runs += 1;
  tally.kills += Number(killed);
  tally.repaired += Number(repaired);
  if (faults.length === 0) return;
  tally.failures += 1;
  tally.failed.push(run);
  campaign.faults.push(`run ${run}, ${kill.scenario} killed at ${kill.point} ${kill.nth}: ${faults.join('; ')}`);
}

const columns = ['runs', 'kills', 'repaired', 'failures'] as const;

/** The campaign as a table, with a line for each place and the total. */
export function tableOf({ tallies }: Campaign): string {
  const rows = Object.entries(tallies).sort(([a], [b]) => a.localeCompare(b));
  const sum = (column: (typeof columns)[number]) => rows.reduce((n, [, tally]) => n + tally[column], 0);
  const line = (name: string, values: readonly (string | number)[], more = '') =>
    [name.padEnd(26), ...values.map((value) => String(value).padStart(9)), more].join(' ').trimEnd();
  return [
    line('killed at', columns),
    ...rows.map(([point, tally]) =>
      line(
        point,
        columns.map((column) => tally[column]),
        tally.failed.join(', '),
      ),
    ),
    line(`${rows.length} places`, columns.map(sum)),
  ].join('\n');
}
