import { expect, test } from 'vitest';
import { en } from '#contract/messages/en/index.ts';
import { hasNextChange, refetchIn } from '../../../src-renderer/app/next-change.ts';
import { agoInWords, dateAndTime, shortDate, spanInWords } from '../../../src-renderer/app/time.ts';

const words = en.desktop.time;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.UTC(2026, 10, 22, 12);

test('a span under a day is given in hours and minutes, a longer one in whole days', () => {
  expect(spanInWords(5 * hour + 40 * minute, words)).toBe('5 h 40 min');
  expect(spanInWords(3 * hour, words)).toBe('3 h');
  expect(spanInWords(40 * minute, words)).toBe('40 min');
  expect(spanInWords(day, words)).toBe('1 day');
  expect(spanInWords(3 * day - 1, words)).toBe('2 days');
});

test('the last minute is not rounded to nothing', () => {
  expect(spanInWords(59_000, words)).toBe('under a minute');
  expect(spanInWords(-1, words)).toBe('under a minute');
});

test('“yesterday” follows the calendar of the organization, not the last 24 hours', () => {
  const before = noon - 13 * hour;
  expect(agoInWords(before, noon, 'Etc/UTC', words)).toBe('Yesterday');
  expect(agoInWords(before, noon, 'Asia/Tokyo', words)).toBe('13 h ago');
});

test('times ago grow coarser: minutes, hours, days, then the date', () => {
  expect(agoInWords(noon - 30_000, noon, 'Etc/UTC', words)).toBe('just now');
  expect(agoInWords(noon - 12 * minute, noon, 'Etc/UTC', words)).toBe('12 min ago');
  expect(agoInWords(noon - 2 * hour, noon, 'Etc/UTC', words)).toBe('2 h ago');
  expect(agoInWords(noon - 2 * day, noon, 'Etc/UTC', words)).toBe('2 days ago');
  expect(agoInWords(noon - 30 * day, noon, 'Etc/UTC', words)).toBe('23 Oct');
});

test('dates are those of the organization’s zone, with the year only when it is far away', () => {
  expect(dateAndTime(noon, noon, 'Europe/Amsterdam', words)).toBe('22 Nov, 13:00');
  expect(shortDate(Date.UTC(2027, 0, 2), noon, 'Etc/UTC', words)).toBe('2 Jan');
  expect(shortDate(Date.UTC(2025, 7, 14), noon, 'Etc/UTC', words)).toBe('14 Aug 2025');
});

test('an answer is fetched again when time changes it, never in a tight loop and never later than in an hour', () => {
  expect(refetchIn(noon + 5 * minute, noon)).toBe(5 * minute + 50);
  expect(refetchIn(noon - day, noon)).toBe(1000);
  expect(refetchIn(noon + 60 * day, noon)).toBe(hour);
  expect(hasNextChange({ nextChangeAt: noon })).toBe(true);
  expect(hasNextChange({ nextChangeAt: null })).toBe(false);
  expect(hasNextChange(undefined)).toBe(false);
});
