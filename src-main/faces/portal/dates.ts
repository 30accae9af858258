import { messagesIn } from '#contract/messages/index.ts';

/**
 * An instant in the organization's zone, with the short name of the zone: the invitee may be in another.
 * @param at milliseconds since 1970
 */
export function dateAndTime(lang: string, at: number, timeZone: string): string {
  return `${dateOnly(lang, at, timeZone)}, ${messagesIn(lang).format.date(at, timeZone, time)}`;
}

/** The same without the time of day. */
export const dateOnly = (lang: string, at: number, timeZone: string): string =>
  day(lang, at, timeZone, { ...parts, weekday: 'short' });

/** The day alone, for a column of them. */
export const dayOnly = (lang: string, at: number, timeZone: string): string => day(lang, at, timeZone, parts);

const parts = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

/** English goes without the comma after the weekday: the sentence goes on after the date. */
function day(lang: string, at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const text = messagesIn(lang).format.date(at, timeZone, options);
  return lang === 'en' ? text.replace(',', '') : text;
}
