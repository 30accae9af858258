import { randomUUID } from 'node:crypto';
import type { Tag } from '#contract/operation.ts';
import type { Changes } from '../database/changes.ts';
import { dropLease, takeLease } from '../database/lease.ts';
import type { WritableDb } from '../database/schema.ts';
import type { Clock } from './clock.ts';

export interface SchedulerOptions {
  readonly changes: Changes;
  readonly clock: Clock;
  readonly report?: (error: unknown) => void;
  /** Names this process among those of the workspace; random when left out. */
  readonly holder?: string;
}

/** Does what becomes due by the clock, in one process of the workspace at a time. */
export interface Scheduler {
  readonly start: () => void;
  /**
   * Does what is due now.
   * @returns when something becomes due next, as far as known; milliseconds since 1970, or Infinity
   * @throws what the database throws; nothing is lost then, and the next look does it
   */
  readonly look: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What a look has to work with. */
export interface Look {
  readonly now: number;
  /** One transaction of the process that holds the lease. @returns undefined when another one holds it */
  readonly write: <T>(work: (db: WritableDb) => Promise<T>) => Promise<T | undefined>;
  /**
   * One transaction after another while the work says that there may be more; others can write in between.
   * @returns undefined when another process holds the lease
   */
  readonly writeAll: (work: (db: WritableDb) => Promise<boolean>) => Promise<true | undefined>;
  /** When to ask again while another process holds the lease. */
  readonly busyElsewhere: number;
}

export interface Duty {
  /** The lease that keeps other processes from doing the same. */
  readonly lease: string;
  /** Notices after which it looks at once. */
  readonly wakesOn: readonly Tag[];
  /** What its transactions change; waiting mail unless stated otherwise. */
  readonly changes?: readonly Tag[];
  readonly look: (look: Look) => Promise<number>;
}

const minute = 60_000;
/**
 * A timer stands still while the machine sleeps, and does not notice when the clock is set. So it never waits for long; a
 * look that finds nothing costs a few reads.
 */
const longestSleep = 10 * minute;
const afterTrouble = minute;
const leaseMilliseconds = minute;
/** Thrown so that a process without the lease publishes no change: it would wake itself with it, again and again. */
const elsewhere = Symbol('another process holds the lease');

/**
 * Looks when something becomes due, when what it depends on changes, and now and then. What is due must follow from the
 * clock and from what is stored, never from what this process remembers: so nothing is repeated after sleep, restarts or a
 * jump of the clock.
 */
export function createScheduler(options: SchedulerOptions, duty: Duty): Scheduler {
  const { changes, clock } = options;
  const { lease } = duty;
  const report = options.report ?? ((error: unknown) => console.error(`gatehouse: ${lease}:`, error));
  const holder = options.holder ?? randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<number> | undefined;
  let held = false;
  let closed = false;

  const pass = async (): Promise<number> => {
    waiting = undefined;
    if (closed) return Infinity;
    const now = clock.now();
    const write: Look['write'] = async (work) => {
      try {
        return await changes.write(duty.changes ?? ['outbox'], now, async (db) => {
          held = await takeLease(db, lease, holder, now, leaseMilliseconds);
          if (!held) throw elsewhere;
          return work(db);
        });
      } catch (error) {
        if (error === elsewhere) return undefined;
        throw error;
      }
    };
    const writeAll: Look['writeAll'] = async (work) => {
      for (let more = true; more && !closed; ) {
        const answer = await write(work);
        if (answer === undefined) return undefined;
        more = answer;
        await new Promise((next) => setImmediate(next));
      }
      return true;
    };
    return duty.look({ now, write, writeAll, busyElsewhere: now + leaseMilliseconds });
  };
  /** Whoever asks while a look is waiting for its turn gets that look. */
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
    clearTimeout(timer); // set by another wake that ended meanwhile
    timer = setTimeout(() => void wake(), Math.min(milliseconds, longestSleep));
    timer.unref();
  };

  return {
    start() {
      if (unsubscribe || closed) return;
      unsubscribe = changes.onNotice((tags) => {
        if (duty.wakesOn.some((tag) => tags.has(tag))) void wake();
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
