const hour = 3_600_000;
const day = 24 * hour;

/**
 * The first instant at which a guest no longer has access: the beginning of the day after the last one, in the
 * organization's time zone. The last day is `days` after the day of `now` there, whatever the wall clock does in between:
 * a day may have 23 or 25 hours, and where it has no midnight it begins at its first minute.
 * @param now milliseconds since 1970 in UTC, as is the answer
 */
export function accessEnd(now: number, days: number, timeZone: string): number {
  const dateAt = dateIn(timeZone);
  return beginningOf(dateAt(now) + (days + 1) * day, timeZone);
}

/**
 * The first instant of a day in a time zone.
 * @param date midnight UTC of the day
 */
export function beginningOf(date: number, timeZone: string): number {
  const dateAt = dateIn(timeZone);
  // no zone is further from UTC than 15 hours, so that day begins between these two
  let before = date - 30 * hour;
  let end = date + 30 * hour;
  while (end - before > 1) {
    const middle = Math.floor((before + end) / 2);
    if (dateAt(middle) < date) before = middle;
    else end = middle;
  }
  return end;
}

const known = new Map<string, (instant: number) => number>();

/** Reads the date on the calendar of a zone, as midnight UTC of that date. Kept, since making a formatter is slow. */
export function dateIn(timeZone: string): (instant: number) => number {
  const made = known.get(timeZone);
  if (made) return made;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const dateAt = (instant: number) => {
    const parts = format.formatToParts(instant);
    const number = (type: 'year' | 'month' | 'day') => Number(parts.find((p) => p.type === type)?.value);
    return Date.UTC(number('year'), number('month') - 1, number('day'));
  };
  known.set(timeZone, dateAt);
  return dateAt;
}
