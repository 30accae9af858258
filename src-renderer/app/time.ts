import type { Messages } from '#contract/messages/index.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
type Words = Messages['desktop']['time'];

/** A link that ends within this time (ms) is shown as urgent. */
export const urgent = day;

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making a formatter costs far more than using one, and a page of rows needs hundreds of dates. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** A span of time in words: `5 h 40 min` under a day, `2 days` from then on. Rounded down. */
export function spanInWords(ms: number, words: Words): string {
  if (ms < minute) return words.soon;
  const minutes = Math.floor(ms / minute);
  if (minutes < 60) return words.minutes(minutes);
  if (ms < day) return words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.days(Math.floor(ms / day));
}

/** Calendar day of an instant in a time zone, counted in days. */
export function dayNumber(at: number, timeZone: string): number {
  const parts = formatter('en-CA', { timeZone, dateStyle: 'short' }).format(at);
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / day);
}

/** How long ago: minutes and hours, then days of the calendar, then the date itself. */
export function agoInWords(at: number, now: number, timeZone: string, words: Words): string {
  const ms = now - at;
  if (ms < minute) return words.now;
  if (ms < hour) return words.minutesAgo(Math.floor(ms / minute));
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone);
  if (days <= 0) return words.hoursAgo(Math.floor(ms / hour));
  if (days === 1) return words.yesterday;
  if (days < 7) return words.daysAgo(days);
  return shortDate(at, now, timeZone, words);
}

/** More than half a year away: the hour no longer matters. */
export const isFar = (at: number, now: number) => Math.abs(at - now) > 180 * day;

const yearOf = (at: number, timeZone: string) => formatter('en-CA', { timeZone, year: 'numeric' }).format(at);

/** `14 Aug`, with the year when it differs and is more than half a year away. */
export function shortDate(at: number, now: number, timeZone: string, words: Words): string {
  return formatter(words.locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(isFar(at, now) && yearOf(at, timeZone) !== yearOf(now, timeZone) ? { year: 'numeric' } : {}),
  }).format(at);
}

/** `14 Aug 2026`: for days that matter even far away. */
export const fullDate = (at: number, timeZone: string, words: Words): string =>
  formatter(words.locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** `14 Aug, 19:45` in the organization's zone. */
export function dateAndTime(at: number, now: number, timeZone: string, words: Words): string {
  const time = formatter(words.locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return `${shortDate(at, now, timeZone, words)}, ${time}`;
}
