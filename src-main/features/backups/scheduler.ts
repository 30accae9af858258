import { missedAfter } from '#contract/vocabulary/backups.ts';
import type { Store } from '../../database/open.ts';
import type { BackupHouse } from '../../kernel/backups.ts';
import type { Keys } from '../../kernel/keys.ts';
import { reportOf } from '../../kernel/report.ts';
import { createScheduler, type Look, type Scheduler, type SchedulerOptions } from '../../kernel/scheduler.ts';
import { type BackupSettings, loadBackupSettings, noteFailure, placeOf } from './settings.ts';

export interface BackupDutyOptions extends SchedulerOptions {
  readonly store: Store;
  readonly keys: Keys;
  readonly backups: BackupHouse;
  /** How long one that is due at a start is put off, in milliseconds. */
  readonly afterStart?: number;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Whoever has just started Gatehouse signs in and looks around; copying a large workspace would slow them down. */
const usualAfterStart = 2 * 60_000;
/** A disk that is full or missing stays so for a while. */
const tryAgain = hour;

/**
 * Makes a backup a day. When the next one is due follows from the names of the existing ones: a computer that slept makes
 * one when it wakes, a restart makes none twice, and a jump of the clock makes at most one too many.
 */
export function createBackupDuty(options: BackupDutyOptions): Scheduler {
  const { store, keys, backups, changes, clock, afterStart = usualAfterStart } = options;
  const started = clock.now();
  /** A backup that is overdue does not wait: where Gatehouse is never open for long, there would be none. */
  const putOff = (last: number, now: number) =>
    last + missedAfter > now && now >= started && now < started + afterStart;

  const tend = async ({ now, write, busyElsewhere }: Look, settings: BackupSettings): Promise<number> => {
    const last = await lastDaily(backups, settings, now);
    if (last !== undefined && last + day > now) return last + day;
    if (last !== undefined && putOff(last, now)) return started + afterStart;
    if (!(await write(async () => true))) return busyElsewhere;
    await backups.make('daily', now, placeOf(settings, keys));
    await backups.prune(settings.folder);
    if (settings.failure) await changes.write(['backups'], now, (db) => noteFailure(db, null));
    return now + day;
  };

  return createScheduler(options, {
    lease: 'backups',
    wakesOn: ['backups', 'organizations'],
    async look(look) {
      const { now } = look;
      const settings = await loadBackupSettings(store.read);
      const some = await store.read.selectFrom('organization').select('id').executeTakeFirst();
      if (!settings.automatic || !some) return Infinity;
      const since = settings.failure ? now - settings.failure.at : Infinity;
      if (since >= 0 && since < tryAgain) return now - since + tryAgain;
      try {
        return await tend(look, settings);
      } catch (error) {
        const failure = { at: now, error: reportOf(error) };
        if (failure.error.code === 'internal') options.report?.(error);
        await changes.write(['backups'], now, (db) => noteFailure(db, failure));
        return now + tryAgain;
      }
    },
  });
}

/** One from the future was made with a wrong clock, and says nothing about today. */
async function lastDaily(backups: BackupHouse, { folder }: BackupSettings, now: number): Promise<number | undefined> {
  const rows = await backups.list(folder);
  return rows.find(({ kind, at }) => kind === 'daily' && at <= now)?.at;
}
