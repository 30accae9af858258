import type { UpdateOffer, UpdateState, UpdateTrouble, UpdateWay } from '#contract/updates.ts';
import { isBefore } from './newer.ts';
import type { UpdateSource } from './port.ts';
import { troubleOf, UpdateFailure } from './trouble.ts';

const day = 24 * 60 * 60_000;

/** The feed was read and cannot be trusted: nor can what it said before, until a look succeeds again. */
const doubted: readonly UpdateTrouble['code'][] = ['unsigned', 'unreadable', 'replayed'];

/** What is remembered from one start to the next. */
export interface UpdateMemory {
  readonly lookedAt?: number;
  /** The newest version that the feed ever named: an older one after that is refused. */
  readonly newest?: string;
  /** What was found last. */
  readonly offer?: UpdateOffer;
}

interface UpdatesOptions {
  /** Where to ask; null: nowhere, and `off` says why. */
  readonly source: { readonly host: string; readonly open: () => Promise<UpdateSource> } | null;
  readonly off?: UpdateState['off'];
  readonly way: UpdateWay;
  /** The one that runs. */
  readonly version: string;
  /** Whether to look unasked. */
  readonly wanted: () => boolean;
  readonly memory: { readonly get: () => UpdateMemory; readonly save: (memory: UpdateMemory) => void };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly tell: (state: UpdateState) => void;
  /** A version was found by a look that nobody asked for. */
  readonly onFound: (version: string) => unknown;
  /** Closes Gatehouse, as its menu does. */
  readonly leave: () => void;
}

/** Decides what is asked, fetched and installed, and when. Nothing is contacted unless somebody asks, or `wanted` says so. */
export function createUpdates(options: UpdatesOptions) {
  const { source, off, way, version, wanted, memory, now, tell, onFound, leave } = options;
  const { lookedAt = null, offer: before } = memory.get();
  const known = source && before && isBefore(version, before.version) ? before : null;
  let state: UpdateState = {
    ...{ host: source?.host ?? null, way, at: known ? 'found' : 'rest', offer: known, received: 0, trouble: null },
    ...(off ? { off } : {}),
    lookedAt,
  };
  let opened: Promise<UpdateSource> | undefined;
  /** The source itself must have looked before it can fetch. */
  let looked = false;
  let download: AbortController | undefined;
  let toldOf = known?.version;

  const open = () => {
    if (!source) throw new UpdateFailure('failed');
    opened ??= source.open();
    return opened;
  };
  const resting = () => state.at === 'rest' || state.at === 'found';
  const be = (change: Partial<UpdateState>): UpdateState => {
    state = { ...state, ...change };
    tell(state);
    return state;
  };

  async function look(): Promise<UpdateState> {
    if (!source || !resting()) return state;
    be({ at: 'looking', trouble: null });
    try {
      const { offer, newer } = await (await open()).look();
      const { newest } = memory.get();
      if (newest && isBefore(offer.version, newest))
        throw new UpdateFailure('replayed', `${offer.version} < ${newest}`);
      const at = now();
      memory.save({ lookedAt: at, newest: offer.version, ...(newer ? { offer } : {}) });
      looked = true;
      return be({ at: newer ? 'found' : 'rest', offer: newer ? offer : null, lookedAt: at });
    } catch (error) {
      const trouble = troubleOf(error);
      const offer = doubted.includes(trouble.code) ? null : state.offer;
      return be({ at: offer ? 'found' : 'rest', offer, trouble });
    }
  }

  async function lookIfDue(): Promise<void> {
    const since = now() - (state.lookedAt ?? 0);
    if (!wanted() || !resting() || (since >= 0 && since < day)) return;
    const { offer } = await look();
    if (!offer || offer.version === toldOf) return;
    toldOf = offer.version;
    await onFound(offer.version);
  }

  /**
   * Once a day; a failed look is repeated at the next call. Nobody waits for it, so it never rejects: an unhandled error,
   * even one about unreadable preferences, would stop the program with a dialog.
   */
  const lookWhenDue = (): Promise<void> =>
    lookIfDue().catch((error: unknown) => {
      console.error('gatehouse: could not look for updates:', (error as Error).message);
    });

  return {
    state: () => state,
    look,
    lookWhenDue,
    async download(): Promise<UpdateState> {
      if (state.at !== 'found' || way !== 'itself') return state;
      if (!looked && (await look()).trouble) return state;
      if (!state.offer) return state;
      download = new AbortController();
      const { signal } = download;
      be({ at: 'downloading', received: 0, trouble: null });
      try {
        await (await open()).download((received) => void be({ received }), signal);
        return be({ at: 'ready' });
      } catch (error) {
        return be({ at: 'found', received: 0, trouble: signal.aborted ? null : troubleOf(error) });
      }
    },
    cancel: () => download?.abort(),
    async install(): Promise<UpdateState> {
      if (state.at !== 'ready') return state;
      try {
        await (await open()).canInstall();
      } catch (error) {
        return be({ trouble: troubleOf(error) });
      }
      be({ at: 'leaving', trouble: null });
      leave();
      return state;
    },
    /** To be called when everything has ended: starts what was downloaded, if that was wanted. */
    async last(): Promise<void> {
      if (state.at === 'leaving') await (await open()).install();
    },
  };
}
export type Updates = ReturnType<typeof createUpdates>;
