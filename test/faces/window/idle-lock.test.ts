import { describe, expect, it } from 'vitest';
import { createIdleLock } from '../../../src-main/faces/window/idle-lock.ts';

const minute = 60_000;

/** A window that is looked at every five seconds, as the real one is. */
function desk(minutes: number) {
  const at = { now: 0, minutes, locks: 0 };
  const idle = createIdleLock({ minutes: () => at.minutes, now: () => at.now, lock: () => (at.locks += 1) });
  return {
    ...idle,
    at,
    pass(milliseconds: number) {
      for (const end = at.now + milliseconds; at.now < end; ) {
        at.now = Math.min(at.now + 5000, end);
        idle.check();
      }
    },
  };
}

describe('a window that is left alone', () => {
  it('locks once, after the minutes that are set', () => {
    const d = desk(15);
    d.pass(15 * minute - 1);
    expect(d.at.locks).toBe(0);
    d.pass(5000);
    expect(d.at.locks).toBe(1);
    d.pass(60 * minute);
    expect(d.at.locks).toBe(1);
  });

  it('does not lock while somebody touches it now and then, and locks after the last touch', () => {
    const d = desk(5);
    for (let n = 0; n < 10; n += 1) {
      d.pass(4 * minute);
      d.touched();
    }
    expect(d.at.locks).toBe(0);
    d.pass(5 * minute);
    d.touched(); // unlocked
    d.pass(5 * minute);
    expect(d.at.locks).toBe(2);
  });

  it('locks at once when the computer sleeps, and notices after waking how late it is', () => {
    const d = desk(15);
    d.away();
    expect(d.at.locks).toBe(1);
    const other = desk(15);
    other.at.now += 8 * 60 * minute; // no timer ran
    other.check();
    expect(other.at.locks).toBe(1);
  });

  it('follows the setting from the next check on, and never locks with “never”', () => {
    const d = desk(0);
    d.pass(24 * 60 * minute);
    d.away();
    expect(d.at.locks).toBe(0);
    d.at.minutes = 30;
    d.check();
    expect(d.at.locks).toBe(1);
  });
});
