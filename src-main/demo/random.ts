/** Randomness that is the same every time, so that the demo, its pictures and its tests show the same people. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  /** From `least` up to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Up to `n` different ones. */
  readonly some: <T>(items: readonly T[], n: number) => T[];
}

/** mulberry32, by Tommy Ettinger (public domain): small and even enough for invented people. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    some(items, n) {
      const left = [...items];
      const chosen: typeof left = [];
      while (chosen.length < n && left.length > 0) chosen.push(...left.splice(whole(0, left.length - 1), 1));
      return chosen;
    },
  };
}
