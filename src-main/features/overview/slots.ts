import type { Span } from '#contract/vocabulary/overview.ts';
import { beginningOf, dateIn } from '../guests/access-end.ts';

const day = 24 * 3_600_000;
const counts: Readonly<Record<Span, { readonly n: number; readonly days: number }>> = {
  days: { n: 30, days: 1 },
  weeks: { n: 52, days: 7 },
};

/**
 * When each day, or each week from Monday, began in a time zone, the oldest first; the last is the present one. Counted by
 * the calendar, so a day may have 23 or 25 hours.
 * @returns instants; `dayEnds` is when today is over
 */
export function slotsUntil(
  now: number,
  span: Span,
  zone: string,
): { readonly begins: readonly number[]; readonly dayEnds: number } {
  const today = dateIn(zone)(now);
  const { n, days } = counts[span];
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const last = span === 'weeks' ? today - sinceMonday * day : today;
  const begins = Array.from({ length: n }, (_, i) => beginningOf(last - (n - 1 - i) * days * day, zone));
  return { begins, dayEnds: beginningOf(today + day, zone) };
}
