import type { Store } from '../../../database/open.ts';
import type { Keys } from '../../../kernel/keys.ts';
import { createScheduler, type Scheduler, type SchedulerOptions } from '../../../kernel/scheduler.ts';
import { chainsToTend, removeOld } from './remove.ts';
import { keepObserved, observedNow } from './trusted-clock.ts';

export interface AuditRetentionOptions extends SchedulerOptions {
  readonly store: Store;
  readonly keys: Keys;
}

const hour = 3_600_000;

/** Removes audit entries whose time is over, some hundreds in each transaction, by the trusted clock. */
export function createAuditRetention(options: AuditRetentionOptions): Scheduler {
  const { keys, changes } = options;
  const { read } = options.store;
  return createScheduler(options, {
    lease: 'audit-retention',
    wakesOn: ['organizations'],
    changes: ['audit'],
    async look({ now, writeAll, busyElsewhere }) {
      const { is, news } = await observedNow(read, now);
      if (news) await changes.write([], now, (db) => keepObserved(db, is));
      const trustedAt = is.trusted_at;
      for (const chain of await chainsToTend(read, trustedAt)) {
        const through = await writeAll((db) => removeOld(db, keys, { chain, trustedAt, now }));
        if (!through) return busyElsewhere;
      }
      return now + hour;
    },
  });
}
