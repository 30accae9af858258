// Runs under plain Node: removes old entries of the audit, and may kill itself at the named point.
import { openCore } from '../../src-main/core.ts';
import { createAuditRetention } from '../../src-main/features/audit/retention/scheduler.ts';
import { killedIn, taskGiven } from './killed-in.ts';

const task = taskGiven();
const core = await openCore({ folder: task.folder, clock: { now: () => task.now } });
const changes = killedIn(core.changes, task, (tags) => tags.includes('audit'));
const duty = createAuditRetention({ ...core, changes });
await duty.look();
await duty.close();
await core.close();
