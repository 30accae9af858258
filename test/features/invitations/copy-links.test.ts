import { describe, expect, it } from 'vitest';
import { accept, invite, member } from '../../support/invitees.ts';
import { auditOf } from '../../support/members.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour } from '../../support/workspace.ts';

describe('copying many links', () => {
  it('returns each address with the very link of its mail, and starts the clocks that have not started', async () => {
    const w = await freshWorkspace(); // links live for 72 hours
    const { organizationId } = w;
    const ana = await invite(w, 'ana@example.org');
    const before = await w.call('invitations.copyLink', member(w, ana.membershipId));
    const bela = await invite(w, 'bela@example.org');
    w.clock.advance(hour);
    const choice = { kind: 'chosen' as const, membershipIds: [bela.membershipId, ana.membershipId] };
    const { links, refused } = await w.call('invitations.copyLinks', { organizationId, choice });
    expect(refused).toEqual([]);
    expect(links).toEqual([
      { membershipId: ana.membershipId, email: 'ana@example.org', ...before },
      {
        membershipId: bela.membershipId,
        email: 'bela@example.org',
        link: expect.stringContaining(bela.token),
        validUntil: w.clock.time + 72 * hour,
      },
    ]);
    await accept(w, bela.token);
  });

  it('names those without a valid link, and audits everybody else, without the link', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const late = await invite(w, 'late@example.org');
    await w.call('invitations.copyLink', member(w, late.membershipId));
    w.clock.advance(72 * hour);
    const joined = await invite(w, 'joined@example.org');
    await accept(w, joined.token);
    const ana = await invite(w, 'ana@example.org');
    const membershipIds = [late, joined, ana].map((p) => p.membershipId);
    const answer = await w.call('invitations.copyLinks', {
      organizationId,
      choice: { kind: 'chosen', membershipIds },
    });
    expect(answer.links.map((l) => l.email)).toEqual(['ana@example.org']);
    expect(answer.refused.map((r) => `${r.email} ${r.code}`).sort()).toEqual([
      'joined@example.org not-pending',
      'late@example.org link-expired',
    ]);
    expect(await auditOf(w, 'invitations.copyLinks', 'ana@example.org')).toHaveLength(1);
    expect(await auditOf(w, 'invitations.copyLinks', 'late@example.org')).toEqual([]);
    const tables = ['audit', 'job', 'job_item', 'change_log', 'outbox'] as const;
    for (const table of tables)
      expect(JSON.stringify(await w.core.store.read.selectFrom(table).selectAll().execute())).not.toContain(ana.token);
  });

  it('applies to all that match a filter except those taken out, and to 500 at most', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const ana = await invite(w, 'ana@example.org');
    await invite(w, 'bela@example.org');
    const filter = { mail: ['waiting' as const] };
    const copy = (except: readonly number[]) =>
      w.call('invitations.copyLinks', { organizationId, choice: { kind: 'matching', filter, except: [...except] } });
    expect((await copy([ana.membershipId])).links.map((l) => l.email)).toEqual(['bela@example.org']);
    await w.call('invitations.send', {
      organizationId,
      entries: Array.from({ length: 499 }, (_, i) => ({ email: `p${i}@example.com`, roles: ['Member'] })),
    });
    expect((await copy([ana.membershipId])).links).toHaveLength(500);
    await expect(copy([])).rejects.toMatchObject({ code: 'invalid-input', issues: [{ path: ['choice'] }] });
  });

  it('is only for those who may copy a link', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'ana@example.org');
    await addOperator(w, 'manager@example.org', 'User manager');
    await expect(
      w.callAs(asOperator('manager@example.org'), 'invitations.copyLinks', {
        organizationId: w.organizationId,
        choice: { kind: 'chosen', membershipIds: [ana.membershipId] },
      }),
    ).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'links:copy' } });
  });
});
