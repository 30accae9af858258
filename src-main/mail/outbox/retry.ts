const minute = 60_000;
const longestWait = 4 * 60 * minute;
/** RFC 5321 4.5.4.1 asks for four to five days. */
export const giveUpAfter = 4 * 24 * 60 * minute;

/**
 * How long to wait after a number of failed attempts: 1, 2, 4 … minutes up to 4 hours, ±20 % so that messages that failed
 * together do not come back together.
 * @param random between 0 and 1
 * @returns milliseconds
 */
export function backoff(attempts: number, random: number): number {
  const wait = Math.min(minute * 2 ** Math.min(attempts - 1, 20), longestWait);
  return Math.min(Math.round(wait * (0.8 + 0.4 * random)), longestWait);
}
