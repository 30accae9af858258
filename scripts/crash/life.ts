import { type Core, openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { createPasswords } from '../../src-main/kernel/passwords.ts';
import { createOutbox } from '../../src-main/mail/worker.ts';

/** When the templates were made, by their own clock. Milliseconds since 1970. */
export const base = Date.UTC(2026, 10, 20, 9);
export const day = 86_400_000;
/** When a child lives, and when those come who find what it left. */
export const childTime = base + 5 * day;
export const laterTime = childTime + 3_600_000;

export const owner = { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' };
export const asOwner: Caller = { face: 'cli', credentials: { kind: 'operator', email: owner.email } };
export const asNobody: Caller = { face: 'portal', credentials: { kind: 'anonymous' } };
export const passphrase = 'a passphrase for backups';
/** A passphrase and a password cost next to nothing to try: what is looked for is not in the hashing. */
const cheap = { memory: 8, passes: 1, lanes: 1 };

/** A workspace that is opened as the application does, with a clock that goes on from an instant. */
export function openAt(folder: string, time: number): Promise<Core> {
  const began = performance.now();
  const clock = { now: () => Math.floor(time + performance.now() - began) };
  return openCore({ folder, clock, passwords: createPasswords({ memoryCost: 8, timeCost: 1 }), backupCost: cheap });
}

/** Sends what is due, and comes to rest. */
export async function sendMail(core: Core): Promise<void> {
  const outbox = createOutbox({ ...core, timings: { tick: 30, idle: 100, grace: 1000, random: () => 0.5 } });
  outbox.start();
  await outbox.idle();
  await outbox.close();
}
