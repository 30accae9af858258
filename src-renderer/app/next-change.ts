/** JavaScript's timers overflow beyond 2^31 ms; an hour also makes up for what a sleeping computer missed. */
const longest = 60 * 60_000;
/** Prevents a tight loop of queries should the clocks of core and window differ. */
const shortest = 1000;

export function hasNextChange(data: unknown): data is { readonly nextChangeAt: number } {
  return typeof data === 'object' && data !== null && 'nextChangeAt' in data && typeof data.nextChangeAt === 'number';
}

/** Milliseconds until an answer must be read again because time alone changes it at `at`. */
export const refetchIn = (at: number, now: number) => Math.min(longest, Math.max(shortest, at - now + 50));
