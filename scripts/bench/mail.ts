// How long invitations take to be sent, with every state stored durably: against a client that does nothing but send,
// without latency and with 40 ms per answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Core, openCore } from '../../src-main/core.ts';
import { composeLetter } from '../../src-main/mail/letter/compose.ts';
import { fixLetters, takeDue } from '../../src-main/mail/outbox/take.ts';
import { createOutbox } from '../../src-main/mail/worker.ts';
import { caller, person, range } from './parts/people.ts';
import { type Raw, sendPipelined } from './parts/pipeline.ts';
import { newReport } from './parts/report.ts';
import { inTurn, median, ratio } from './parts/samples.ts';
import { startSink } from './parts/sink.ts';

const messages = 500;
const far = 40;
const connections = 5;
const report = newReport('mail');

/** Runs work on a workspace whose invitations are waiting to be sent. */
async function withWaiting<T>(port: number, work: (core: Core, organizationId: number) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-bench-'));
  const core = await openCore({ folder });
  try {
    const { organizationId } = await core.dispatch(caller, 'organizations.create', {
      name: 'Example Logistics',
      owner: { name: 'Olive Owner', email: 'owner@example.com', password: 'a sentence to sign in with' },
    });
    const server = { host: '127.0.0.1', port, security: 'none', sender: 'invitations@example.com' } as const;
    await core.dispatch(caller, 'mail.save', { organizationId, ...server });
    const entries = range(0, messages).map(person);
    await core.dispatch(caller, 'invitations.send', { organizationId, entries, defaults: { roles: ['Member'] } });
    return await work(core, organizationId);
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const sendThrough = (port: number) =>
  withWaiting(port, async (core) => {
    const outbox = createOutbox({ ...core, timings: { connections } });
    const began = performance.now();
    outbox.start();
    await outbox.idle();
    const time = performance.now() - began;
    await outbox.close();
    const others = await core.store.read.selectFrom('outbox').select('id').where('state', '<>', 'sent').execute();
    if (others.length > 0) throw new Error(`${others.length} were not sent`);
    return time;
  });

/** The same messages as sent, composed beforehand. */
const composed = (port: number): Promise<Raw[]> =>
  withWaiting(port, async (core, organizationId) => {
    const now = core.clock.now();
    const ready = await core.changes.write([], now, async (db) =>
      fixLetters(db, await takeDue(db, organizationId, 'bench', now, messages), now),
    );
    if (ready.length !== messages) throw new Error(`${ready.length} letters were written`);
    return Promise.all(
      ready.map(async ({ letter }) => {
        const raw = await composeLetter(letter, 'http://x.test/i/1');
        return { from: letter.from.address, to: letter.to.address, raw };
      }),
    );
  });

for (const [name, delay] of [
  ['no distance', 0],
  [`${far} ms from answer to answer`, far],
] as const) {
  const sink = await startSink(delay);
  try {
    const raws = await composed(sink.port);
    const part = delay > 0 ? raws.slice(0, messages / connections) : raws;
    const samples = await inTurn(
      { Gatehouse: () => sendThrough(sink.port), 'a client on one connection': () => sendPipelined(sink.port, part) },
      5,
    );
    const { Gatehouse, 'a client on one connection': client } = samples;
    const perSecond = { what: 'mails', value: (messages * 1000) / median(Gatehouse), unit: '/s' } as const;
    report.add({
      name: `${messages} mails over ${connections} connections, ${name}`,
      samples,
      figures:
        delay > 0
          ? [
              {
                what: 'each connection against the protocol’s floor',
                value: ratio(Gatehouse, client),
                unit: '×',
                goal: 2.1,
                note: 'what each mail costs this computer comes on top of its round trips, and differs by a few hundredths from run to run',
              },
              perSecond,
            ]
          : [
              {
                what: 'against the client',
                value: ratio(Gatehouse, client),
                unit: '×',
                goal: 2,
                note: 'the client has its messages composed and keeps nothing; here each is composed, and each step is on the disk before the next',
              },
              perSecond,
            ],
    });
  } finally {
    await sink.close();
  }
}
report.keep();
