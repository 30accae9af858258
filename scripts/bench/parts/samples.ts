/** Times of several contenders, in milliseconds each. */
export type Samples<C extends string> = Readonly<Record<C, readonly number[]>>;

/** What is timed: by elapsed time, or by a number that it returns, such as its own timing. */
export type Contender = () => unknown;

/**
 * Runs contenders in turn, A B C A B C …, so that whatever else the machine does affects all of them. A first round is not
 * counted.
 */
export async function inTurn<C extends string>(contenders: Record<C, Contender>, rounds = 7): Promise<Samples<C>> {
  const names = Object.keys(contenders) as C[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<C, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const began = performance.now();
      const own = await contenders[name]();
      const time = typeof own === 'number' ? own : performance.now() - began;
      if (round > 0) samples[name].push(time);
    }
  }
  return samples;
}

const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);

export const median = (times: readonly number[]): number => sorted(times)[times.length >> 1] ?? Number.NaN;
export const least = (times: readonly number[]): number => Math.min(...times);
export const most = (times: readonly number[]): number => Math.max(...times);

/** How many times as long `a` takes as `b`, by their medians. */
export const ratio = (a: readonly number[], b: readonly number[]): number => median(a) / median(b);
