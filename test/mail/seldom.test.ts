import { expect, it } from 'vitest';
import { seldom } from '../../src-main/mail/outbox/seldom.ts';

it('an error is reported once a minute, however often it occurs, and a different one at once', () => {
  const told: unknown[] = [];
  let now = 0;
  const report = seldom(
    (error) => told.push(error),
    () => now,
  );
  const full = () => new Error('database or disk is full');
  for (; now < 60_000; now += 500) report(full());
  expect(told).toEqual([full()]);
  report(new TypeError('database or disk is full'));
  report(new Error('disk I/O error'));
  expect(told).toHaveLength(3);
  for (; now < 180_000; now += 500) report(full());
  expect(told).toHaveLength(5);
});
