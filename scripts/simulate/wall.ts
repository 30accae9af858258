// The calendar of a zone as text, so that the simulation reckons in a different way from the code it checks.
const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-29 08:00:00`: the local time in a zone. Texts of one zone sort like the times. */
export function wall(instant: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

export const dateOf = (instant: number, timeZone: string): string => wall(instant, timeZone).slice(0, 10);

/** `2026-03-29` and 3 are `2026-04-01`. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
