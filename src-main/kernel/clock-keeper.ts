import { latestTime, markMilliseconds, nextEnd } from '../database/clock-mark.ts';
import type { Store } from '../database/open.ts';
import { createScheduler, type Scheduler, type SchedulerOptions } from './scheduler.ts';

export interface ClockKeeperOptions extends SchedulerOptions {
  readonly store: Store;
}

/**
 * Notes that links have ended while nobody writes anything: every transaction marks how late it is, and this one runs when
 * there is no other. So a clock that is set back reopens no link.
 */
export function createClockKeeper(options: ClockKeeperOptions): Scheduler {
  const { read } = options.store;
  return createScheduler(options, {
    lease: 'clock',
    wakesOn: ['invitations'],
    changes: [],
    async look({ now, write, busyElsewhere }) {
      const latest = await latestTime(read);
      const marked = now >= latest && now < latest + markMilliseconds;
      if (!marked && !(await write(async () => true))) return busyElsewhere;
      return nextEnd(read, now);
    },
  });
}
