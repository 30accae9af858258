import type { Store } from '../../../database/open.ts';
import { createScheduler, type Look, type Scheduler, type SchedulerOptions } from '../../../kernel/scheduler.ts';
import { digestDue, queueDigest } from './digest.ts';
import { dueGuests, type NoticeHouse, nextDue, noticeHouses, stepsAt } from './due.ts';
import { tellSome } from './tell.ts';

export interface GuestNoticesOptions extends SchedulerOptions {
  readonly store: Store;
}

/** Queues the mails before and at the end of guests' access; of those missed during sleep only the latest goes out. */
export function createGuestNotices(options: GuestNoticesOptions): Scheduler {
  const { read } = options.store;
  return createScheduler(options, {
    lease: 'guest-notices',
    wakesOn: ['users', 'organizations'],
    async look(look) {
      let next = Infinity;
      for (const house of await noticeHouses(read)) next = Math.min(next, await tend(read, house, look));
      return next;
    },
  });
}

async function tend(read: Store['read'], house: NoticeHouse, look: Look): Promise<number> {
  const { now, write, writeAll, busyElsewhere } = look;
  for (const step of stepsAt(house, now)) {
    const some = await dueGuests(read, house, step, 1).executeTakeFirst();
    if (some && !(await writeAll((db) => tellSome(db, house, step, now)))) return busyElsewhere;
  }
  if ((await digestDue(read, house, now)) === now) {
    const told = await write((db) => queueDigest(db, house, now));
    if (told === undefined) return busyElsewhere;
  }
  const next = [await nextDue(read, house, now), await digestDue(read, house, now)];
  return Math.min(...next.map((at) => at ?? Infinity));
}
