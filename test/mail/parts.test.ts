import { describe, expect, it } from 'vitest';
import { createBatch } from '../../src-main/mail/outbox/batch.ts';
import { backoff } from '../../src-main/mail/outbox/retry.ts';
import { cancelMail, queueMail } from '../../src-main/mail/queue.ts';
import { mailHouse } from '../support/mail.ts';
import { freshWorkspace } from '../support/workspace.ts';

const minute = 60_000;

describe('waiting between attempts', () => {
  it('doubles from one minute to four hours', () => {
    expect([1, 2, 3, 8, 9, 30, 1000].map((n) => backoff(n, 0.5) / minute)).toEqual([1, 2, 4, 128, 240, 240, 240]);
  });
  it('is spread so that what failed together does not come back together, and is never longer than four hours', () => {
    expect([backoff(3, 0), backoff(3, 1)].map((ms) => ms / minute)).toEqual([3.2, 4.8]);
    expect(backoff(20, 1)).toBe(240 * minute);
  });
});

describe('a batch', () => {
  it('flushes together what came together, and rejects all of it on a failure', async () => {
    const flushed: number[][] = [];
    const add = createBatch<number, number>(async (items) => {
      flushed.push([...items]);
      if (items.includes(13)) throw new Error('unlucky');
      return items.map((i) => i * 2);
    });
    expect(await Promise.all([add(1), add(2), add(3)])).toEqual([2, 4, 6]);
    expect(await Promise.allSettled([add(12), add(13)])).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    expect(await add(4)).toBe(8);
    expect(flushed).toEqual([[1, 2, 3], [12, 13], [4]]);
  });
});

describe('the queue', () => {
  it('takes hundreds of messages at once, and cancels all that wait for an invitation', async () => {
    const { core, clock, organizationId, ...rest } = await freshWorkspace();
    const house = mailHouse({ core, clock, organizationId, ...rest });
    const [ana] = await house.invite('ana@example.org');
    const row = {
      organizationId,
      membershipId: ana?.membershipId ?? 0,
      invitationId: ana?.invitationId ?? 0,
      kind: 'invitation-again' as const,
      toEmail: 'ana@example.org',
      toName: 'Ana',
    };
    await core.changes.write(['outbox'], clock.now(), async (db) => {
      await queueMail(db, Array(350).fill(row), clock.now());
      await queueMail(db, [], clock.now());
    });
    expect((await house.call('outbox.state', { organizationId })).counts.queued).toBe(351);
    await core.changes.write(['outbox'], clock.now(), async (db) => {
      await cancelMail(db, [row.invitationId], clock.now());
    });
    expect((await house.call('outbox.state', { organizationId })).counts).toMatchObject({ queued: 0, cancelled: 351 });
  });
});
