/**
 * An instant in the organization's zone, which the short zone name tells: who is invited may be in another.
 * @param at milliseconds since 1970
 */
export function dateAndTime(lang: string, at: number, timeZone: string): string {
  const part = parts(lang, at, timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return `${day(part)}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}

/** The same without the time of day. */
export const dateOnly = (lang: string, at: number, timeZone: string): string => day(parts(lang, at, timeZone, {}));

/** The day alone, for a column of them. */
export function dayOnly(lang: string, at: number, timeZone: string): string {
  const part = parts(lang, at, timeZone, {});
  return `${part('day')} ${part('month')} ${part('year')}`;
}

const day = (part: (type: Intl.DateTimeFormatPartTypes) => string) =>
  `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;

function parts(lang: string, at: number, timeZone: string, more: Intl.DateTimeFormatOptions) {
  // British English puts the day first, as the house does
  const found = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
    ...more,
  }).formatToParts(at);
  return (type: Intl.DateTimeFormatPartTypes) => found.find((p) => p.type === type)?.value ?? '';
}
