import { randomUUID } from 'node:crypto';
import type { Changes } from '../database/changes.ts';
import { failpoint } from '../database/failpoint.ts';
import type { Store } from '../database/open.ts';
import type { AccessTokens } from '../kernel/access-tokens.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Keys } from '../kernel/keys.ts';
import { type Network, untoldNetwork } from '../kernel/network.ts';
import { createLogoShelf } from './look/shelf.ts';
import { createHold } from './outbox/hold.ts';
import { createJournal, outboxTags } from './outbox/journal.ts';
import type { Lane } from './outbox/lane.ts';
import { createLanes } from './outbox/lanes.ts';
import { tryAgainNow } from './outbox/offline.ts';
import { seldom } from './outbox/seldom.ts';
import { takeOver } from './outbox/settle.ts';
import { dueOrganizations, fixLetters, type Ready, takeDue } from './outbox/take.ts';
import { type OutboxTimings, usualTimings } from './outbox/timings.ts';

export type { OutboxTimings } from './outbox/timings.ts';

export interface OutboxOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly keys: Keys;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  /** What the system says about the network; when left out, nothing. */
  readonly network?: Network;
  /** Records defects, on standard error when left out; nothing that it gets holds a link. */
  readonly report?: (error: unknown) => void;
  /** Names this worker among the processes of the workspace; random when left out. */
  readonly holder?: string;
  readonly timings?: Partial<OutboxTimings>;
}

/** Sends what is due, in one process per workspace at a time. */
export interface Outbox {
  readonly start: () => void;
  /** Looks for due mail now instead of at the next tick. */
  readonly wake: () => void;
  /** Resolves when nothing is under way and nothing is due that this process may send. */
  readonly idle: () => Promise<void>;
  /** Finishes or gives back what is under way, and gives back the lease. */
  readonly close: () => Promise<void>;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, changes, keys, tokens, clock } = options;
  const timings = { ...usualTimings, ...options.timings };
  const report = options.report ?? seldom((error) => console.error('gatehouse: outbox:', error));
  const holder = options.holder ?? randomUUID();
  const network = options.network ?? untoldNetwork;
  const hold = createHold(options, holder, timings.lease);
  const active = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  const unsubscribe: (() => void)[] = [];
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let listeners: (() => void)[] = [];

  /** Enough is under way: looking for more can wait until half of it is done, or for the next tick. */
  const busy = () => active.size > timings.take / 2;

  const progress = () => {
    const told = listeners;
    listeners = [];
    for (const listener of told) listener();
  };

  const { random, offline } = timings;
  const journal = createJournal({ changes, clock, holder, random, offline, report, closed: () => closed });
  const allowBody = journal.begin;
  const logos = createLogoShelf(store.read);
  const services = { keys, tokens, clock, network, timings, logos };
  const lanes = createLanes(store.read, { ...services, allowBody, report });

  const send = async (ready: Ready, lane: Lane) => {
    try {
      const { result, lines } = await lane.send(ready);
      if (result.kind === 'paused') lanes.retire(ready.organizationId, lane);
      failpoint('outbox.answered');
      await journal.end({ taken: ready, result, lines, lane });
      failpoint('outbox.settled');
    } catch (error) {
      report(error);
    } finally {
      active.delete(ready.id);
      progress();
      if (!busy()) wake();
    }
  };

  /** @returns whether something was taken */
  const fill = async (organizationId: number): Promise<boolean> => {
    const load = [...active.values()].filter((id) => id === organizationId).length;
    if (load > timings.take / 2) return false;
    const lane = await lanes.of(organizationId);
    if (!lane) return false;
    const now = clock.now();
    const taken = await changes.write(['outbox', 'users'], now, (db) =>
      takeDue(db, organizationId, holder, now, timings.take),
    );
    for (const { id } of taken) active.set(id, organizationId);
    try {
      failpoint('outbox.leased');
      const ready = await changes.write(outboxTags, now, (db) => fixLetters(db, taken, now));
      const ids = new Set(ready.map((r) => r.id));
      for (const { id } of taken) if (!ids.has(id)) active.delete(id);
      failpoint('outbox.letters-fixed');
      for (const one of ready) void send(one, lane);
    } catch (error) {
      // they still carry our name: the next look for orphans gives them back
      for (const { id } of taken) active.delete(id);
      throw error;
    }
    return taken.length > 0;
  };

  const look = async () => {
    const now = clock.now();
    await lanes.halt();
    const due = await dueOrganizations(store.read, now);
    const orphans = await hasOrphans();
    if (due.length === 0 && !orphans && active.size === 0) return hold.drop();
    const hand = await hold.take();
    if (hand === 'elsewhere') return;
    if (hand === 'new' || orphans) {
      const n = await changes.write(orphans ? outboxTags : [], now, (db) =>
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
      unsubscribe.push(
        changes.onCommit((told) => {
          if ((told.has('outbox') && !busy()) || told.has('mail')) wake();
        }),
        // the commit wakes the worker
        network.onBack(() => {
          const now = clock.now();
          void changes.write(outboxTags, now, (db) => tryAgainNow(db, now)).catch(report);
        }),
      );
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
      for (const stop of unsubscribe) stop();
      await running;
      await lanes.close();
      while (active.size > 0) await new Promise<void>((resolve) => listeners.push(resolve));
      await hold.drop().catch(report);
      progress();
    },
  };
}
