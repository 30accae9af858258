// The workspace under attack: the core in its thread as the window's main process starts it, its portal on a free port of
// this computer. With --quick, the core runs as in `serve`, with hashing that costs nothing: races are then closer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Outcome } from '#contract/errors.ts';
import type { CoreWorkerData, FromCore, ToCore } from '../../src-main/core-port.ts';
import { freePort } from '../../src-main/free-port.ts';
import { openKey } from '../../src-main/kernel/key/workspace-key.ts';
import { workspaceKeys } from '../../src-main/kernel/keys.ts';
import { createPasswords } from '../../src-main/kernel/passwords.ts';
import { makeToken } from '../../src-main/kernel/tokens.ts';
import { openService } from '../../src-main/service.ts';
import { windowConnection } from '../../src-main/window-connection.ts';
import type { Asked, Told } from './protocol.ts';

type Call = (name: string, input: object) => Promise<unknown>;

const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-abuse-'));
const resources = path.resolve(import.meta.dirname, '../../resources');
const owner = { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' };

/** Like the main process: questions and answers over a port, the answer as JSON. */
function inThread(): { call: Call; close: () => Promise<unknown> } {
  const workerData: CoreWorkerData = { folder, demo: false, resources };
  const worker = new Worker(new URL('../../src-main/core-worker.ts', import.meta.url), { workerData });
  const tell = (message: ToCore) => worker.postMessage(message);
  tell({ kind: 'begin' });
  const waiting = new Map<number, (outcome: string) => void>();
  let last = 0;
  worker.on('message', (message: FromCore) => {
    if (message.kind === 'answer') waiting.get(message.id)?.(message.outcome);
  });
  return {
    async call(name, input) {
      const id = ++last;
      const answer = new Promise<string>((resolve) => waiting.set(id, resolve));
      tell({ kind: 'call', id, name, input });
      const outcome = JSON.parse(await answer) as Outcome;
      waiting.delete(id);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
      return outcome.value;
    },
    close: () => worker.terminate(),
  };
}

async function asService(): Promise<{ call: Call; close: () => Promise<unknown> }> {
  const passwords = createPasswords({ memoryCost: 8, timeCost: 1 });
  const service = await openService({ folder, resources, passwords });
  return { call: windowConnection(service.core), close: service.close };
}

const { call, close } = process.argv.includes('--quick') ? await asService() : inThread();
const tell = (told: Told) => process.send?.(told);

const { organizationId } = (await call('organizations.create', { name: 'Example Logistics', owner })) as {
  organizationId: number;
};
await call('session.signIn', { email: owner.email, password: owner.password });
const keys = workspaceKeys(await openKey({ folder, make: false }));
let people = 0;

/** Moves the portal to another port and waits until it is there, so that no attack hits one that is about to close. */
async function listen(trustedProxies: string[]): Promise<number> {
  const port = await freePort();
  const settings = { organizationId, address: '127.0.0.1', port, baseUrl: null, trustedProxies };
  await call('portal.save', settings);
  for (;;) {
    const there = await fetch(`http://127.0.0.1:${port}/sign-in`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (there) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function invite(count: number): Promise<Told> {
  const emails = Array.from({ length: count }, () => `person${++people}@example.org`);
  const entries = emails.map((email) => ({ email, roles: ['Member'] }));
  const { invited } = (await call('invitations.send', { organizationId, entries })) as {
    invited: { invitationId: number }[];
  };
  return { emails, tokens: invited.map(({ invitationId }) => makeToken(keys, { invitationId, generation: 1 })) };
}

let watching = false;
let calls: number[] = [];
let watched = Promise.resolve();
async function watch(): Promise<void> {
  const questions: [string, object][] = [
    ['session.state', {}],
    ['users.list', { organizationId, limit: 50 }],
    ['outbox.state', { organizationId }],
  ];
  for (let n = 0; watching; n++) {
    const [name, input] = questions[n % questions.length] ?? ['session.state', {}];
    const began = performance.now();
    await call(name, input);
    calls.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const answers: { readonly [K in Asked['kind']]: (asked: Extract<Asked, { kind: K }>) => Promise<Told> } = {
  invite: ({ count }) => invite(count),
  proxies: async ({ named }) => ({ port: await listen(named) }),
  async watch() {
    calls = [];
    watching = true;
    watched = watch();
    return {};
  },
  async stop() {
    watching = false;
    await watched;
    return { calls };
  },
};
process.on('message', (asked: Asked) => void answers[asked.kind](asked as never).then(tell));
// also if it ends in an unforeseen way
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('disconnect', async () => {
  watching = false;
  await close();
  process.exit(0);
});
tell({ port: await listen(['127.0.0.1']) });
