import type { Store } from '../../database/open.ts';
import type { WritableDb } from '../../database/schema.ts';
import { createScheduler, type Look, type Scheduler, type SchedulerOptions } from '../../kernel/scheduler.ts';
import { queueMail } from '../../mail/queue.ts';
import { dueReminders, nextReminder, type RemindingHouse, remindingHouses } from './due.ts';

export interface RemindersOptions extends SchedulerOptions {
  readonly store: Store;
}

/** How many people one transaction reminds. */
const sliceOf = 100;

/** Reminds invitees before their link ends, once per generation; accepting, revoking and reinviting cancel waiting reminders. */
export function createReminders(options: RemindersOptions): Scheduler {
  const { read } = options.store;
  return createScheduler(options, {
    lease: 'reminders',
    wakesOn: ['invitations', 'outbox', 'organizations'],
    async look(look) {
      let next = Infinity;
      for (const house of await remindingHouses(read)) next = Math.min(next, await tend(read, house, look));
      return next;
    },
  });
}

async function tend(read: Store['read'], house: RemindingHouse, look: Look): Promise<number> {
  const { now, writeAll, busyElsewhere } = look;
  const some = await dueReminders(read, house, now, 1).executeTakeFirst();
  if (some && !(await writeAll((db) => remindSome(db, house, now)))) return busyElsewhere;
  return (await nextReminder(read, house, now)) ?? Infinity;
}

/** Queued and recorded together, or not at all. @returns whether there may be more */
async function remindSome(db: WritableDb, house: RemindingHouse, now: number): Promise<boolean> {
  const due = await dueReminders(db, house, now, sliceOf).execute();
  if (due.length === 0) return false;
  await db
    .updateTable('invitation')
    .set({ reminded_at: now })
    .where(
      'id',
      'in',
      due.map((one) => one.id),
    )
    .execute();
  await queueMail(
    db,
    due.map(({ id, membershipId, name, email }) => ({
      organizationId: house.organizationId,
      membershipId,
      invitationId: id,
      kind: 'reminder',
      toEmail: email,
      toName: name,
    })),
    now,
  );
  return due.length === sliceOf;
}
