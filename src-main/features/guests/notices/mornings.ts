import { accessEnd } from '../access-end.ts';

const minute = 60_000;
/** Nobody wants to be woken by a mail: they go out from this hour on, by the organization's clock. */
const morningMinutes = 8 * 60;

/** Whether the day's morning has come in a zone. */
export const isPastMorning = (now: number, timeZone: string): boolean => minutesAt(now, timeZone) >= morningMinutes;

/** The instant at which the day of `now` began in a zone; `days` later, or before, when given. */
export const startOfDay = (now: number, timeZone: string, days = 0): number => accessEnd(now, days - 1, timeZone);

/** The morning of the day of `now`, or `days` later. It is at eight even after a night in which the clocks change. */
export function morningOf(now: number, timeZone: string, days = 0): number {
  const guess = startOfDay(now, timeZone, days) + morningMinutes * minute;
  return guess + (morningMinutes - minutesAt(guess, timeZone)) * minute;
}

/** The next morning after `now`. */
export const nextMorning = (now: number, timeZone: string): number =>
  morningOf(now, timeZone, isPastMorning(now, timeZone) ? 1 : 0);

const known = new Map<string, Intl.DateTimeFormat>();

function minutesAt(instant: number, timeZone: string): number {
  let format = known.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
    known.set(timeZone, format);
  }
  const parts = format.formatToParts(instant);
  const number = (type: 'hour' | 'minute') => Number(parts.find((p) => p.type === type)?.value);
  return number('hour') * 60 + number('minute');
}
