const dayMilliseconds = 86_400_000;

/**
 * How many calendar days come after today in the zone before access ends; 0 on the last day. Counted by the calendar, not
 * in hours: a day on which the clocks change has 23 or 25.
 * @param endsAt the first instant without access, which is yet to come
 */
export function daysLeft(endsAt: number, now: number, timeZone: string): number {
  return dayNumber(endsAt - 1, timeZone) - dayNumber(now, timeZone);
}

/** Days since 1970 on the calendar of the zone. */
function dayNumber(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / dayMilliseconds;
}
