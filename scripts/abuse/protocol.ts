/** What is asked of the attacked house, which runs in a process of its own so that attackers take nothing of its loop. */
export type Asked =
  /** Links of so many people who were never invited before. */
  | { readonly kind: 'invite'; readonly count: number }
  /** Calls the core as the window does, over and over, until `stop`. */
  | { readonly kind: 'watch' }
  | { readonly kind: 'stop' }
  /** Which addresses are proxies from now on. */
  | { readonly kind: 'proxies'; readonly named: string[] };

export interface Told {
  readonly port?: number;
  readonly tokens?: string[];
  readonly emails?: string[];
  /** Milliseconds that each call of the window took. */
  readonly calls?: number[];
}

/** @param share 0.99 for the time within which 99 of 100 were answered */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
