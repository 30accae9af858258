import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type MailGroup, mailGroups } from '#contract/vocabulary/user-filter.ts';
import { accept, invite, member } from '../../support/invitees.ts';
import { mailHouse, settingsFor } from '../../support/mail.ts';
import { startScripted } from '../../support/smtp-scripted.ts';
import { freshWorkspace, hour, type Workspace } from '../../support/workspace.ts';

const groupsIn = async (w: Workspace) => {
  const { mail } = await w.call('users.counts', { organizationId: w.organizationId, invited: true, mail: true });
  return Object.fromEntries(Object.entries(mail ?? {}).filter(([, n]) => n > 0));
};
const namesIn = async (w: Workspace, mail: MailGroup) =>
  (await w.call('users.list', { organizationId: w.organizationId, mail: [mail] })).rows.map((r) => r.email);

describe('a pending invitation', () => {
  it('is in the group that the server’s answer calls for, with its words, and in another after a new invitation', async () => {
    const server = await startScripted({ RCPT: '550 5.1.1 No such person' });
    const w = await freshWorkspace();
    const house = mailHouse(w);
    await house.save(settingsFor(server.port));
    await house.invite('ana@example.org');
    expect(await groupsIn(w)).toEqual({ waiting: 1 });
    const outbox = house.startOutbox();
    await outbox.idle();
    expect(await groupsIn(w)).toEqual({ failed: 1 });
    const { rows } = await w.call('users.list', { organizationId: w.organizationId, mail: ['failed'] });
    expect(rows).toMatchObject([
      { delivery: { state: 'failed', answer: '550 5.1.1 No such person' }, invitation: { generation: 1 } },
    ]);
    server.script = {};
    await w.call('invitations.reinvite', member(w, rows[0]?.membershipId ?? 0));
    await outbox.idle();
    expect(await groupsIn(w)).toEqual({ sent: 1 });
    expect(await namesIn(w, 'failed')).toEqual([]);
    const [again] = (await w.call('users.list', { organizationId: w.organizationId, mail: ['sent'] })).rows;
    expect(again?.invitation).toEqual({ generation: 2, createdAt: w.clock.time });
  });

  it('can be held, edited, extended and accepted without a network or mail server', async () => {
    const w = await freshWorkspace(); // links live for 72 hours
    const { organizationId } = w;
    const ana = await invite(w, 'ana@example.org');
    const bela = await invite(w, 'bela@example.org');
    const { rows } = await w.call('outbox.list', { organizationId, search: 'ana' });
    await w.call('outbox.hold', { organizationId, id: rows[0]?.id ?? 0 });
    expect(await groupsIn(w)).toEqual({ held: 1, waiting: 1 });
    const { id: team } = await w.call('teams.create', { organizationId, name: 'Night shift' });
    const { id: group } = await w.call('groups.create', { organizationId, name: 'Field' });
    const { id: product } = await w.call('products.create', { organizationId, name: 'Scanner' });
    const [role] = (await w.call('roles.list', { organizationId })).rows.filter((r) => r.name === 'User manager');
    const choice = { kind: 'matching' as const, filter: { mail: ['held' as const, 'waiting' as const] } };
    await w.call('users.updateMany', {
      organizationId,
      choice,
      roles: { add: [role?.id ?? 0] },
      teams: { add: [team] },
      groups: { add: [group] },
      products: { add: [product] },
    });
    await w.core.jobs.idle();
    for (const one of (await w.call('users.list', { organizationId, mail: [...mailGroups] })).rows)
      expect([one.roles, one.teams, one.groups, one.products].map((list) => list.map((n) => n.name))).toEqual([
        ['Member', 'User manager'],
        ['Night shift'],
        ['Field'],
        ['Scanner'],
      ]);
    await w.call('invitations.copyLink', member(w, bela.membershipId));
    await w.call('invitations.extend', member(w, bela.membershipId));
    await accept(w, ana.token);
    expect(await groupsIn(w)).toEqual({ waiting: 1 });
    expect(await namesIn(w, 'held')).toEqual([]);
  });

  it('is in the group of ending links by time alone, from a day before, and in none once the link has ended', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const ana = await invite(w, 'ana@example.org');
    const { validUntil } = await w.call('invitations.copyLink', member(w, ana.membershipId));
    const ask = { organizationId, mail: ['ending' as const] };
    const counts = () => w.call('users.counts', { organizationId, invited: true, mail: true });
    expect(await w.call('users.list', ask)).toMatchObject({ rows: [], nextChangeAt: validUntil - 24 * hour });
    expect(await counts()).toMatchObject({ mail: { ending: 0, waiting: 1 }, nextChangeAt: validUntil - 24 * hour });
    w.clock.time = validUntil - 24 * hour;
    expect(await w.call('users.list', ask)).toMatchObject({ rows: [{ email: ana.email }], nextChangeAt: validUntil });
    expect(await counts()).toMatchObject({ mail: { ending: 1, waiting: 1 }, nextChangeAt: validUntil });
    w.clock.time = validUntil;
    expect(await w.call('users.list', ask)).toMatchObject({ rows: [], nextChangeAt: null });
    expect(await counts()).toMatchObject({ expired: 1, mail: { ending: 0, waiting: 0 }, nextChangeAt: null });
  });

  it('is found and counted along an index, however much mail there was', async () => {
    const { core } = await freshWorkspace();
    const plan = async (query: string) =>
      (await sql<{ detail: string }>`${sql.raw(`EXPLAIN QUERY PLAN ${query}`)}`.execute(core.store.read)).rows
        .map((r) => r.detail)
        .join('; ');
    const pending = `FROM invitation WHERE organization_id = 1 AND state = 'pending'`;
    expect(await plan(`SELECT membership_id ${pending} AND mail_state = 'sent' AND expires_at > 1`)).toBe(
      'SEARCH invitation USING COVERING INDEX invitation_by_mail (organization_id=? AND mail_state=? AND expires_at>?)',
    );
    expect(
      await plan(
        `SELECT mail_state, count(*), min(expires_at) ${pending} AND (expires_at IS NULL OR expires_at > 1) GROUP BY mail_state`,
      ),
    ).toBe('SEARCH invitation USING COVERING INDEX invitation_by_mail (organization_id=?)');
  });
});
