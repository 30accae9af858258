// Workspaces of a thousand to a million people, the same each time, made with the same operations as the window uses.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Core, openCore } from '../../../src-main/core.ts';
import { migrations } from '../../../src-main/database/migrations/index.ts';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { endWithProcess } from './leftovers.ts';
import { liveOn, teamNames, teamsOf } from './life.ts';

export const caller: Caller = { face: 'core', credentials: { kind: 'core' } };
export const owner = { name: 'Olive', email: 'owner@example.com', password: 'a sentence for the bench' };
const given = ['Ana', 'Béla', 'Chloé', 'Duc', 'Elif', 'Fatou', 'Greta', 'Hana', 'Ivan', 'Jonas'];
const family = [
  ...['Silva', 'Nagy', 'Martin', 'Pham', 'Yilmaz', 'Diallo'],
  ...['Lindqvist', 'Kovac', 'Petrov', 'Weber', 'Okafor'],
];
export const person = (i: number) => ({
  email: `p${i}@example.org`,
  name: `${given[i % given.length]} ${family[(i * 7) % family.length]} ${i}`,
});
export const range = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);

/** An open workspace with one organization of a given size; a copy, so that a benchmark may write. */
export interface House {
  readonly core: Core;
  readonly folder: string;
  readonly organizationId: number;
  readonly close: () => Promise<void>;
}

const cache = path.resolve(import.meta.dirname, '../../../.cache/bench');

/** The sizes measured: a thousand against a million, or what the environment asks for on a small machine. */
export const small = 1000;
export const large = Number(process.env.BENCH_PEOPLE ?? 1_000_000);

/** A folder with a copy of the workspace of this size. The original is made once for each version of the schema. */
export async function copyOf(size: number): Promise<{ folder: string; remove: () => void }> {
  const template = path.join(cache, `people-${size}-${Object.keys(migrations).length}`);
  if (!existsSync(template)) await make(template, size);
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-'));
  const remove = endWithProcess(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  cpSync(template, folder, { recursive: true });
  return { folder, remove };
}

export async function openHouse(size: number): Promise<House> {
  const { folder, remove } = await copyOf(size);
  const core = await openCore({ folder });
  const close = async () => {
    await core.close();
    remove();
  };
  return { core, folder, organizationId: 1, close };
}

async function make(template: string, size: number): Promise<void> {
  console.log(`Making a workspace of ${size} people …`);
  const half = `${template}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const core = await openCore({ folder: half });
  try {
    await fill(core, size);
  } finally {
    await core.close();
  }
  renameSync(half, template);
}

const structure = ['groups', 'products'] as const;

async function fill(core: Core, size: number): Promise<void> {
  const { organizationId } = await core.dispatch(caller, 'organizations.create', {
    name: 'Bench',
    owner,
  });
  for (const name of teamNames) await core.dispatch(caller, 'teams.create', { organizationId, name });
  for (const kind of structure)
    for (const name of teamNames) await core.dispatch(caller, `${kind}.create`, { organizationId, name });
  for (let done = 0; done < size; done += 5000) {
    const entries = range(done, Math.min(5000, size - done)).map((i) => {
      const names = teamsOf(i);
      return { ...person(i), teams: names, groups: names, products: names };
    });
    await core.dispatch(caller, 'invitations.send', { organizationId, defaults: { roles: ['Member'] }, entries });
  }
  await liveOn(core, 0);
}

let fresh = 10_000_000;
/** A thousand people not in any list yet, with a role each. */
export function newcomers() {
  const entries = range(fresh, 1000).map(person);
  fresh += 1000;
  return { organizationId: 1, defaults: { roles: ['Member'] }, entries };
}
