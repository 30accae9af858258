import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { databaseFile, openCore } from '../../../src-main/core.ts';
import { applyRestore } from '../../../src-main/features/backups/swap.ts';
import { canary, erase, idOf, lived, tracesIn, verify } from '../../support/canary.ts';
import { rawDatabase } from '../../support/digest.ts';
import { asOperator, freshWorkspace, hour, owner } from '../../support/workspace.ts';

describe('erasing a person', () => {
  it('leaves nothing of them in any file of the workspace, and the audit proven', async () => {
    const w = await lived();
    expect(tracesIn(w.core.folder)).not.toEqual([]);
    const { pseudonym, entries, mails } = await erase(w);
    expect(pseudonym).toMatch(/^Erased person [0-9a-f]{4,}$/);
    expect(entries).toBeGreaterThan(10);
    expect(mails).toBeGreaterThan(1);
    await w.core.erasures.settled();
    expect(tracesIn(w.core.folder)).toEqual([]);
    const verdict = await verify(w);
    expect(verdict).toMatchObject({ faults: [] });
    expect(verdict.erased).toBeGreaterThanOrEqual(entries);
    await w.core.close();
    expect(tracesIn(w.core.folder)).toEqual([]);
  });

  it('leaves no word of theirs in the text indexes', async () => {
    const w = await lived();
    await erase(w);
    await w.core.erasures.settled();
    const { write } = w.core.store;
    for (const index of ['membership_search', 'audit_search'])
      for (const trigram of ['xan', 'hip', 'qui'])
        expect(
          (await sql.raw(`SELECT rowid FROM ${index} WHERE ${index} MATCH '"${trigram}"'`).execute(write)).rows,
          `${trigram} in ${index}`,
        ).toEqual([]);
  });

  it('keeps in the audit what was done, by a pseudonym and with the account gone', async () => {
    const w = await lived();
    const before = await w.call('audit.list', { organizationId: w.organizationId, limit: 500 });
    const { pseudonym } = await erase(w);
    const after = await w.call('audit.list', { organizationId: w.organizationId, limit: 500 });
    const [told, ...rest] = after.rows;
    expect(told).toMatchObject({ operation: 'users.erase', actor: owner.email, target: pseudonym });
    expect(rest.map(({ id, at, operation, outcome }) => [id, at, operation, outcome])).toEqual(
      before.rows.map(({ id, at, operation, outcome }) => [id, at, operation, outcome]),
    );
    const theirs = rest.filter(({ actor }) => actor === pseudonym);
    expect(theirs.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['invitations.send', 'guests.invite']),
    );
    expect(new Set(theirs.map(({ osUser }) => osUser))).toEqual(new Set([null]));
    expect(await w.call('audit.list', { organizationId: w.organizationId, target: pseudonym })).not.toMatchObject({
      rows: [],
    });
    const { read } = w.core.store;
    expect(await read.selectFrom('credential').select('person_id').execute()).toEqual([{ person_id: 1 }]); // the owner
    for (const table of ['session', 'password_reset', 'wrong_password'] as const)
      expect(await read.selectFrom(table).selectAll().execute(), table).toEqual([]);
    // a guest of theirs is still there, invited by a pseudonym and without a sponsor
    const guest = await w.call('users.get', {
      organizationId: w.organizationId,
      membershipId: await idOf(w, 'guest@partner.example'),
    });
    expect(guest).toMatchObject({ invitedBy: { name: pseudonym }, guest: { sponsor: null } });
  });

  it('takes their mail out of the outbox, and their rows out of drafts', async () => {
    const w = await lived();
    const { organizationId } = w;
    await erase(w);
    const { rows } = await w.call('outbox.list', { organizationId });
    expect(rows.map(({ toEmail }) => toEmail).sort()).toEqual(['guest@partner.example', 'next@example.org']);
    const left = await w.core.store.read.selectFrom('draft_row').select('entry').execute();
    expect(left.map(({ entry }) => (JSON.parse(entry) as { email: string }).email).sort()).toEqual([
      'later@example.org',
      'someone@example.org',
    ]);
  });

  it('spares namesakes and people whose address contains theirs', async () => {
    const w = await lived();
    const { organizationId } = w;
    const twin = { email: `not.${canary.email}`.toLowerCase(), name: canary.name };
    await w.call('invitations.send', { organizationId, entries: [{ ...twin, roles: ['Member'] }] });
    await erase(w);
    expect(await w.call('users.get', { organizationId, membershipId: await idOf(w, twin.email) })).toMatchObject(twin);
    const { rows } = await w.call('audit.list', { organizationId, target: twin.email });
    expect(rows.map(({ operation }) => operation)).toEqual(['invitations.send']);
  });

  it('in one organization leaves them in another, and in the last one takes the account', async () => {
    const w = await lived();
    const { organizationId: other } = await w.call('organizations.add', { name: 'Brightwater' });
    await w.call('invitations.send', {
      organizationId: other,
      entries: [{ email: canary.email, name: canary.name, roles: ['Member'] }],
    });
    const one = await erase(w);
    const account = () => w.core.store.read.selectFrom('person').select(['email', 'name']).execute();
    expect(await account()).toContainEqual({ email: canary.email, name: canary.name });
    const { rows } = await w.call('audit.list', { organizationId: w.organizationId, search: 'xanthippe' });
    expect(rows).toEqual([]);
    const there = await idOf(w, canary.email, other);
    await w.call('invitations.revoke', { organizationId: other, membershipId: there });
    const second = await erase(w, canary.email, other);
    expect(second.pseudonym).not.toBe(one.pseudonym);
    expect(await account()).toContainEqual({ email: second.pseudonym, name: second.pseudonym });
    await w.core.erasures.settled();
    expect(tracesIn(w.core.folder)).toEqual([]);
    for (const id of [w.organizationId, other]) expect((await verify(w, id)).faults).toEqual([]);
  });

  it('lets somebody with the same address come back as a new person', async () => {
    const w = await lived();
    await erase(w);
    const { organizationId } = w;
    await w.call('invitations.send', {
      organizationId,
      entries: [{ email: canary.email, name: canary.name, roles: ['Member'] }],
    });
    const activity = await w.call('users.activity', { organizationId, membershipId: await idOf(w, canary.email) });
    expect(activity.rows.map(({ operation }) => operation)).toEqual(['invitations.send']);
  });
});

