// Runs under plain Node: sends what is due among the drafts, and may be killed by itself at the named point.
import { openCore } from '../../src-main/core.ts';
import { createDraftSender } from '../../src-main/features/drafts/scheduler.ts';
import type { DraftsTask } from './drafts-task.ts';

const task = JSON.parse(process.argv[2] ?? '') as DraftsTask;
let seen = 0;
const reach = (point: string) => {
  if (point === task.point && ++seen === task.occurrence) process.kill(process.pid, 'SIGKILL');
};

const core = await openCore({ folder: task.folder, clock: { now: () => task.now } });
const sender = createDraftSender({
  ...core,
  changes: {
    ...core.changes,
    write: async (tags, now, work) => {
      const answer = await core.changes.write(tags, now, async (db) => {
        reach('begun');
        const result = await work(db);
        reach('written');
        return result;
      });
      reach('committed');
      return answer;
    },
  },
});
await sender.look();
await sender.close();
await core.close();
