import type { Messages } from '#contract/messages/index.ts';
import type { UserRow } from '#contract/users.ts';
import { dayNumber, fullDate, spanInWords } from '../../app/time.ts';

const day = 24 * 60 * 60_000;

/** The state of a guest's access. */
export type AccessState =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'ended'; readonly lastDay: number }
  | {
      readonly kind: 'running';
      /** An instant of the last day of access. */
      readonly lastDay: number;
      /** Whole days of the calendar until the last one; 0 is today. */
      readonly days: number;
      /** Until the end itself, in ms. */
      readonly ms: number;
      /** The last day lies within the notice window, as the core counts it. */
      readonly soon: boolean;
    };

/** The last instant with access: it gives the last day, while the end itself is the midnight after it. */
const lastInstant = (endsAt: number) => endsAt - 1;

/**
 * Compares the end of access with the clock.
 * @param endsAt the first instant without access; null until the guest accepts
 * @param noticeDays length of the notice window for a guest of this period
 */
export function accessState(endsAt: number | null, now: number, timeZone: string, noticeDays: number): AccessState {
  if (endsAt === null) return { kind: 'not-started' };
  const lastDay = lastInstant(endsAt);
  const ms = endsAt - now;
  if (ms <= 0) return { kind: 'ended', lastDay };
  const days = dayNumber(lastDay, timeZone) - dayNumber(now, timeZone);
  return { kind: 'running', lastDay, days, ms, soon: days <= noticeDays };
}

/** `9 days`; on the last day `5 h 40 min`. */
export const leftInWords = (state: Extract<AccessState, { kind: 'running' }>, words: Messages['desktop']['time']) =>
  state.days > 0 ? words.days(state.days) : spanInWords(state.ms, words);

/** `28 Oct 2026`: the last day on which there is access. */
export const lastDayInWords = (endsAt: number, timeZone: string, words: Messages['desktop']['time']): string =>
  fullDate(lastInstant(endsAt), timeZone, words);

/** The last day after a renewal now: the core counts days of the calendar in the organization's zone. */
export function renewedLastDay(now: number, days: number, words: Messages['desktop']['time'], timeZone: string) {
  // noon, which no clock change skips or moves to another day
  const noon = (dayNumber(now, timeZone) + days) * day + day / 2;
  return fullDate(noon, 'UTC', words);
}

/** A guest whose access has ended; an invitation not accepted in time never gave any. */
export const hasEnded = ({ status, guest }: Pick<UserRow, 'status' | 'guest'>): boolean =>
  status === 'expired' && guest !== null && guest.endsAt !== null;
