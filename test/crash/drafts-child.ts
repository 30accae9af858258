// Runs under plain Node: sends the drafts that are due, and may kill itself at the named point.
import { openCore } from '../../src-main/core.ts';
import { createDraftSender } from '../../src-main/features/drafts/scheduler.ts';
import { killedIn, taskGiven } from './killed-in.ts';

const task = taskGiven();
const core = await openCore({ folder: task.folder, clock: { now: () => task.now } });
const sender = createDraftSender({ ...core, changes: killedIn(core.changes, task) });
await sender.look();
await sender.close();
await core.close();
