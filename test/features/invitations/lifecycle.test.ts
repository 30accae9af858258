import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src-main/kernel/tokens.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour, type Workspace } from '../../support/workspace.ts';

async function invited(options: { email?: string; roles?: string[]; linkLifeHours?: number } = {}) {
  const { email = 'ana@example.org', roles = ['Member'], linkLifeHours } = options;
  const w = await freshWorkspace();
  const { organizationId } = w;
  const answer = await w.call('invitations.send', {
    organizationId,
    entries: [{ email, roles }],
    ...(linkLifeHours ? { linkLifeHours } : {}),
  });
  return { w, target: { organizationId, membershipId: answer.invited[0]?.membershipId ?? 0 } };
}
const here = ({ organizationId }: { organizationId: number }) => ({ organizationId });
const row = async (w: Workspace, email = 'ana@example.org') =>
  (await w.call('users.list', { organizationId: w.organizationId, search: email })).rows[0];
const states = async (w: Workspace) =>
  (await w.core.store.read.selectFrom('outbox').select(['kind', 'state']).orderBy('id').execute()).map(
    (m) => `${m.kind} ${m.state}`,
  );

describe('a link', () => {
  it('does not begin its life while the mail waits, but when it is first copied', async () => {
    const { w, target } = await invited({ linkLifeHours: 24 });
    w.clock.advance(30 * 24 * hour);
    expect(await row(w)).toMatchObject({ status: 'pending', validUntil: null });
    const first = await w.call('invitations.copyLink', target);
    expect(first.validUntil).toBe(w.clock.time + 24 * hour);
    w.clock.advance(hour);
    expect(await w.call('invitations.copyLink', target)).toEqual(first);
  });

  it('expires by the clock alone, and the list says when to look again', async () => {
    const { w, target } = await invited({ linkLifeHours: 24 });
    const { validUntil } = await w.call('invitations.copyLink', target);
    const list = await w.call('users.list', { organizationId: target.organizationId });
    expect(list.nextChangeAt).toBe(validUntil);
    expect(await w.call('users.counts', here(target))).toMatchObject({
      pending: 1,
      expired: 0,
      nextChangeAt: validUntil,
    });
    w.clock.advance(24 * hour);
    expect(await row(w)).toMatchObject({ status: 'expired' });
    expect(await w.call('users.counts', here(target))).toMatchObject({ pending: 0, expired: 1, nextChangeAt: null });
    const { organizationId } = target;
    for (const only of [{ statuses: ['expired' as const] }, {}])
      expect((await w.call('users.list', { organizationId, ...only })).rows.map((r) => r.email)).toContain(
        'ana@example.org',
      );
    expect((await w.call('users.list', { organizationId, statuses: ['pending'] })).rows).toEqual([]);
  });

  it('is copied only by those who may, and each copy is audited without it', async () => {
    const { w, target } = await invited();
    await addOperator(w, 'manager@example.org', 'User manager');
    await expect(w.callAs(asOperator('manager@example.org'), 'invitations.copyLink', target)).rejects.toMatchObject({
      code: 'not-permitted',
      data: { permission: 'links:copy' },
    });
    const { link } = await w.call('invitations.copyLink', target);
    const { rows } = await w.call('audit.list', here(target));
    expect(rows[0]).toMatchObject({ operation: 'invitations.copyLink', target: 'ana@example.org', outcome: 'done' });
    expect(JSON.stringify(rows)).not.toContain(link.slice(-43));
  });

  it('begins with the configured base URL', async () => {
    const { w, target } = await invited();
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('portal_settings').set({ base_url: 'https://join.example.com/gate/' }).execute(),
    );
    const { link } = await w.call('invitations.copyLink', target);
    expect(link).toMatch(/^https:\/\/join\.example\.com\/gate\/i\/\d+\.1\.[\w-]{43}$/);
  });
});

describe('a token', () => {
  it('is refused when any of its characters is altered', async () => {
    const { w, target } = await invited();
    const { link } = await w.call('invitations.copyLink', target);
    const token = link.slice(link.lastIndexOf('/') + 1);
    expect(readToken(w.core.keys, token)).toBeDefined();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    for (let i = 0; i < token.length; i++)
      for (const letter of alphabet)
        if (letter !== token[i])
          expect(readToken(w.core.keys, token.slice(0, i) + letter + token.slice(i + 1))).toBeUndefined();
    for (const odd of ['', `${token} `, `0${token}`, token.slice(1), `${token}A`, token.replace('.', '%2e')])
      expect(readToken(w.core.keys, odd)).toBeUndefined();
  });
});

