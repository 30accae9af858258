import { existsSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import type { Messages } from '#contract/messages/index.ts';
import { type Core, openCore } from '../../core.ts';
import type { Caller, Credentials } from '../../kernel/context.ts';
import { givenKey } from '../../kernel/key/given-key.ts';
import type { Command } from './arguments.ts';
import { hasWorkspace } from './call.ts';
import { osUser } from './caller-for.ts';
import { warnOfKey } from './print.ts';

export const callerWith = (credentials: Credentials): Caller => ({ face: 'cli', credentials, osUser: osUser() });

type Where = Pick<Extract<Command, { name: 'sign-out' }>, 'folder' | 'keyFile'>;

/** Opens a workspace for work that needs no operator yet, and closes it again. @throws GatehouseError `no-workspace` */
export async function withCore<T>(
  messages: Messages,
  where: Where,
  work: (core: Core, folder: string) => Promise<T>,
): Promise<T> {
  const folder = path.resolve(where.folder);
  if (!hasWorkspace(folder)) throw new GatehouseError('no-workspace', { folder });
  const core = await openCore({ folder, givenKey: givenKey(where.keyFile, process.env, existsSync) });
  warnOfKey(messages, core);
  return work(core, folder).finally(core.close);
}
