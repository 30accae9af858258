/**
 * How a newer version gets onto this computer: Gatehouse puts itself in the place of the old one; a package manager does; or
 * somebody by hand, as with an archive or the portable program.
 */
export const updateWays = ['itself', 'package', 'hand'] as const;
export type UpdateWay = (typeof updateWays)[number];

/** Why a look, a download or an installation came to nothing. Nothing of what was offered is believed then. */
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
  /** Left out where the feed does not say. */
  readonly bytes?: number;
  /** Milliseconds since 1970; left out where the feed does not say. */
  readonly releasedAt?: number;
  /** Plain text, may be empty. */
  readonly notes: string;
}

/** Where updates are for this copy of Gatehouse. */
export interface UpdateState {
  /** The only computer that is asked; null: nobody is, and `off` says why. */
  readonly host: string | null;
  readonly off?: 'no-feed' | 'demo';
  readonly way: UpdateWay;
  readonly at: 'rest' | 'looking' | 'found' | 'downloading' | 'ready' | 'leaving';
  /** When the feed last said something that could be believed, milliseconds since 1970; null: never. */
  readonly lookedAt: number | null;
  /** What was found; null: nothing newer. */
  readonly offer: UpdateOffer | null;
  /** While it is downloaded: how many bytes are here. */
  readonly received: number;
  readonly trouble: UpdateTrouble | null;
}
