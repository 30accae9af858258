import { randomUUID } from 'node:crypto';
import type { Changes } from '../database/changes.ts';
import type { Store } from '../database/open.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Keys } from '../kernel/keys.ts';
import { createBatch } from './outbox/batch.ts';
import { createHold } from './outbox/hold.ts';
import { type CheckpointHook, type Lane, openLane } from './outbox/lane.ts';
import { type Settlement, settle, takeOver } from './outbox/settle.ts';
import { allowBodies, dueOrganizations, fixLetters, type Ready, takeDue } from './outbox/take.ts';
import { type OutboxTimings, usualTimings } from './outbox/timings.ts';
import { loadSettings, pauseQueue, sameWay } from './settings.ts';

export type { Checkpoint, CheckpointHook } from './outbox/lane.ts';
export type { OutboxTimings } from './outbox/timings.ts';

export interface OutboxOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly keys: Keys;
  readonly clock: Clock;
  /** Where a defect is written down; nothing that it gets holds a link. */
  readonly report?: (error: unknown) => void;
  /** Names this worker among the processes of the workspace; made up when left out. */
  readonly holder?: string;
  readonly timings?: Partial<OutboxTimings>;
  readonly checkpoint?: CheckpointHook;
}

/** Sends what is due, in one process per workspace at a time. */
export interface Outbox {
  readonly start: () => void;
  /** Looks for due mail now instead of at the next tick. */
  readonly wake: () => void;
  /** Resolves when nothing is under way and nothing is due that this process may send. */
  readonly idle: () => Promise<void>;
  /** Ends or gives back what is under way, and the lease. */
  readonly close: () => Promise<void>;
}

