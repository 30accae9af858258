import type { Changes } from '../../src-main/database/changes.ts';

/** What a child has to do, and where it dies; at no point when none is named. */
export interface KilledTask {
  readonly folder: string;
  /** What its clock says. */
  readonly now: number;
  /** Of a transaction. */
  readonly point?: 'begun' | 'written' | 'committed';
  /** In which transaction, from 1. */
  readonly occurrence?: number;
}

export const taskGiven = (): KilledTask => JSON.parse(process.argv[2] ?? '') as KilledTask;

/** The same changes; in one of their transactions the process kills itself. @param counts which are counted, by tags */
export function killedIn(
  changes: Changes,
  task: KilledTask,
  counts: (tags: Parameters<Changes['write']>[0]) => boolean = () => true,
): Changes {
  let seen = 0;
  const reach = (point: KilledTask['point']) => {
    if (point === task.point && ++seen === task.occurrence) process.kill(process.pid, 'SIGKILL');
  };
  return {
    ...changes,
    async write(tags, now, work) {
      if (!counts(tags)) return changes.write(tags, now, work);
      const answer = await changes.write(tags, now, async (db) => {
        reach('begun');
        const result = await work(db);
        reach('written');
        return result;
      });
      reach('committed');
      return answer;
    },
  };
}
