/** One a day is made; where the last is this old, one was missed. In milliseconds. */
export const missedAfter = 36 * 3_600_000;
