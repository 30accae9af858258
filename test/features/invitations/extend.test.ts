import { describe, expect, it } from 'vitest';
import { accept, invite, member } from '../../support/invitees.ts';
import { auditOf, ended, told } from '../../support/members.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour } from '../../support/workspace.ts';

describe('extending a link', () => {
  it('gives a link that is out its whole life again, and leaves link and mail as they were', async () => {
    const w = await freshWorkspace(); // links live for 72 hours
    const ana = await invite(w, 'ana@example.org');
    const { link, validUntil } = await w.call('invitations.copyLink', member(w, ana.membershipId));
    const mails = await w.call('outbox.list', { organizationId: w.organizationId });
    w.clock.advance(70 * hour);
    const extended = await w.call('invitations.extend', member(w, ana.membershipId));
    expect(extended).toEqual({ validUntil: w.clock.time + 72 * hour });
    expect(await w.call('invitations.copyLink', member(w, ana.membershipId))).toEqual({ link, ...extended });
    expect(await w.call('outbox.list', { organizationId: w.organizationId })).toEqual(mails);
    expect(await auditOf(w, 'invitations.extend', 'ana@example.org')).toMatchObject([
      { detail: { before: validUntil, validUntil: extended.validUntil } },
    ]);
    w.clock.advance(71 * hour);
    await accept(w, ana.token);
  });

  it('is refused with the reason: expired, not out yet, accepted, or with roles beyond the operator’s own', async () => {
    const w = await freshWorkspace();
    const extend = (membershipId: number, by = 'owner@example.com') =>
      w.callAs(asOperator(by), 'invitations.extend', member(w, membershipId));
    const ana = await invite(w, 'ana@example.org');
    await expect(extend(ana.membershipId)).rejects.toMatchObject({ code: 'link-not-out' });
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    await addOperator(w, 'manager@example.org', 'Admin');
    const boss = await invite(w, 'boss@example.org', { roles: ['Owner'] });
    await w.call('invitations.copyLink', member(w, boss.membershipId));
    await expect(extend(boss.membershipId, 'manager@example.org')).rejects.toMatchObject({
      code: 'role-not-grantable',
    });
    await accept(w, boss.token);
    await expect(extend(boss.membershipId)).rejects.toMatchObject({ code: 'not-pending' });
    w.clock.advance(72 * hour);
    await expect(extend(ana.membershipId)).rejects.toMatchObject({ code: 'link-expired' });
  });

  it('can be done for many, with the reason for each that failed', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const out = await invite(w, 'out@example.org');
    await w.call('invitations.copyLink', member(w, out.membershipId));
    await invite(w, 'waiting@example.org');
    const choice = { kind: 'matching' as const, filter: { statuses: ['pending' as const] } };
    const { job, rows } = await ended(w, await w.call('invitations.extendMany', { organizationId, choice }));
    expect(job).toMatchObject({ state: 'finished', done: 1, failed: 1 });
    expect(rows.map(told).sort()).toEqual(['out@example.org done', 'waiting@example.org link-not-out']);
  });
});
