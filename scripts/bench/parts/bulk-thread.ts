import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { openCore } from '../../../src-main/core.ts';
import { caller, newcomers } from './people.ts';

/** Opens the workspace in a thread of its own, as the window's process does, and invites when told to. */
const core = await openCore({ folder: workerData as string });
parentPort?.postMessage('open');
await once(parentPort as NonNullable<typeof parentPort>, 'message');
await core.dispatch(caller, 'invitations.send', newcomers());
parentPort?.postMessage('done');
await core.close();
parentPort?.close();
