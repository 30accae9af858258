import { describe, expect, it, test } from 'vitest';
import { accessEnd } from '../../../src-main/features/guests/access-end.ts';

const at = (text: string) => Date.parse(text);
const end = (now: string, days: number, zone: string) => new Date(accessEnd(at(now), days, zone)).toISOString();
const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];

describe('access ends with the last day, in the zone of the organization', () => {
  test.each([
    ['Europe/Amsterdam', '2026-05-30T22:00:00.000Z'],
    ['America/New_York', '2026-05-31T04:00:00.000Z'],
    ['Asia/Kolkata', '2026-05-30T18:30:00.000Z'],
    ['Pacific/Auckland', '2026-05-30T12:00:00.000Z'],
    ['UTC', '2026-05-31T00:00:00.000Z'],
  ])('in %s', (zone, expected) => {
    // noon in UTC is on 1 March in each of these zones but the one at the date line
    const noon = zone === 'Pacific/Auckland' ? '2026-03-01T00:00:00Z' : '2026-03-01T12:00:00Z';
    expect(end(noon, 90, zone)).toBe(expected);
  });

  it('at whatever time of the day they accepted, to the last millisecond', () => {
    const midnight = at('2026-03-01T00:00:00+01:00');
    const zone = 'Europe/Amsterdam';
    const expected = at('2026-05-31T00:00:00+02:00');
    for (const hours of [0, 1, 7, 12, 23]) expect(accessEnd(midnight + hours * 3_600_000, 90, zone)).toBe(expected);
    const next = at('2026-03-02T00:00:00+01:00');
    expect(accessEnd(next - 1, 90, zone)).toBe(expected);
    expect(accessEnd(next, 90, zone)).toBe(at('2026-06-01T00:00:00+02:00'));
    expect(accessEnd(midnight - 1, 90, zone)).toBe(at('2026-05-30T00:00:00+02:00'));
  });
});

describe('when the clocks change', () => {
  test.each([
    ['forward in Amsterdam', 'Europe/Amsterdam', '2026-03-28T12:00:00Z', 1, '2026-03-29T22:00:00.000Z'],
    ['back in Amsterdam', 'Europe/Amsterdam', '2026-10-24T12:00:00Z', 1, '2026-10-25T23:00:00.000Z'],
    ['forward in New York', 'America/New_York', '2026-03-07T12:00:00Z', 1, '2026-03-09T04:00:00.000Z'],
    ['back in New York', 'America/New_York', '2026-10-31T12:00:00Z', 1, '2026-11-02T05:00:00.000Z'],
    ['forward in Auckland', 'Pacific/Auckland', '2026-09-26T00:00:00Z', 1, '2026-09-27T11:00:00.000Z'],
    ['back in Auckland', 'Pacific/Auckland', '2026-04-04T00:00:00Z', 1, '2026-04-05T12:00:00.000Z'],
    ['over both in Amsterdam', 'Europe/Amsterdam', '2026-02-01T12:00:00Z', 300, '2026-11-28T23:00:00.000Z'],
  ])('%s, the last day is whole', (_, zone, now, days, expected) => {
    expect(end(now, days, zone)).toBe(expected);
  });

  test.each([
    // at 24:00 of the day before it is 01:00: that instant is where the day begins
    ['Santiago', 'America/Santiago', '2026-09-04T15:00:00Z', '2026-09-06T04:00:00.000Z'],
    ['Cairo', 'Africa/Cairo', '2026-04-22T10:00:00Z', '2026-04-23T22:00:00.000Z'],
    ['Beirut', 'Asia/Beirut', '2026-03-27T10:00:00Z', '2026-03-28T22:00:00.000Z'],
  ])('a day without midnight in %s begins at its first minute', (_, zone, now, expected) => {
    expect(end(now, 1, zone)).toBe(expected);
  });

  it('a midnight that comes twice ends access the first time', () => {
    // Havana turns 01:00 back to 00:00
    expect(end('2026-10-30T15:00:00Z', 1, 'America/Havana')).toBe('2026-11-01T04:00:00.000Z');
  });

  it('the last hour before midnight that comes twice still belongs to the last day', () => {
    // Santiago turns 24:00 back to 23:00
    expect(end('2026-04-03T15:00:00Z', 1, 'America/Santiago')).toBe('2026-04-05T04:00:00.000Z');
  });
});

it('29 February is a day like any other', () => {
  expect(end('2028-02-28T12:00:00Z', 1, 'Europe/Amsterdam')).toBe('2028-02-29T23:00:00.000Z');
  expect(end('2028-02-29T12:00:00Z', 365, 'Europe/Amsterdam')).toBe('2029-02-28T23:00:00.000Z');
  expect(end('2027-02-28T12:00:00Z', 1, 'Europe/Amsterdam')).toBe('2027-03-01T23:00:00.000Z');
});

describe.each([...zones, 'America/Santiago', 'Africa/Cairo', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Niue'])(
  'in %s',
  (zone) => {
    const dates = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    const dateAt = (instant: number) => dates.format(instant);

    it('the answer is the first instant of the right date, whichever day of a year they accept', () => {
      const start = at('2027-12-31T23:30:00Z');
      for (let n = 0; n < 400; n++) {
        const now = start + n * 86_400_000;
        const days = 1 + (n % 97);
        const ends = accessEnd(now, days, zone);
        const counted = Date.parse(`${dateAt(now)}T00:00:00Z`) + days * 86_400_000;
        expect(dateAt(ends - 1)).toBe(new Date(counted).toISOString().slice(0, 10));
        expect(dateAt(ends)).toBe(new Date(counted + 86_400_000).toISOString().slice(0, 10));
      }
    });
  },
);