describe('reinviting', () => {
  it('makes a fresh link with a fresh clock, kills the older ones, and keeps the roles', async () => {
    const { w, target } = await invited({ roles: ['Admin', 'Auditor'] });
    const old = await w.call('invitations.copyLink', target);
    w.clock.advance(80 * hour);
    await expect(w.call('invitations.copyLink', target)).rejects.toMatchObject({ code: 'link-expired' });
    await w.call('invitations.reinvite', target);
    expect(await row(w)).toMatchObject({
      status: 'pending',
      validUntil: null,
      roles: [{ name: 'Admin' }, { name: 'Auditor' }],
    });
    expect((await w.call('invitations.copyLink', target)).link).not.toBe(old.link);
    expect(await states(w)).toEqual(['invitation cancelled', 'reinvitation queued']);
    const history = await w.core.store.read.selectFrom('invitation').select(['generation', 'state']).execute();
    expect(history).toEqual([
      { generation: 1, state: 'replaced' },
      { generation: 2, state: 'pending' },
    ]);
  });

  it('needs a right of its own, and gives no role that the operator could not give', async () => {
    const { w, target } = await invited({ roles: ['Owner'] });
    await addOperator(w, 'manager@example.org', 'User manager');
    await expect(w.callAs(asOperator('manager@example.org'), 'invitations.reinvite', target)).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await addOperator(w, 'admin@example.org', 'Admin');
    await expect(w.callAs(asOperator('admin@example.org'), 'invitations.reinvite', target)).rejects.toMatchObject({
      code: 'role-not-grantable',
      data: { role: 'Owner' },
    });
  });

  it('of everybody expired runs as a job that counts them', async () => {
    const { w, target } = await invited();
    const { organizationId } = target;
    const list = Array.from({ length: 230 }, (_, i) => ({ email: `p${i}@example.org` }));
    await w.call('invitations.send', { organizationId, entries: list, defaults: { roles: ['Member'] } });
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('invitation').set({ expires_at: w.clock.time }).execute(),
    );
    const { jobId } = await w.call('invitations.reinviteMany', {
      organizationId,
      choice: { kind: 'matching', filter: { statuses: ['expired'] } },
    });
    await w.core.jobs.idle();
    expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({
      state: 'finished',
      total: 231,
      done: 231,
      failed: 0,
    });
    expect(await w.call('users.counts', here(target))).toMatchObject({ pending: 231, expired: 0 });
  });
});

describe('sending again', () => {
  it('mails the same link without touching its clock, and adds no mail to one that waits anyway', async () => {
    const { w, target } = await invited();
    await w.call('invitations.sendAgain', target);
    expect(await states(w)).toEqual(['invitation queued']);
    const before = await w.call('invitations.copyLink', target);
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('outbox').set({ state: 'sent' }).execute(),
    );
    w.clock.advance(hour);
    await w.call('invitations.sendAgain', target);
    expect(await states(w)).toEqual(['invitation sent', 'invitation-again queued']);
    expect(await w.call('invitations.copyLink', target)).toEqual(before);
  });

  it.each(['uncertain', 'sending'] as const)('adds no second mail to one that is %s', async (state) => {
    const { w, target } = await invited();
    await w.core.changes.write([], w.core.clock.now(), (db) => db.updateTable('outbox').set({ state }).execute());
    await w.call('invitations.sendAgain', target);
    expect(await states(w)).toEqual([`invitation ${state}`]);
  });
});

describe('revoking', () => {
  it('ends the link and the waiting mail for good', async () => {
    const { w, target } = await invited();
    await w.call('invitations.revoke', target);
    expect(await states(w)).toEqual(['invitation cancelled']);
    for (const name of ['revoke', 'reinvite', 'copyLink', 'sendAgain'] as const)
      await expect(w.call(`invitations.${name}`, target)).rejects.toMatchObject({ code: 'not-pending' });
    expect(await row(w)).toBeUndefined();
  });

  it('happens once when it is done twice at the same time', async () => {
    const { w, target } = await invited();
    const results = await Promise.allSettled([1, 2].map(() => w.call('invitations.revoke', target)));
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
