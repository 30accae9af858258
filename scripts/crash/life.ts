import { type Core, openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { createPasswords } from '../../src-main/kernel/passwords.ts';
import { createOutbox } from '../../src-main/mail/worker.ts';

/** When the templates were made, by their own clock. Milliseconds since 1970. */
export const base = Date.UTC(2026, 10, 20, 9);
export const day = 86_400_000;
/** When a child runs, and when its successors find what it left. */
export const childTime = base + 5 * day;
export const laterTime = childTime + 3_600_000;

export const owner = { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' };
export const asOwner: Caller = { face: 'cli', credentials: { kind: 'operator', email: owner.email } };
export const asNobody: Caller = { face: 'portal', credentials: { kind: 'anonymous' } };
export const passphrase = 'a passphrase for backups';
/** Makes passphrases and passwords cheap to try: hashing is not what is tested here. */
const cheap = { memory: 8, passes: 1, lanes: 1 };

/** Opens a workspace as the application does, with a clock that starts at an instant. */
export function openAt(folder: string, time: number): Promise<Core> {
  const began = performance.now();
  const clock = { now: () => Math.floor(time + performance.now() - began) };
  return openCore({ folder, clock, passwords: createPasswords({ memoryCost: 8, timeCost: 1 }), backupCost: cheap });
}

/** Sends what is due, until nothing is left to do. */
export async function sendMail(core: Core): Promise<void> {
  const outbox = createOutbox({ ...core, timings: { tick: 30, idle: 100, grace: 1000, random: () => 0.5 } });
  outbox.start();
  await outbox.idle();
  await outbox.close();
}
