import { describe, expect, it } from 'vitest';
import { dropLease, takeLease } from '../../src-main/database/lease.ts';
import { freshWorkspace } from '../support/workspace.ts';

const second = 1000;

async function lease() {
  const { core } = await freshWorkspace();
  const take = (holder: string, now: number) =>
    core.changes.write([], now, (db) => takeLease(db, 'outbox', holder, now, 10 * second));
  const drop = (holder: string) => core.changes.write([], core.clock.now(), (db) => dropLease(db, 'outbox', holder));
  return { take, drop };
}

describe('a lease', () => {
  it('belongs to whoever takes it first, and to another only once it has run out', async () => {
    const { take } = await lease();
    expect(await take('a', 0)).toBe(true);
    expect(await take('b', 9 * second)).toBe(false);
    expect(await take('a', 9 * second)).toBe(true);
    expect(await take('b', 11 * second)).toBe(false);
    expect(await take('b', 19 * second)).toBe(true);
    expect(await take('a', 20 * second)).toBe(false);
  });

  it('is free at once when its holder, and only its holder, gives it back', async () => {
    const { take, drop } = await lease();
    await take('a', 0);
    await drop('b');
    expect(await take('b', 1)).toBe(false);
    await drop('a');
    expect(await take('b', 2)).toBe(true);
  });

  it('of a dead holder does not last for hours when the system’s clock is set back', async () => {
    const { take } = await lease();
    await take('a', 5 * 3600 * second);
    expect(await take('b', 2 * 3600 * second)).toBe(true);
  });
});
