import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { InputOf, OperationName, OutputOf } from '#contract/index.ts';
import { type Core, type CoreOptions, openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { createPasswords } from '../../src-main/kernel/passwords.ts';

/** In milliseconds. */
export const hour = 3_600_000;

/** A clock that stands still until a test advances it. */
export class FakeClock {
  time = Date.UTC(2026, 10, 20, 12);
  readonly now = () => this.time;
  advance(milliseconds: number) {
    this.time += milliseconds;
  }
}

export const owner = { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' };

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Workspace {
  readonly core: Core;
  readonly clock: FakeClock;
  readonly organizationId: number;
  /** The owner's recovery code. */
  readonly recoveryCode: string;
  /** Calls as the owner. */
  readonly call: <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  /** Calls as somebody else, or from another face. */
  readonly callAs: <N extends OperationName>(caller: Caller, name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
}

export const asOperator = (email: string): Caller => ({
  face: 'cli',
  credentials: { kind: 'operator', email },
  osUser: 'tester',
});
export const asNobody: Caller = { face: 'portal', credentials: { kind: 'anonymous' } };

/** Real argon2id with the least memory it takes: tests make many accounts. */
export const quickPasswords = () => createPasswords({ memoryCost: 8, timeCost: 1 });

/** A fresh workspace with one organization and its owner, on a fake clock. */
export async function freshWorkspace(options: Partial<CoreOptions> = {}): Promise<Workspace> {
  const clock = new FakeClock();
  const core = await openCore({ folder: temporaryFolder(), clock, passwords: quickPasswords(), ...options });
  onTestFinished(() => core.close());
  const { organizationId, recoveryCode } = await core.dispatch(
    { face: 'cli', credentials: { kind: 'anonymous' } },
    'organizations.create',
    {
      name: 'Example Logistics',
      timeZone: 'Europe/Amsterdam',
      linkLifeHours: 72,
      owner,
    },
  );
  if (recoveryCode === null) throw new Error('the owner has no recovery code');
  const callAs: Workspace['callAs'] = (caller, name, input) => core.dispatch(caller, name, input);
  const call: Workspace['call'] = (name, input) => callAs(asOperator(owner.email), name, input);
  return { core, clock, organizationId, recoveryCode, callAs, call };
}
