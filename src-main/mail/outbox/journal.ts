import type { Changes } from '../../database/changes.ts';
import type { Clock } from '../../kernel/clock.ts';
import { pauseQueue } from '../settings.ts';
import { createBatch } from './batch.ts';
import type { Lane } from './lane.ts';
import { type Settlement, settle } from './settle.ts';
import { allowBodies } from './take.ts';

/** How an attempt ended, and the lane that it used: a pause refers to that lane's settings. */
export interface Ended extends Settlement {
  readonly lane: Lane;
}

type Entry = { readonly kind: 'begin'; readonly id: number } | ({ readonly kind: 'end' } & Ended);

/** What the worker's transactions change; the window refetches what reads it. */
export const outboxTags = ['outbox', 'users', 'invitations'] as const;

/** Where the worker records what it is about to do and what came of it. */
export interface Journal {
  /** Records that a body is about to leave. @returns false when it must not */
  readonly begin: (outboxId: number) => Promise<boolean>;
  readonly end: (ended: Ended) => Promise<void>;
}

interface JournalOptions {
  readonly changes: Changes;
  readonly clock: Clock;
  readonly holder: string;
  readonly random: () => number;
  /** See `OutboxTimings`. */
  readonly offline: number;
  readonly report: (error: unknown) => void;
  /** Whether the worker is being closed: then a failed write is not retried. */
  readonly closed: () => boolean;
}

const retryMilliseconds = 1000;
/** A connection is waiting for the entry that lets its body go; an entry about an end can wait for the next of those. */
const patience = ({ kind }: Entry): number => (kind === 'begin' ? 0 : 10);
/** These change the state of the queue as well as the message. */
const isPause = ({ result }: Ended) => result.kind === 'paused' || result.kind === 'offline';

/** One journal for both, so that one write to disk serves the messages that begin and those that end. */
export function createJournal(options: JournalOptions): Journal {
  const { changes, clock, holder, random, offline, report, closed } = options;
  const write = createBatch<Entry, boolean>(async (entries) => {
    const begin = entries.flatMap((e) => (e.kind === 'begin' ? e.id : []));
    const ended = entries.flatMap((e) => (e.kind === 'end' ? e : []));
    const pauses = ended.filter(isPause);
    const now = clock.now();
    const tags = [...(ended.length > 0 ? outboxTags : []), ...(pauses.length > 0 ? (['mail'] as const) : [])];
    const allowed = await changes.write(tags, now, async (db) => {
      if (ended.length > 0) await settle(db, ended, { holder, now, random, offline });
      for (const { taken, result, lane } of pauses)
        if (result.kind === 'paused') await pauseQueue(db, taken.organizationId, lane.settings, { ...result, at: now });
      return begin.length > 0 ? allowBodies(db, begin, holder, now) : new Set<number>();
    });
    return entries.map((e) => e.kind === 'end' || allowed.has(e.id));
  }, patience);
  return {
    begin: (id) => write({ kind: 'begin', id }),
    async end(ended) {
      for (;;) {
        try {
          await write({ kind: 'end', ...ended });
          return;
        } catch (error) {
          report(error);
          // a sent message must not be forgotten because the disk is full right now
          if (closed()) throw error;
          await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
        }
      }
    },
  };
}
