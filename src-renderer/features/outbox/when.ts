import { shortDate } from '../../app/time.ts';
import { words } from '../../app/words.ts';

const { time } = words.desktop;

/** The time of day for today, the date for all other days, in the organization's zone. */
export function whenInShort(at: number, now: number, timeZone: string): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  if (date.format(at) !== date.format(now)) return shortDate(at, now, timeZone, time);
  return new Intl.DateTimeFormat(time.locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}
