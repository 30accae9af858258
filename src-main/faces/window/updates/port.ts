import type { UpdateOffer } from '#contract/updates.ts';

/** All that Gatehouse needs for fetching newer versions and putting them in place. Each throws what `troubleOf` reads. */
export interface UpdateSource {
  /** Asks the feed. @returns the version that it names, and whether that is newer than the one that runs */
  readonly look: () => Promise<{ readonly offer: UpdateOffer; readonly newer: boolean }>;
  /**
   * Fetches what `look` found, and checks it.
   * @param at is told how many bytes have arrived
   * @param signal ends it; nothing stays behind
   */
  readonly download: (at: (received: number) => void, signal: AbortSignal) => Promise<void>;
  /** @throws where this copy cannot be replaced */
  readonly canInstall: () => Promise<void>;
  /** Starts what was downloaded. Everything else has ended; the caller ends the process once it resolves. */
  readonly install: () => Promise<void>;
}
