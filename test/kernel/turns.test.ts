import { expect, it } from 'vitest';
import { createTurns, type Lane } from '../../src-main/kernel/turns.ts';

/** Work that ends when it is told to, and what has begun so far. */
function workshop(options: Parameters<typeof createTurns>[0]) {
  const turns = createTurns(options);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, lane: Lane) =>
    turns(() => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    }, lane);
  return { ask, begun, end: (name: string) => ends.get(name)?.() };
}

it('work runs one at a time where only one may, in order, the house’s own before the portal’s', async () => {
  const { ask, begun, end } = workshop({ most: 1, mostWaiting: 10 });
  const all = [ask('a', 'portal'), ask('b', 'portal'), ask('c', 'own'), ask('d', 'portal'), ask('e', 'own')];
  for (const name of ['a', 'c', 'e', 'b', 'd']) {
    expect(begun.at(-1)).toBe(name);
    end(name);
    await all['abcde'.indexOf(name)];
    await Promise.resolve();
  }
  expect(begun).toEqual(['a', 'c', 'e', 'b', 'd']);
});

it('work of the portal is refused beyond what may wait, with the seconds until then; the house’s own never is', async () => {
  const { ask, begun, end } = workshop({ most: 1, mostWaiting: 2 });
  const first = ask('a', 'portal');
  const waiting = [ask('b', 'portal'), ask('c', 'portal')];
  await expect(ask('d', 'portal')).rejects.toMatchObject({ code: 'too-many-passwords', data: { seconds: 1 } });
  const own = ask('e', 'own');
  end('a');
  expect(await first).toBe('a');
  await Promise.resolve();
  expect(begun).toEqual(['a', 'e']);
  end('e');
  await own;
  for (const [i, name] of ['b', 'c'].entries()) {
    await Promise.resolve();
    end(name);
    await waiting[i];
  }
  // there is room again
  const again = ask('f', 'portal');
  await Promise.resolve();
  end('f');
  expect(await again).toBe('f');
});

it('work that fails passes its turn on', async () => {
  const turns = createTurns({ most: 1, mostWaiting: 1 });
  const failing = turns(() => Promise.reject(new Error('broken')), 'portal');
  const next = turns(() => Promise.resolve('done'), 'portal');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
