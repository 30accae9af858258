const minute = 60_000;

/** What a wall clock in the zone shows, as UTC milliseconds with the same figures. */
function wall(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** An instant as a field of date and time shows it, in the zone of the organization: `2026-11-27T09:00`. */
export const toField = (at: number, timeZone: string): string =>
  new Date(wall(at, timeZone)).toISOString().slice(0, 16);

/**
 * The instant of a date and time in a zone. When clocks go back and an hour occurs twice, the first one; a time that is
 * skipped when they go forward is moved later by as much.
 * @param field `2026-11-27T09:00`. @returns undefined for anything but a date and time
 */
export function fromField(field: string, timeZone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(field)) return undefined;
  const figures = Date.parse(`${field.slice(0, 16)}Z`);
  if (Number.isNaN(figures)) return undefined;
  const offset = (at: number) => wall(at, timeZone) - Math.floor(at / minute) * minute;
  const day = 24 * 60 * minute;
  const before = figures - offset(figures - day);
  const after = figures - offset(figures + day);
  const shown = [before, after].filter((at) => wall(at, timeZone) === figures);
  return shown.length > 0 ? Math.min(...shown) : before;
}

/** The next full hour at least half an hour away: the first value of a time field. */
export function proposed(now: number): number {
  const hour = 60 * minute;
  return Math.ceil((now + 30 * minute) / hour) * hour;
}
