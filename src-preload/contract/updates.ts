/**
 * How a newer version gets onto this computer: Gatehouse replaces itself; a package manager does it; or somebody does it
 * by hand, as with an archive or the portable program.
 */
export const updateWays = ['itself', 'package', 'hand'] as const;
export type UpdateWay = (typeof updateWays)[number];

/** Why a check, a download or an installation failed. Nothing of what was offered is trusted then. */
export const updateTroubles = [
  'offline',
  'certificate',
  'elsewhere',
  'not-found',
  'answer',
  'unsigned',
  'unreadable',
  'replayed',
  'checksum',
  'publisher',
  'no-room',
  'no-write',
  'failed',
] as const;
export interface UpdateTrouble {
  readonly code: (typeof updateTroubles)[number];
  /** What the system or the server said, in its own words; may be empty. */
  readonly detail: string;
}

/** A newer version, as its signed feed describes it. */
export interface UpdateOffer {
  readonly version: string;
  /** Absent if the feed does not say. */
  readonly bytes?: number;
  /** Milliseconds since 1970; absent if the feed does not say. */
  readonly releasedAt?: number;
  /** Plain text, may be empty. */
  readonly notes: string;
}

/** The state of updates for this copy of Gatehouse. */
export interface UpdateState {
  /** The only computer that is asked; null: none is, and `off` says why. */
  readonly host: string | null;
  readonly off?: 'no-feed' | 'demo';
  readonly way: UpdateWay;
  readonly at: 'rest' | 'looking' | 'found' | 'downloading' | 'ready' | 'leaving';
  /** When the feed last gave a trustworthy answer, in milliseconds since 1970; null: never. */
  readonly lookedAt: number | null;
  /** What was found; null: nothing newer. */
  readonly offer: UpdateOffer | null;
  /** During a download: how many bytes are here. */
  readonly received: number;
  readonly trouble: UpdateTrouble | null;
}
