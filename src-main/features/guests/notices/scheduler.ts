import { randomUUID } from 'node:crypto';
import type { Changes } from '../../../database/changes.ts';
import { dropLease, takeLease } from '../../../database/lease.ts';
import type { Store } from '../../../database/open.ts';
import type { WritableDb } from '../../../database/schema.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { digestDue, queueDigest } from './digest.ts';
import { dueGuests, type NoticeHouse, nextDue, noticeHouses, stepsAt } from './due.ts';
import { tellSome } from './tell.ts';

export interface GuestNoticesOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly report?: (error: unknown) => void;
  /** Names this process among those of the workspace; made up when left out. */
  readonly holder?: string;
}

/** Queues the mails before and at the end of guests' access. */
export interface GuestNotices {
  readonly start: () => void;
  /**
   * Queues what is due now.
   * @returns when something becomes due next, as far as is known now; milliseconds since 1970, or Infinity
   * @throws what the database throws; then nothing is lost, and the next look does it
   */
  readonly look: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const minute = 60_000;
/**
 * A timer stands still while the machine sleeps, and knows nothing of a clock that is set: so it is never asked to wait
 * for long, and a look that finds nothing costs a few reads.
 */
const longestSleep = 10 * minute;
const afterTrouble = minute;
const lease = 'guest-notices';
const leaseMilliseconds = minute;

/**
 * Looks when something becomes due, when users or organizations change, and now and then. What is due follows from the
 * clock and from what is written down as told, never from what this process remembers: so sleep, restarts and a clock that
 * jumps repeat nothing, and of what was slept through only the latest is told.
 */
export function createGuestNotices(options: GuestNoticesOptions): GuestNotices {
  const { store, changes, clock } = options;
  const report = options.report ?? ((error: unknown) => console.error('gatehouse: guest notices:', error));
  const holder = options.holder ?? randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<number> | undefined;
  let held = false;
  let closed = false;

  /** One transaction of the process that holds the lease. @returns undefined when another one holds it */
  const write = <T>(now: number, work: (db: WritableDb) => Promise<T>): Promise<T | undefined> =>
    changes.write(['outbox'], now, async (db) => {
      held = await takeLease(db, lease, holder, now, leaseMilliseconds);
      return held ? work(db) : undefined;
    });

  const tend = async (house: NoticeHouse, now: number): Promise<number> => {
    const busyElsewhere = now + leaseMilliseconds;
    for (const step of stepsAt(house, now)) {
      let more = (await dueGuests(store.read, house, step, 1).execute()).length > 0;
      while (more && !closed) {
        const told = await write(now, (db) => tellSome(db, house, step, now));
        if (told === undefined) return busyElsewhere;
        more = told;
        await new Promise((next) => setImmediate(next)); // others write between two slices
      }
    }
    if ((await digestDue(store.read, house, now)) === now) {
      const told = await write(now, (db) => queueDigest(db, house, now));
      if (told === undefined) return busyElsewhere;
    }
    const next = [await nextDue(store.read, house, now), await digestDue(store.read, house, now)];
    return Math.min(...next.map((at) => at ?? Infinity));
  };

  const pass = async (): Promise<number> => {
    waiting = undefined;
    const now = clock.now();
    let next = Infinity;
    if (closed) return next;
    for (const house of await noticeHouses(store.read)) next = Math.min(next, await tend(house, now));
    return next;
  };
  /** Whoever asks while a look waits for its turn gets that one. */
  const look = () => {
    waiting ??= last.then(pass);
    last = waiting.catch(() => undefined);
    return waiting;
  };

  const wake = async () => {
    clearTimeout(timer);
    let milliseconds = afterTrouble;
    try {
      milliseconds = Math.max((await look()) - clock.now(), 0);
    } catch (error) {
      report(error);
    }
    if (closed) return;
    clearTimeout(timer); // of another wake that ended meanwhile
    timer = setTimeout(() => void wake(), Math.min(milliseconds, longestSleep));
    timer.unref();
  };

  return {
    start() {
      if (unsubscribe || closed) return;
      unsubscribe = changes.onNotice((tags) => {
        if (tags.has('users') || tags.has('organizations')) void wake();
      });
      void wake();
    },
    look,
    async close() {
      closed = true;
      clearTimeout(timer);
      unsubscribe?.();
      await last;
      if (held) await changes.write([], clock.now(), (db) => dropLease(db, lease, holder)).catch(report);
    },
  };
}
