import { messagesIn } from '#contract/messages/index.ts';

/**
 * An instant in the organization's zone, which the short zone name tells: who is invited may be in another.
 * @param at milliseconds since 1970
 */
export function dateAndTime(lang: string, at: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat(localeOf(lang), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  });
  return `${dateOnly(lang, at, timeZone)}, ${time.format(at)}`;
}

/** The same without the time of day. */
export const dateOnly = (lang: string, at: number, timeZone: string): string =>
  day(lang, at, { ...parts, weekday: 'short', timeZone });

/** The day alone, for a column of them. */
export const dayOnly = (lang: string, at: number, timeZone: string): string => day(lang, at, { ...parts, timeZone });

const parts = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const localeOf = (lang: string) => messagesIn(lang).format.locale;

/** English goes without the comma behind the weekday: a sentence goes on behind the date. */
function day(lang: string, at: number, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(localeOf(lang), options).format(at);
  return lang === 'en' ? text.replace(',', '') : text;
}
