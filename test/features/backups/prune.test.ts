import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupKinds } from '#contract/backups.ts';
import { nameOf, readName } from '../../../src-main/features/backups/names.ts';
import { kept, toRemove } from '../../../src-main/features/backups/prune.ts';

const day = 86_400_000;
const workspace = '0123abcd';
const backup = (at: number, kind: (typeof backupKinds)[number] = 'daily') => {
  const about = { at, kind, encrypted: false, workspace };
  return { ...about, name: nameOf(about) };
};
const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
const anyBackups = fc
  .uniqueArray(instants, { maxLength: 60 })
  .chain((all) => fc.tuple(...all.map((at) => fc.constantFrom(...backupKinds).map((kind) => backup(at, kind)))));

describe('the backups that are kept', () => {
  it('are those of 7 days, 4 weeks and 12 months when one is made every day for two years', () => {
    const start = Date.UTC(2026, 0, 1, 9);
    let there: ReturnType<typeof backup>[] = [];
    for (let n = 0; n < 730; n++) {
      there.push(backup(start + n * day));
      const gone = new Set(toRemove(there));
      there = there.filter((b) => !gone.has(b));
    }
    const dates = there.map((b) => new Date(b.at).toISOString().slice(0, 10)).sort();
    // 2027-12-31 is a Friday: its week has the days from Monday the 27th on
    expect(dates).toEqual([
      ...['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30'],
      ...['2027-07-31', '2027-08-31', '2027-09-30', '2027-10-31', '2027-11-30'],
      ...['2027-12-12', '2027-12-19'],
      ...['2027-12-25', '2027-12-26', '2027-12-27', '2027-12-28', '2027-12-29', '2027-12-30', '2027-12-31'],
    ]);
  });

  it('always include the newest of each kind and all made by hand, and never exceed the schedule', () => {
    fc.assert(
      fc.property(anyBackups, (all) => {
        const gone = new Set(toRemove(all));
        const stays = all.filter((b) => !gone.has(b));
        for (const kind of backupKinds) {
          const newest = all.filter((b) => b.kind === kind).sort((a, b) => b.at - a.at)[0];
          if (newest) expect(stays).toContain(newest);
        }
        expect(stays.filter((b) => b.kind === 'by-hand')).toEqual(all.filter((b) => b.kind === 'by-hand'));
        const daily = stays.filter((b) => b.kind === 'daily');
        expect(daily.length).toBeLessThanOrEqual(kept.days + kept.weeks + kept.months);
        // what is kept once is kept when asked again, and no clock is asked
        expect(toRemove(stays)).toEqual([]);
      }),
    );
  });
});

describe('the name of a backup', () => {
  it('holds all there is to know, sorts by time, and suits every file system', () => {
    fc.assert(
      fc.property(instants, instants, fc.constantFrom(...backupKinds), fc.boolean(), (at, other, kind, encrypted) => {
        const name = nameOf({ at, kind, encrypted, workspace });
        expect(readName(name)).toEqual({ name, at, kind, encrypted, workspace });
        expect(name).toMatch(/^[A-Za-z0-9.-]+$/);
        const later = nameOf({ at: other, kind, encrypted, workspace });
        expect(Math.sign(at - other)).toBe(name < later ? -1 : name > later ? 1 : 0);
      }),
    );
  });

  it('is not read out of anything else', () => {
    for (const name of ['notes.txt', 'gatehouse.sqlite', '../gatehouse-20260101T000000000Z-daily-0123abcd.sqlite'])
      expect(readName(name)).toBeUndefined();
    expect(readName('gatehouse-20260101T000000000Z-daily-0123ABCD.sqlite')).toBeUndefined();
    expect(readName('gatehouse-20269901T000000000Z-daily-0123abcd.sqlite')).toBeUndefined();
  });
});
