import { describe, expect, it } from 'vitest';
import { slotsUntil } from '../../../src-main/features/overview/slots.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const lengths = (begins: readonly number[], end: number) =>
  begins.map((from, i) => ((begins[i + 1] ?? end) - from) / hour);

describe('the days of the overview', () => {
  it('are thirty with today, each from midnight to midnight of the zone, even where the clock is put forward or back', () => {
    for (const [now, short] of [
      ['2026-04-10T12:00:00Z', 23],
      ['2026-11-05T12:00:00Z', 25],
    ] as const) {
      const { begins, dayEnds } = slotsUntil(at(now), 'days', 'Europe/Berlin');
      expect(begins).toHaveLength(30);
      const long = lengths(begins, dayEnds);
      expect(long.filter((h) => h !== 24)).toEqual([short]);
    }
    const { begins } = slotsUntil(at('2026-04-10T12:00:00Z'), 'days', 'Europe/Berlin');
    expect(begins.at(-1)).toBe(at('2026-04-09T22:00:00Z'));
    expect(begins[0]).toBe(at('2026-03-11T23:00:00Z'));
  });

  it('are those of the zone, not of UTC, and begin at whole quarters of an hour everywhere', () => {
    const now = at('2026-11-20T23:30:00Z');
    expect(slotsUntil(now, 'days', 'Asia/Kathmandu').begins.at(-1)).toBe(at('2026-11-20T18:15:00Z'));
    expect(slotsUntil(now, 'days', 'Pacific/Pago_Pago').begins.at(-1)).toBe(at('2026-11-20T11:00:00Z'));
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const { begins, dayEnds } = slotsUntil(now, 'weeks', zone);
      for (const edge of [begins[0] ?? Number.NaN, begins.at(-1) ?? Number.NaN, dayEnds])
        expect(edge % (hour / 4), zone).toBe(0);
    }
  });
});

describe('the weeks of the overview', () => {
  it('are fifty-two that begin on Monday, the last with today in it, and a Sunday belongs to the week before', () => {
    for (const [now, monday] of [
      ['2026-11-22T12:00:00Z', '2026-11-15T23:00:00Z'],
      ['2026-11-22T23:00:00Z', '2026-11-22T23:00:00Z'],
      ['2026-11-22T22:59:59.999Z', '2026-11-15T23:00:00Z'],
    ] as const) {
      const { begins, dayEnds } = slotsUntil(at(now), 'weeks', 'Europe/Berlin');
      expect(begins).toHaveLength(52);
      expect(begins.at(-1)).toBe(at(monday));
      expect(dayEnds).toBeGreaterThan(at(now));
    }
    const { begins } = slotsUntil(at('2026-11-22T12:00:00Z'), 'weeks', 'Europe/Berlin');
    // the week in which the clock is put back, and the one in which it is put forward
    expect(lengths(begins.slice(0, -1), begins.at(-1) ?? 0).filter((h) => h !== 168)).toEqual([167, 169]);
  });
});
