import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import { type Core, openCore } from '../../../src-main/core.ts';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { createPasswords } from '../../../src-main/kernel/passwords.ts';
import type { Later } from '../target.ts';

export const owner = { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' };
export const asOwner: Caller = {
  face: 'cli',
  credentials: { kind: 'operator', email: owner.email },
  osUser: 'tester',
};

export interface House {
  readonly core: Core;
  readonly organizationId: number;
  /** An invitation that is open. */
  readonly membershipId: number;
  /** Throws what the core reported as defects of its own. */
  readonly sound: () => void;
}

const now = () => Date.UTC(2026, 10, 20, 12);
/** The files of a workspace by name. */
let template: ReadonlyMap<string, Buffer> | undefined;

function folderFor(later: Later): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-fuzz-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(folder: string, report: (...said: unknown[]) => void): Promise<Core> {
  return openCore({
    folder,
    clock: { now },
    passwords: createPasswords({ memoryCost: 8, timeCost: 1 }),
    backupCost: { memory: 8, passes: 1, lanes: 1 },
    report,
  });
}

/** Made once for a process, and kept in memory: opening a copy takes a tenth of the time. */
async function makeTemplate(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-fuzz-'));
  const core = await open(folder, () => undefined);
  const anybody: Caller = { face: 'cli', credentials: { kind: 'anonymous' } };
  const about = { name: 'Example Logistics', timeZone: 'Europe/Amsterdam', linkLifeHours: 72, owner };
  const { organizationId } = await core.dispatch(anybody, 'organizations.create', about);
  await core.dispatch(asOwner, 'invitations.send', {
    organizationId,
    entries: [{ email: 'ana@example.org', name: 'Ana Silva' }, { email: 'ben@example.org' }],
    defaults: { roles: ['Member'] },
  });
  await core.close();
  const files = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))] as const);
  rmSync(folder, { recursive: true });
  return new Map(files);
}

/** A workspace with an owner and two open invitations; `later` removes it. */
export async function openHouse(later: Later): Promise<House> {
  template ??= await makeTemplate();
  const folder = folderFor(later);
  for (const [name, bytes] of template) writeFileSync(path.join(folder, name), bytes, { mode: 0o600 });
  const defects: unknown[] = [];
  const core = await open(folder, (_reference, operation, error) => void defects.push({ operation, error }));
  later(() => core.close());
  const { rows } = await core.dispatch(asOwner, 'users.list', { organizationId: 1, search: 'ana@example.org' });
  return {
    core,
    organizationId: 1,
    membershipId: rows[0]?.membershipId ?? 0,
    sound: () => assert.deepEqual(defects.splice(0), []),
  };
}

/** The refusal, if it is one that people can be told; anything else is thrown on. */
export function asRefusal(error: unknown): GatehouseError {
  if (error instanceof GatehouseError && error.code !== 'internal') return error;
  throw error;
}
