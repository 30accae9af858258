// How many invitations a second leave, against the same client sending messages that were composed beforehand.
// The sink runs in a thread of its own, so that it does not share the loop that is measured.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { type Core, openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { composeLetter } from '../../src-main/mail/letter/compose.ts';
import { readLetter } from '../../src-main/mail/letter/letter.ts';
import { createPool } from '../../src-main/mail/smtp/pool.ts';
import { patient } from '../../src-main/mail/smtp/server.ts';
import { createOutbox } from '../../src-main/mail/worker.ts';

const messages = 500;
const connections = 5;
const rounds = 3;

if (isMainThread) await main();
else sink();

async function main() {
  const worker = new Worker(new URL(import.meta.url));
  const [port] = (await once(worker, 'message')) as [number];
  const best = { outbox: 0, raw: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const { outbox, raw } = await measure(port);
    best.outbox = Math.max(best.outbox, outbox);
    best.raw = Math.max(best.raw, raw);
  }
  await worker.terminate();
  const say = (name: string, value: string) => console.log(`${name.padEnd(34)} ${value}`);
  say(`outbox, ${messages} mails, pool ${connections}`, `${Math.round(best.outbox)} mails/s`);
  say('same client, composed beforehand', `${Math.round(best.raw)} mails/s`);
  say('time against that', `${(best.raw / best.outbox).toFixed(2)} ×`);
}

async function measure(port: number): Promise<{ outbox: number; raw: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-'));
  const core = await openCore({ folder });
  try {
    await fill(core, port);
    const outbox = createOutbox({ ...core, timings: { connections } });
    const started = performance.now();
    outbox.start();
    await outbox.idle();
    const seconds = (performance.now() - started) / 1000;
    await outbox.close();
    const rows = await core.store.read.selectFrom('outbox').select(['fixed', 'state']).execute();
    if (rows.some((r) => r.state !== 'sent')) throw new Error('not everything was sent');
    const raws = await Promise.all(
      rows.map(async ({ fixed }) => {
        const letter = readLetter(fixed ?? '');
        return {
          from: letter.from.address,
          to: letter.to.address,
          raw: await composeLetter(letter, 'http://x.test/i/1'),
        };
      }),
    );
    return { outbox: messages / seconds, raw: messages / (await sendRaw(port, raws)) };
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sendRaw(port: number, raws: readonly { from: string; to: string; raw: Buffer }[]): Promise<number> {
  const server = {
    host: '127.0.0.1',
    port,
    security: 'none',
    login: '',
    password: '',
    acceptAnyCertificate: false,
  } as const;
  const pool = createPool(server, { timeouts: patient, size: connections, idleMilliseconds: 1000 });
  const started = performance.now();
  await Promise.all(raws.map((message) => pool.send(message)));
  const seconds = (performance.now() - started) / 1000;
  await pool.close(1000);
  return seconds;
}

async function fill(core: Core, port: number): Promise<void> {
  const nobody: Caller = { face: 'cli', credentials: { kind: 'anonymous' } };
  const owner: Caller = { face: 'cli', credentials: { kind: 'operator', email: 'owner@example.com' } };
  const { organizationId } = await core.dispatch(nobody, 'organizations.create', {
    name: 'Example Logistics',
    timeZone: 'Europe/Amsterdam',
    linkLifeHours: 72,
    owner: { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' },
  });
  await core.dispatch(owner, 'mail.save', {
    organizationId,
    host: '127.0.0.1',
    port,
    security: 'none',
    sender: 'invitations@example.com',
  });
  await core.dispatch(owner, 'invitations.send', {
    organizationId,
    entries: Array.from({ length: messages }, (_, i) => ({ email: `person${i}@example.org`, name: `Person ${i}` })),
    defaults: { roles: ['Member'] },
  });
}

/** Answers as quickly as it can and keeps nothing. */
function sink(): void {
  const server = createServer((socket) => {
    let waiting = '';
    let inBody = false;
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      waiting += chunk.toString('latin1');
      let replies = '';
      for (;;) {
        const end = waiting.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
        if (end < 0) break;
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + (inBody ? 5 : 2));
        if (inBody) inBody = false;
        else if (line.startsWith('EHLO')) replies += '250-sink\r\n250-PIPELINING\r\n';
        else if (line === 'DATA') inBody = true;
        replies += inBody ? '354 go\r\n' : '250 ok\r\n';
      }
      if (replies) socket.write(replies);
    });
  }).listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
}
