// Runs under plain Node: invites, sends, and is killed by itself at the named point.
import { openCore } from '../../src-main/core.ts';
import { handlers } from '../../src-main/features/index.ts';
import type { CommandHandler, Handlers } from '../../src-main/kernel/context.ts';
import { createOutbox } from '../../src-main/mail/worker.ts';
import { type ChildTask, caller, sendInput } from './task.ts';

const task = JSON.parse(process.argv[2] ?? '') as ChildTask;
let seen = 0;
const reach = (point: string) => {
  if (point === task.point && ++seen === task.occurrence) process.kill(process.pid, 'SIGKILL');
};

const send = handlers['invitations.send'] as CommandHandler<'invitations.send'>;
const watched: Handlers = {
  ...handlers,
  'invitations.send': (async (ctx, input) => {
    reach('send-begun');
    const answer = await send(ctx, input);
    reach('send-written');
    return answer;
  }) satisfies CommandHandler<'invitations.send'>,
};

const core = await openCore({ folder: task.folder, handlers: watched });
await core.dispatch(caller, 'invitations.send', sendInput(task));
reach('send-committed');
const outbox = createOutbox({ ...core, checkpoint: reach });
outbox.start();
await outbox.idle();
await outbox.close();
await core.close();
