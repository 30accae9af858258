// npm run test:crash: kills processes at named places, and looks at what they leave. Exits with 1 if anything was lost,
// duplicated or broken.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleChild, scratch } from './bed.ts';
import { type Bench, type Campaign, newCampaign, note, openBench, runUntil, tableOf } from './campaign.ts';
import { flipBytes, flipTable, harmless } from './flips.ts';
import { makeTemplates } from './templates.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '6000' },
    seed: { type: 'string', default: '1' },
    /** How many to do now; called again, it continues. */
    slice: { type: 'string', default: '6000' },
    /** Only one run, by its number. */
    only: { type: 'string' },
    /** Instead of killing: change one byte of a workspace at each of `--bytes` places. */
    flips: { type: 'boolean', default: false },
    bytes: { type: 'string', default: '1000' },
  },
});
const cache = path.join(import.meta.dirname, '../../.cache/crash');
const stateFile = path.join(cache, `runs-${values.runs}-${values.seed}.json`);
const batch = 50;

mkdirSync(cache, { recursive: true });
const began = performance.now();
if (values.flips) await flipAll();
else await killAll();

async function flipAll(): Promise<void> {
  const bundle = await bundleChild(path.join(import.meta.dirname, 'flip-child.ts'), path.join(cache, 'flip-child'));
  const root = scratch();
  try {
    const count = Number(values.bytes);
    await makeTemplates(root, 1);
    const report = await flipBytes(bundle, path.join(root, 'saved'), root, { count, seed: Number(values.seed) });
    console.log(flipTable(report));
    const seconds = (performance.now() - began) / 1000;
    console.log(`${count} changed bytes in ${seconds.toFixed(0)} s, seed ${values.seed}`);
    process.exitCode = [...report.keys()].every(harmless) ? 0 : 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function killAll(): Promise<void> {
  const bundle = await bundleChild(path.join(import.meta.dirname, 'child.ts'), path.join(cache, 'child'));
  const bench = await openBench(bundle, 2);
  try {
    if (values.only === undefined) return await goOn(bench);
    const campaign = newCampaign(Number(values.seed));
    await note(campaign, bench, bench.beds[0] as (typeof bench.beds)[number], Number(values.only));
    end(campaign, 1);
  } finally {
    await bench.close();
  }
}

async function goOn(bench: Bench): Promise<void> {
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
