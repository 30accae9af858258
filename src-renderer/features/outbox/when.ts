import { dayNumber, shortDate } from '../../app/time.ts';
import { words } from '../../app/words.ts';

const { time } = words.desktop;

/** The time of day if it is today, otherwise the date, in the organization's zone. */
export function whenInShort(at: number, now: number, timeZone: string): string {
  if (dayNumber(at, timeZone) !== dayNumber(now, timeZone)) return shortDate(at, now, timeZone, time);
  return words.format.date(at, timeZone, { hour: '2-digit', minute: '2-digit' });
}
