import { existsSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import type { Messages } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { givenKey } from '../../kernel/key/given-key.ts';
import { openService, type Service } from '../../service.ts';
import type { Command } from './arguments.ts';
import { hasWorkspace } from './call.ts';
import { osUser } from './caller-for.ts';
import { watchCertificate } from './certificate-end.ts';
import { print, warnOfKey } from './print.ts';
import { findResources } from './resources.ts';
import { tellSystemd } from './systemd.ts';

type Serve = Extract<Command, { name: 'serve' }>;

/**
 * Sends mail and runs the portal until SIGINT or SIGTERM; after a second signal it does not wait for running work. SIGHUP
 * makes it read its certificate again.
 * @throws GatehouseError `no-workspace`, and what keeps the workspace or the portal from opening
 */
export async function serve(messages: Messages, command: Serve): Promise<void> {
  const { cli } = messages;
  const stopped = askedToStop();
  const folder = path.resolve(command.folder);
  if (!hasWorkspace(folder)) throw new GatehouseError('no-workspace', { folder });
  const { port, baseUrl, certificate, trustedProxies } = command;
  const portal = { port, baseUrl, certificate, trustedProxies };
  const service = await openService({
    folder,
    resources: findResources(),
    portal,
    osUser: osUser(),
    givenKey: givenKey(command.keyFile, process.env, existsSync),
  });
  warnOfKey(messages, service.core);
  const certificateEnd = watchCertificate(messages, service.core);
  try {
    const { url, listensOn, error } = service.portalState();
    if (error) throw new GatehouseError(error.code, error.data as never, error.issues);
    await print(`${cli.serve.workspace(folder)}\n`);
    if (Object.values(portal).some((given) => given !== undefined)) await print(`${cli.serve.stored}\n`);
    await print(`${url && listensOn ? cli.serve.portal(url, listensOn) : cli.serve.elsewhere}\n`);
    certificateEnd.start();
    // on a terminal it means that the terminal has gone
    if (process.platform !== 'win32' && !process.stdin.isTTY)
      process.on('SIGHUP', () => void lookAgain(messages, service));
    await tellSystemd('ready');
    await stopped;
    await tellSystemd('stopping');
  } finally {
    await certificateEnd.close();
    await service.close();
  }
  await print(`${cli.serve.stopped}\n`);
}

/** The signal by which services are told that their files have changed. */
async function lookAgain(messages: Messages, { lookAtPortal, portalState }: Service): Promise<void> {
  await lookAtPortal();
  const { error } = portalState();
  if (error) console.error(`gatehouse: ${wordError(messages, error)}`);
}

/** Called before anything opens, so that a signal during the start also ends it cleanly. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
  });
}
