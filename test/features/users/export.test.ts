import { describe, expect, it } from 'vitest';
import { invite, member } from '../../support/invitees.ts';
import {
  addStructure,
  ended,
  join,
  joinMany,
  memberOf,
  ownerAddress,
  roleId,
  setMember,
} from '../../support/members.ts';
import { asOperator, freshWorkspace, hour } from '../../support/workspace.ts';

describe('exporting users', () => {
  it('writes a line for each, in the order of the list, with codes, joined names and instants in UTC', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const ana = await join(w, 'ana@example.org');
    await w.call('users.update', {
      ...member(w, ana),
      roles: { add: [await roleId(w, 'Auditor')] },
      teams: { add: [await addStructure(w, 'teams', 'Freight, heavy'), await addStructure(w, 'teams', 'Yard')] },
      groups: { add: [await addStructure(w, 'groups', 'The "night" shift')] },
      products: { add: [await addStructure(w, 'products', '=cmd()')] },
      lines: { add: [await addStructure(w, 'lines', 'North')] },
    });
    const { membershipId } = await invite(w, 'pia@example.org', { name: 'Pia Øst' });
    const { validUntil } = await w.call('invitations.copyLink', member(w, membershipId));
    const now = new Date(w.clock.time).toISOString();
    w.clock.advance(80 * hour);
    const { job, rows } = await ended(
      w,
      await w.call('users.exportMany', { organizationId, choice: { kind: 'matching', filter: {} } }),
    );
    expect(job).toMatchObject({ state: 'finished', done: 3, failed: 0 });
    expect(rows.map((r) => r.detail)).toEqual([
      `,ana@example.org,user,active,"Auditor; Member","Freight, heavy; Yard","The ""night"" shift",'=cmd(),North,,,,${now},,`,
      `Olive Owner,${ownerAddress},user,active,Owner,,,,,,,,${now},,`,
      `Pia Øst,pia@example.org,user,expired,Member,,,,,Olive Owner,,${new Date(validUntil).toISOString()},${now},,`,
    ]);
    expect(rows.every((r) => !r.detail?.includes('\n'))).toBe(true);
  });

  it('writes what became of the mail of an invitation, and its age and time left in whole hours', async () => {
    const w = await freshWorkspace(); // links live for 72 hours
    const { organizationId } = w;
    const ana = await invite(w, 'ana@example.org');
    await invite(w, 'bela@example.org');
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    const invitedAt = new Date(w.clock.time).toISOString();
    w.clock.advance(1.5 * hour);
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db
        .updateTable('outbox')
        .set({ state: 'failed', next_at: null, answer: '550 5.1.1 Nobody' })
        .where('to_email', '=', ana.email)
        .execute(),
    );
    const columns = [
      'email',
      'mailState',
      'mailAnswer',
      'invitedAt',
      'age',
      'timeLeft',
      'generation',
      'invitedBy',
    ] as const;
    const { job, rows } = await ended(
      w,
      await w.call('users.exportMany', {
        organizationId,
        choice: { kind: 'matching', filter: { statuses: ['pending'] } },
        columns: [...columns],
      }),
    );
    expect(job.columns).toEqual(columns);
    expect(rows.map((r) => r.cells)).toEqual([
      ['ana@example.org', 'failed', '550 5.1.1 Nobody', invitedAt, '1', '70', '1', 'Olive Owner'],
      ['bela@example.org', 'queued', '', invitedAt, '1', '', '1', 'Olive Owner'],
    ]);
  });

  it('writes when a guest’s access ends, and who the sponsor is', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { personId } = await w.call('users.get', member(w, await memberOf(w, ownerAddress)));
    const guests = await joinMany(w, 2);
    const end = Date.UTC(2027, 1, 28, 23);
    for (const [i, id] of guests.entries())
      await setMember(w, id, { kind: 'guest', ...(i === 0 ? { access_ends_at: end, sponsor_id: personId } : {}) });
    const { rows } = await ended(
      w,
      await w.call('users.exportMany', {
        organizationId,
        choice: { kind: 'matching', filter: {} },
        columns: ['email', 'kind', 'accessEndsAt', 'sponsor'],
      }),
    );
    expect(rows.map((r) => r.detail)).toEqual([
      `${ownerAddress},user,,`,
      'p001@example.org,guest,2027-02-28T23:00:00.000Z,Olive Owner',
      'p002@example.org,guest,,',
    ]);
  });

  it('writes the columns that were asked for, and needs no more than reading', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await join(w, 'auditor@example.org', 'Auditor');
    const people = await joinMany(w, 130);
    const auditor = asOperator('auditor@example.org');
    const { rows } = await ended(
      w,
      await w.callAs(auditor, 'users.exportMany', {
        organizationId,
        choice: { kind: 'chosen', membershipIds: people },
        columns: ['email', 'status'],
      }),
    );
    expect(rows.map((r) => r.detail)).toEqual(
      people.map((_, i) => `p${String(i + 1).padStart(3, '0')}@example.org,active`),
    );
    await join(w, 'member@example.org');
    await expect(
      w.callAs(asOperator('member@example.org'), 'users.exportMany', {
        organizationId,
        choice: { kind: 'matching', filter: {} },
      }),
    ).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'users:read' } });
  });

  it('changes nobody, and audits only the job itself', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await joinMany(w, 3);
    const before = await w.core.store.read.selectFrom('membership').selectAll().execute();
    const { job } = await ended(
      w,
      await w.call('users.exportMany', { organizationId, choice: { kind: 'matching', filter: {} } }),
    );
    expect(await w.core.store.read.selectFrom('membership').selectAll().execute()).toEqual(before);
    const rows = await w.core.store.read
      .selectFrom('audit')
      .select('target')
      .where('operation', '=', 'users.exportMany')
      .execute();
    expect(rows.map((r) => r.target)).toEqual([`job ${job.id}`, `job ${job.id}`]);
  });
});
