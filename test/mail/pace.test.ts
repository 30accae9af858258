import { describe, expect, it } from 'vitest';
import { mailHouse, settingsFor } from '../support/mail.ts';
import { startScripted } from '../support/smtp-scripted.ts';
import { freshWorkspace } from '../support/workspace.ts';

const second = 1000;
const people = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@example.org`);

async function paced(perMinute: number | null, script: Parameters<typeof startScripted>[0] = {}) {
  const server = await startScripted(script);
  const house = mailHouse(await freshWorkspace());
  await house.save(settingsFor(server.port, { perMinute }));
  return { server, ...house };
}

describe('messages per minute', () => {
  it('never exceed their limit in any minute, whatever restarts come between', async () => {
    const { server, invite, startOutbox, clock } = await paced(7);
    await invite(...people(30));
    const tries: number[] = [];
    let seen = 0;
    for (let i = 0; i < 32; i += 1) {
      // each look is a process of its own
      const outbox = startOutbox();
      await outbox.idle();
      await outbox.close();
      for (; seen < server.accepted.length; seen += 1) tries.push(clock.now());
      clock.advance(10 * second);
    }
    expect(tries).toHaveLength(30);
    const inMinuteUpTo = (at: number) => tries.filter((t) => t > at - 60 * second && t <= at).length;
    expect(Math.max(...tries.map(inMinuteUpTo))).toBe(7);
    // and no minute is wasted while something waits
    const [begin = 0] = tries;
    expect(tries.map((t) => (t - begin) / second)).toEqual(people(30).map((_, i) => Math.floor(i / 7) * 60));
  });

  it('include what the server refuses', async () => {
    const { server, invite, startOutbox, clock, rows } = await paced(3, { RCPT: '550 5.1.1 Nobody' });
    await invite(...people(8));
    const outbox = startOutbox();
    await outbox.idle();
    const refused = () => server.verbs.filter((v) => v === 'RCPT').length;
    expect(refused()).toBe(3);
    clock.advance(59 * second);
    await outbox.idle();
    expect(refused()).toBe(3);
    clock.advance(second);
    await outbox.idle();
    expect(refused()).toBe(6);
    expect((await rows()).filter((r) => r.state === 'queued')).toHaveLength(2);
  });

  it('are unlimited only once the limit is removed: settings saved without one keep it', async () => {
    const { server, invite, startOutbox, call, save, organizationId } = await paced(2);
    await save(settingsFor(server.port, { senderName: 'Gate' }));
    expect((await call('mail.settings', { organizationId })).settings?.perMinute).toBe(2);
    await save(settingsFor(server.port, { perMinute: null }));
    await invite(...people(12));
    await startOutbox().idle();
    expect(server.accepted).toHaveLength(12);
  });
});
