import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Core, databaseFile } from '../../src-main/core.ts';
import { readFacts } from '../../src-main/database/backup-facts.ts';
import type { Failpoint } from '../../src-main/database/failpoint.ts';
import { restoreIsPending } from '../../src-main/features/backups/swap.ts';
import type { Bed, Census } from './bed.ts';
import { accountOf, faultsIn, peopleIn, sentIn, underWay } from './invariants.ts';
import { asOwner, childTime, laterTime, openAt, passphrase } from './life.ts';
import { backupsIn, type Scenario, scenarios } from './scenarios.ts';
import type { Arrived } from './sink.ts';

/** The result of a scenario without a kill, against which every run is compared. */
export interface Reference {
  readonly census: Census;
  readonly account: readonly string[];
}

export interface Kill {
  readonly scenario: string;
  readonly point: Failpoint;
  readonly nth: number;
}

export interface RunResult {
  /** False if the place was not reached that often this time, and the child finished. */
  readonly killed: boolean;
  /** Something was left for the next process to repair. */
  readonly repaired: boolean;
  readonly faults: readonly string[];
}

export async function referenceOf(bed: Bed, name: string): Promise<Reference> {
  const scenario = scenarioNamed(name);
  const folder = bed.fresh(scenario.template);
  const { code, out, said } = await bed.child({ folder, scenario: name });
  if (code !== 0) throw new Error(`scenario ${name} ends with ${code} where nobody kills it: ${said}`);
  await bed.sink.quiet();
  await scenario.act(folder, laterTime);
  const faults = [...(await verify(folder)), ...mailFaults(folder, bed.sink.takeAll(), new Set())];
  if (faults.length > 0) throw new Error(`scenario ${name} where nobody is killed: ${faults.join('; ')}`);
  return { census: JSON.parse(out) as Census, account: accountOf(databaseFile(folder)) };
}

/** Kills a child at a place, repeats the scenario as the next operator would, and says what is wrong then. */
export async function oneRun(bed: Bed, kill: Kill, { account }: Reference): Promise<RunResult> {
  const scenario = scenarioNamed(kill.scenario);
  const folder = bed.fresh(scenario.template);
  const { signal, code, said } = await bed.child({ folder, ...kill });
  await bed.sink.quiet();
  if (signal !== 'SIGKILL' && code !== 0) return { killed: false, repaired: false, faults: [`ended ${code}: ${said}`] };
  const found = asFound(folder);
  try {
    await scenario.act(folder, laterTime);
    const faults = [
      ...found.faults,
      ...faultsIn(databaseFile(folder)),
      ...(await verify(folder)),
      ...differences(account, accountOf(databaseFile(folder))),
      ...mailFaults(folder, bed.sink.takeAll(), found.underWay),
    ];
    return { killed: signal === 'SIGKILL', repaired: found.repaired, faults };
  } catch (error) {
    bed.sink.takeAll();
    return { killed: true, repaired: false, faults: [...found.faults, `afterwards: ${String(error)}`] };
  }
}

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`no scenario is called ${name}`);
  return scenario;
}

/** What the killed process left, before anything has touched it. */
function asFound(folder: string) {
  const file = databaseFile(folder);
  const pending = existsSync(folder) && restoreIsPending(folder);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const left = names.some((name) => /-wal$|^restore-|\.[0-9a-f]{12}$/.test(name));
  const leftBackup = existsSync(backupsIn(folder)) && readdirSync(backupsIn(folder)).some((n) => n.startsWith('.'));
  if (pending || !existsSync(file)) return { faults: [], underWay: new Set<string>(), repaired: pending };
  const faults = faultsIn(file).map((fault) => `as it was found: ${fault}`);
  const begun = faults.length === 0 && hasOutbox(file) ? underWay(file) : new Set<string>();
  return { faults, underWay: begun, repaired: left || leftBackup || begun.size > 0 };
}

function hasOutbox(file: string): boolean {
  try {
    underWay(file);
    return true;
  } catch {
    return false; // killed before there were tables
  }
}

/** Asks Gatehouse itself: the audit's chain is intact, and each backup can be used. */
async function verify(folder: string): Promise<string[]> {
  const core = await openAt(folder, laterTime);
  try {
    const organizations = await core.store.read.selectFrom('organization').select('id').execute();
    const faults: string[] = [];
    const owned = await core.store.read.selectFrom('credential').select('person_id').executeTakeFirst();
    for (const { id: organizationId } of owned ? organizations : []) {
      const { faults: found } = await core.dispatch(asOwner, 'audit.verify', { organizationId });
      if (found.length > 0) faults.push(`audit: ${JSON.stringify(found.slice(0, 3))}`);
    }
    return [...faults, ...(await backupFaults(core)), ...(await keptFaults(folder))];
  } finally {
    await core.close();
  }
}

async function backupFaults(core: Core): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, encrypted, at } of await core.backups.list(null)) {
    // the template's backups were checked when it was made
    if (at < laterTime - 2 * 3_600_000) continue;
    const file = path.join(backupsIn(core.folder), name);
    await core.backups.inspect(file, encrypted ? passphrase : undefined).catch((error: unknown) => {
      faults.push(`backup ${name}: ${String(error)}`);
    });
  }
  return faults;
}

/** A workspace that was replaced is kept whole, and once. */
async function keptFaults(folder: string): Promise<string[]> {
  const kept = readdirSync(folder).filter((name) => name.startsWith('replaced-'));
  const restored = peopleIn(databaseFile(folder));
  const broken: string[] = [];
  for (const name of kept) {
    const file = path.join(folder, name, 'gatehouse.sqlite');
    const people = existsSync(file) ? (await readFacts(file)).people : 0;
    if (people !== restored + 1) broken.push(`${name} holds ${people} people`);
  }
  return kept.length > 1 ? [...broken, `kept ${kept.length} times`] : broken;
}

function differences(expected: readonly string[], found: readonly string[]): string[] {
  const lost = without(expected, found).map((row) => `lost: ${row}`);
  const doubled = without(found, expected).map((row) => `too much: ${row}`);
  return [...lost, ...doubled].slice(0, 6);
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * Compares what arrived with what the outbox says: every message marked as sent is there once, and a second time only if
 * the killed process may have handed it over; then it is the same to the last byte.
 */
function mailFaults(folder: string, arrived: readonly Arrived[], underWayThen: ReadonlySet<string>): string[] {
  const sent = sentIn(databaseFile(folder), childTime);
  const copies = new Map<string, Arrived[]>();
  for (const one of arrived) copies.set(one.messageId, [...(copies.get(one.messageId) ?? []), one]);
  const faults: string[] = [];
  for (const [id, all] of copies) {
    if (!sent.includes(id)) faults.push(`a message that nobody knows of arrived at ${all[0]?.to}`);
    if (all.length > 2 || (all.length === 2 && !underWayThen.has(id)))
      faults.push(`${all.length} copies arrived at ${all[0]?.to}`);
    if (new Set(all.map(({ raw }) => raw)).size > 1) faults.push(`two versions arrived at ${all[0]?.to}`);
  }
  for (const id of sent) if (!copies.has(id)) faults.push(`${id} counts as sent and never arrived`);
  return faults;
}
