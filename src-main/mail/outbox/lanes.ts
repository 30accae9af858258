import type { ReadableDb } from '../../database/schema.ts';
import { loadSettings, sameWay } from '../settings.ts';
import { type Lane, type LaneOptions, openLane } from './lane.ts';

/** The open lane of each organization, and those that are still finishing what they began. */
export interface Lanes {
  /** The lane for the settings as they are now; undefined while there are none or the queue is paused. */
  readonly of: (organizationId: number) => Promise<Lane | undefined>;
  /** Ends the lanes of paused queues: what waits on them goes back. */
  readonly halt: () => Promise<void>;
  /** Begins no more messages on it; those being handed over may finish. */
  readonly retire: (organizationId: number, lane: Lane) => void;
  readonly close: () => Promise<void>;
}

export function createLanes(db: ReadableDb, options: LaneOptions): Lanes {
  const open = new Map<number, Lane>();
  const retired = new Set<Promise<void>>();

  const retire = (organizationId: number, lane: Lane) => {
    if (open.get(organizationId) === lane) open.delete(organizationId);
    const done = lane.close(options.timings.grace).finally(() => retired.delete(done));
    retired.add(done);
  };
  return {
    retire,
    async halt() {
      for (const [organizationId, lane] of [...open]) {
        const queue = await loadSettings(db, organizationId);
        if (!queue || queue.pause || queue.stop) retire(organizationId, lane);
      }
    },
    async of(organizationId) {
      const settings = await loadSettings(db, organizationId);
      const now = open.get(organizationId);
      if (now && settings && sameWay(now.settings, settings)) return now;
      if (now) retire(organizationId, now);
      if (!settings || settings.pause || settings.stop) return undefined;
      const lane = openLane(organizationId, settings, options);
      open.set(organizationId, lane);
      return lane;
    },
    async close() {
      for (const [organizationId, lane] of [...open]) retire(organizationId, lane);
      await Promise.all(retired);
    },
  };
}
