// Runs under plain Node: removes what is old in the audit, and may be killed by itself at the named point.
import { openCore } from '../../src-main/core.ts';
import { createAuditRetention } from '../../src-main/features/audit/retention/scheduler.ts';
import type { DraftsTask } from './drafts-task.ts';

const task = JSON.parse(process.argv[2] ?? '') as DraftsTask;
let seen = 0;
const reach = (point: string) => {
  if (point === task.point && ++seen === task.occurrence) process.kill(process.pid, 'SIGKILL');
};

const core = await openCore({ folder: task.folder, clock: { now: () => task.now } });
const write: typeof core.changes.write = async (tags, now, work) => {
  if (!tags.includes('audit')) return core.changes.write(tags, now, work);
  const answer = await core.changes.write(tags, now, async (db) => {
    reach('begun');
    const result = await work(db);
    reach('written');
    return result;
  });
  reach('committed');
  return answer;
};
const duty = createAuditRetention({ ...core, changes: { ...core.changes, write } });
await duty.look();
await duty.close();
await core.close();