describe('an erasure', () => {
  it('is only for owners, of somebody who was removed, and with their address typed', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('invitations.send', { organizationId, entries: [{ email: 'ada@example.org', roles: ['Admin'] }] });
    await w.call('invitations.send', { organizationId, entries: [{ email: 'bea@example.org', roles: ['Member'] }] });
    await sql.raw(`UPDATE membership SET status = 'active' WHERE status = 'pending'`).execute(w.core.store.write);
    const membershipId = await idOf(w, 'bea@example.org');
    const asked = { organizationId, membershipId, email: 'bea@example.org' };
    await expect(w.call('users.erase', asked)).rejects.toMatchObject({ code: 'not-removed' });
    await w.call('users.remove', { organizationId, membershipId });
    await expect(w.callAs(asOperator('ada@example.org'), 'users.erase', asked)).rejects.toMatchObject({
      code: 'owner-needed',
    });
    await expect(w.call('users.erase', { ...asked, email: 'ada@example.org' })).rejects.toMatchObject({
      code: 'address-differs',
    });
    await expect(
      w.call('users.erase', { organizationId, membershipId: await idOf(w, owner.email), email: owner.email }),
    ).rejects.toMatchObject({ code: 'yourself' });
    await w.call('users.erase', { ...asked, email: ' BEA@example.org ' });
    await expect(w.call('users.erase', asked)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    [
      'the pseudonym of an entry',
      `actor = 'owner@example.com' WHERE erased IS NOT NULL AND actor LIKE 'Erased%'`,
      'changed',
    ],
    ['the mark', `erased = 'f00dfeed.AAAAAAAAAAAAAAAAAAAAAA' WHERE erased IS NOT NULL`, 'changed'],
    [
      'an entry that was not erased, with the mark of one that was',
      `target = 'x', erased = (SELECT erased FROM audit WHERE erased IS NOT NULL LIMIT 1) WHERE operation = 'organizations.create'`,
      'changed',
    ],
    ['when something was done', `at = at + 1 WHERE erased IS NOT NULL`, 'broken'],
  ])('is no cover for tampering: %s', async (_what, change, fault) => {
    const w = await lived();
    await erase(w);
    expect((await verify(w)).faults).toEqual([]);
    await sql.raw(`UPDATE audit SET ${change}`).execute(w.core.store.write);
    expect((await verify(w)).faults.map((f) => f.fault)).toContain(fault);
  });

  it('that no entry records is found', async () => {
    const w = await lived();
    await erase(w);
    await verify(w);
    await sql
      .raw(`UPDATE audit SET operation = 'users.remove' WHERE operation = 'users.erase'`)
      .execute(w.core.store.write);
    expect((await verify(w)).faults.map(({ fault }) => fault)).toContain('erasing-untold');
  });

  it('ends with the file rewritten, even after a process that was killed before that', async () => {
    const w = await lived();
    await erase(w);
    await w.core.erasures.settled();
    await w.core.close();
    const raw = rawDatabase(databaseFile(w.core.folder));
    raw.exec('UPDATE erasure SET scrubbed_at = NULL');
    raw.exec(`CREATE TABLE left_over (t TEXT); INSERT INTO left_over VALUES ('${canary.name}'); DROP TABLE left_over`);
    raw.close();
    expect(tracesIn(w.core.folder)).not.toEqual([]);
    const core = await openCore({ folder: w.core.folder, clock: w.clock });
    await core.erasures.settled();
    expect(await core.store.read.selectFrom('erasure').select('scrubbed_at').execute()).toEqual([
      { scrubbed_at: w.clock.time },
    ]);
    await core.close();
    expect(tracesIn(w.core.folder)).toEqual([]);
  });

  it('is repeated when a backup is restored that still knows the person', async () => {
    const w = await lived();
    const { name } = await w.call('backups.make', {});
    const { pseudonym } = await erase(w);
    await w.core.erasures.settled();
    w.clock.advance(hour);
    await w.call('backups.restore', { file: { name } });
    await w.core.close();
    applyRestore(w.core.folder, w.clock.time);
    expect(tracesIn(w.core.folder)).toEqual([]);
    const core = await openCore({ folder: w.core.folder, clock: w.clock });
    const { rows } = await core.dispatch(asOperator(owner.email), 'audit.list', {
      organizationId: w.organizationId,
      target: pseudonym,
      limit: 500,
    });
    expect(rows.map(({ operation }) => operation)).toContain('users.erase');
    const verdict = await core.dispatch(asOperator(owner.email), 'audit.verify', { organizationId: w.organizationId });
    expect(verdict.faults).toEqual([]);
    await core.close();
  });
});
