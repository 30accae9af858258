/** Requests to the attacked workspace, which has its own process so that attackers do not use up its event loop. */
export type Asked =
  /** Invites `count` new people, and asks for their links. */
  | { readonly kind: 'invite'; readonly count: number }
  /** Calls the core as the window does, again and again, until `stop`. */
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

/** @param share 0.99: the time within which 99 of 100 were answered */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
