// npm run test:crash: kills processes at named places, and looks at what they leave. Exits with 1 when anything was lost,
// doubled or broken.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleChild } from './bed.ts';
import { type Campaign, newCampaign, note, openBench, runUntil, tableOf } from './campaign.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '6000' },
    seed: { type: 'string', default: '1' },
    /** Do so many of them now; called again, it goes on. */
    slice: { type: 'string', default: '6000' },
    /** One run alone, by its number. */
    only: { type: 'string' },
  },
});
const cache = path.join(import.meta.dirname, '../../.cache/crash');
const stateFile = path.join(cache, `runs-${values.runs}-${values.seed}.json`);
const batch = 50;

mkdirSync(cache, { recursive: true });
const began = performance.now();
const bundle = await bundleChild(path.join(import.meta.dirname, 'child.ts'), path.join(cache, 'child'));
const bench = await openBench(bundle, 2);
try {
  if (values.only !== undefined) {
    const campaign = newCampaign(Number(values.seed));
    await note(campaign, bench, bench.beds[0] as (typeof bench.beds)[number], Number(values.only));
    end(campaign, 1);
  } else await goOn();
} finally {
  await bench.close();
}

async function goOn(): Promise<void> {
  const campaign = begun() ?? newCampaign(Number(values.seed));
  const all = Number(values.runs);
  const first = campaign.done;
  const last = Math.min(all, first + Number(values.slice));
  while (campaign.done < last) {
    await runUntil(campaign, bench, Math.min(last, campaign.done + batch));
    writeFileSync(stateFile, JSON.stringify(campaign));
  }
  end(campaign, last - first);
  console.log(
    campaign.done < all ? `${campaign.done} of ${all} runs are through; the same command goes on` : 'all runs',
  );
  if (campaign.done >= all) rmSync(stateFile, { force: true });
}

function begun(): Campaign | undefined {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8')) as Campaign;
  } catch {
    return undefined;
  }
}

function end(campaign: Campaign, runs: number): void {
  const seconds = (performance.now() - began) / 1000;
  console.log(tableOf(campaign));
  for (const fault of campaign.faults) console.log(fault);
  console.log(`${runs} runs in ${seconds.toFixed(0)} s, seed ${campaign.seed}`);
  process.exitCode = campaign.faults.length > 0 ? 1 : 0;
}
