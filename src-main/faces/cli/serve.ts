import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import type { Messages } from '#contract/messages/index.ts';
import { openService } from '../../service.ts';
import type { Command } from './arguments.ts';
import { hasWorkspace, osUser } from './call.ts';
import { print } from './print.ts';
import { findResources } from './resources.ts';

type Serve = Extract<Command, { name: 'serve' }>;

/**
 * Sends mail and runs the portal until SIGINT or SIGTERM; a second signal does not wait for what is under way.
 * @throws GatehouseError `no-workspace`, and what keeps the workspace or the portal from opening
 */
export async function serve({ cli }: Messages, command: Serve): Promise<void> {
  const stopped = askedToStop();
  const folder = path.resolve(command.folder);
  if (!hasWorkspace(folder)) throw new GatehouseError('no-workspace', { folder });
  const { port, baseUrl } = command;
  const service = await openService({
    folder,
    resources: findResources(),
    portal: { port, baseUrl },
    osUser: osUser(),
  });
  try {
    const { url, listensOn, error } = service.portalState();
    if (error) throw new GatehouseError(error.code, error.data as never, error.issues);
    await print(`${cli.serve.workspace(folder)}\n`);
    if (port !== undefined || baseUrl !== undefined) await print(`${cli.serve.stored}\n`);
    await print(`${url && listensOn ? cli.serve.portal(url, listensOn) : cli.serve.elsewhere}\n`);
    await stopped;
  } finally {
    await service.close();
  }
  await print(`${cli.serve.stopped}\n`);
}

/** Asked for before anything opens, so that a signal during the start ends it cleanly as well. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
  });
}