const tags = ['outbox', 'users', 'invitations'] as const;
const settleRetryMilliseconds = 1000;
/** A connection waits for the entry that lets its body go; the entry of an end can wait for the next of those. */
const journalPatience = ({ kind }: Entry): number => (kind === 'begin' ? 1 : 10);

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, changes, keys, clock, checkpoint } = options;
  const timings = { ...usualTimings, ...options.timings };
  const report = options.report ?? ((error: unknown) => console.error('gatehouse: outbox:', error));
  const holder = options.holder ?? randomUUID();
  const hold = createHold(options, holder, timings.lease);
  const lanes = new Map<number, Lane>();
  const retired = new Set<Promise<void>>();
  const active = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let listeners: (() => void)[] = [];

  /** Enough is under way: looking for more can wait until half of it is through, or for the next tick. */
  const busy = () => active.size > timings.take / 2;

  const progress = () => {
    const told = listeners;
    listeners = [];
    for (const listener of told) listener();
  };

  // one journal for both, so that one write to disk serves the messages that begin and those that end
  const journal = createBatch<Entry, boolean>(async (entries) => {
    const begin = entries.flatMap((e) => (e.kind === 'begin' ? e.id : []));
    const ended = entries.flatMap((e) => (e.kind === 'end' ? e : []));
    const pauses = ended.filter(isPause);
    const now = clock.now();
    const told = [...(ended.length > 0 ? tags : []), ...(pauses.length > 0 ? (['mail'] as const) : [])];
    const allowed = await changes.write(told, now, async (db) => {
      if (ended.length > 0) await settle(db, ended, { holder, now, random: timings.random });
      for (const { taken, result, lane } of pauses)
        if (result.kind === 'paused') await pauseQueue(db, taken.organizationId, lane.settings, { ...result, at: now });
      return begin.length > 0 ? allowBodies(db, begin, holder, now) : new Set<number>();
    });
    return entries.map((e) => e.kind === 'end' || allowed.has(e.id));
  }, journalPatience);
  const allowBody = (id: number) => journal({ kind: 'begin', id });
  const write = async (ended: Ended): Promise<void> => {
    for (;;) {
      try {
        await journal({ kind: 'end', ...ended });
        return;
      } catch (error) {
        report(error);
        // what was sent must not be forgotten because the disk is full just now
        if (closed) throw error;
        await new Promise((resolve) => setTimeout(resolve, settleRetryMilliseconds));
      }
    }
  };

  const send = async (ready: Ready, lane: Lane) => {
    try {
      const result = await lane.send(ready);
      if (result.kind === 'paused') retire(ready.organizationId, lane);
      await checkpoint?.('before-settle', ready.id);
      await write({ taken: ready, result, lane });
      await checkpoint?.('settled', ready.id);
    } catch (error) {
      report(error);
    } finally {
      active.delete(ready.id);
      progress();
      if (!busy()) wake();
    }
  };

  const retire = (organizationId: number, lane: Lane) => {
    if (lanes.get(organizationId) === lane) lanes.delete(organizationId);
    const done = lane.close(timings.grace).finally(() => retired.delete(done));
    retired.add(done);
  };

  const laneOf = async (organizationId: number): Promise<Lane | undefined> => {
    const settings = await loadSettings(store.read, organizationId);
    const open = lanes.get(organizationId);
    if (open && settings && sameWay(open.settings, settings)) return open;
    if (open) retire(organizationId, open);
    if (!settings || settings.pause) return undefined;
    const lane = openLane(settings, { keys, timings, allowBody, checkpoint, report });
    lanes.set(organizationId, lane);
    return lane;
  };

  /** @returns whether something was taken */
  const fill = async (organizationId: number): Promise<boolean> => {
    const load = [...active.values()].filter((id) => id === organizationId).length;
    if (load > timings.take / 2) return false;
    const lane = await laneOf(organizationId);
    if (!lane) return false;
    const now = clock.now();
    const taken = await changes.write(['outbox', 'users'], now, (db) =>
      takeDue(db, organizationId, holder, now, timings.take),
    );
    for (const { id } of taken) active.set(id, organizationId);
    try {
      for (const { id } of taken) await checkpoint?.('leased', id);
      const ready = await changes.write(tags, now, (db) => fixLetters(db, taken, now));
      const ids = new Set(ready.map((r) => r.id));
      for (const { id } of taken) if (!ids.has(id)) active.delete(id);
      for (const { id } of ready) await checkpoint?.('fixed', id);
      for (const one of ready) void send(one, lane);
    } catch (error) {
      // they are still ours by name: given back with the next look for orphans
      for (const { id } of taken) active.delete(id);
      throw error;
    }
    return taken.length > 0;
  };

  const look = async () => {
    const now = clock.now();
    const due = await dueOrganizations(store.read, now);
    const orphans = await hasOrphans();
    if (due.length === 0 && !orphans && active.size === 0) return hold.drop();
    const hand = await hold.take();
    if (hand === 'elsewhere') return;
    if (hand === 'new' || orphans) {
      const n = await changes.write(orphans ? tags : [], now, (db) =>
        takeOver(db, holder, new Set(active.keys()), now),
      );
      if (n > 0) again = true;
    }
    for (const organizationId of due) if (!closed && (await fill(organizationId))) again = true;
  };

  const hasOrphans = async () => {
    const rows = await store.read
      .selectFrom('outbox')
      .select(['id', 'lease_holder'])
      .where('lease_holder', 'is not', null)
      .execute();
    return rows.some((r) => r.lease_holder !== holder || !active.has(r.id));
  };

  const wake = () => {
    if (closed) return;
    again = true;
    running ??= (async () => {
      try {
        while (again && !closed) {
          again = false;
          await look();
        }
      } catch (error) {
        report(error);
      } finally {
        running = undefined;
        progress();
      }
    })();
  };

  return {
    start() {
      if (timer || closed) return;
      unsubscribe = changes.onCommit((told) => {
        if ((told.has('outbox') && !busy()) || told.has('mail')) wake();
      });
      timer = setInterval(wake, timings.tick);
      timer.unref();
      wake();
    },
    wake,
    async idle() {
      for (;;) {
        if (closed) return;
        wake();
        await running;
        if (active.size === 0 && !again && !running) {
          if (!hold.held()) return;
          if ((await dueOrganizations(store.read, clock.now())).length === 0) return;
        }
        await new Promise<void>((resolve) => {
          listeners.push(resolve);
          setTimeout(resolve, timings.tick);
        });
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      unsubscribe?.();
      await running;
      for (const [organizationId, lane] of [...lanes]) retire(organizationId, lane);
      await Promise.all(retired);
      while (active.size > 0) await new Promise<void>((resolve) => listeners.push(resolve));
      await hold.drop().catch(report);
      progress();
    },
  };
}

interface Ended extends Settlement {
  readonly lane: Lane;
}
type Entry = { readonly kind: 'begin'; readonly id: number } | ({ readonly kind: 'end' } & Ended);
const isPause = ({ result }: Settlement) => result.kind === 'paused';
