import { beforeEach, describe, expect, it } from 'vitest';
import { ben, cleo, type Desk, desk, judgedAs, members } from '../../support/drafts.ts';
import { invite, member } from '../../support/invitees.ts';
import { auditOf } from '../../support/members.ts';
import { freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

let w: Workspace;
let d: Desk;
const here = () => ({ organizationId: w.organizationId });
const seats = () => w.call('organizations.seats', here());

beforeEach(async () => {
  w = await freshWorkspace();
  d = await desk(w);
});

describe('a draft', () => {
  it('can be checked beforehand for what sending would do with each row, and nothing is stored', async () => {
    const rows = await w.core.store.read.selectFrom('audit').select('id').execute();
    const entries = [
      { email: 'ana@example.org' },
      { email: owner.email },
      { email: 'Ana@Example.org' },
      { email: '?' },
    ];
    const { verdicts } = await w.call('drafts.check', { ...here(), terms: members, entries });
    expect(verdicts.map(({ verdict, reason, detail }) => [verdict, reason, detail])).toEqual([
      ['new', undefined, undefined],
      ['already-member', undefined, undefined],
      ['duplicate', 'same-address', '1'],
      ['refused', 'no-at', undefined],
    ]);
    const terms = { kind: 'user' as const, defaults: { roles: ['Wizard'] } };
    expect(await w.call('drafts.check', { ...here(), terms, entries: [{ email: 'bo@example.org' }] })).toEqual({
      verdicts: [{ verdict: 'refused', reason: 'unknown-role', detail: 'Wizard' }],
    });
    for (const table of ['draft', 'outbox'] as const)
      expect(await w.core.store.read.selectFrom(table).select('id').execute()).toEqual([]);
    expect(await w.core.store.read.selectFrom('audit').select('id').execute()).toEqual(rows);
  });

  it('takes no seat, makes no person, link or mail, and is shown only to those who may invite', async () => {
    await w.call('organizations.update', { ...here(), seatLimit: 4 });
    const before = await seats();
    const id = await d.draft(['ana@example.org', 'bela@example.org']);
    expect(await seats()).toEqual(before);
    expect(await d.invited()).toEqual([]);
    for (const table of ['person', 'membership'] as const)
      expect(await w.core.store.read.selectFrom(table).select('id').execute()).toHaveLength(3);
    expect(await w.core.store.read.selectFrom('outbox').select('id').execute()).toEqual([]);

    await w.call('roles.create', { ...here(), name: 'Reader', permissions: ['users:read'] });
    await invite(w, 'rita@example.com', { roles: ['Reader'] }).then(({ membershipId }) =>
      w.core.changes.write([], w.core.clock.now(), (db) =>
        db.updateTable('membership').set({ status: 'active' }).where('id', '=', membershipId).execute(),
      ),
    );
    const rita = 'rita@example.com';
    expect(await d.by(rita, 'drafts.list', {})).toEqual({ rows: [], sent: [] });
    for (const act of [
      () => d.by(rita, 'drafts.get', { id }),
      () => d.by(rita, 'drafts.save', { name: 'x', terms: members, entries: [] }),
      () => d.by(rita, 'drafts.change', { id, name: 'x' }),
      () => d.by(rita, 'drafts.submit', { id }),
      () => d.by(rita, 'drafts.send', { id }),
      () => d.by(rita, 'drafts.schedule', { id, sendAt: w.clock.time + hour }),
      () => d.by(rita, 'drafts.discard', { id }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'users:write' } });
  });

  it('is judged anew whenever it is opened, by the rules of sending', async () => {
    const id = await d.draft([
      'ana@example.org',
      { email: 'bela@example.org', teams: ['Night desk'] },
      'not an address',
      'ana@example.org',
      'carl@gmail.com',
      owner.email,
    ]);
    const verdicts = async (by = owner.email) => (await d.get(id, by)).entries.map(judgedAs);
    expect(await verdicts()).toEqual([
      'ana@example.org new',
      'bela@example.org refused unknown-team Night desk',
      'not an address refused space',
      'ana@example.org duplicate same-address 1',
      'carl@gmail.com refused free-mail-provider gmail.com',
      `${owner.email} already-member`,
    ]);
    await w.call('teams.create', { ...here(), name: 'Night desk' });
    await invite(w, 'ana@example.org');
    const { entries } = await d.get(id);
    expect(entries.map(judgedAs).slice(0, 4)).toEqual([
      'ana@example.org already-invited',
      'bela@example.org new',
      'not an address refused space',
      'ana@example.org duplicate same-address 1',
    ]);
    await w.call('organizations.update', { ...here(), groupRequired: true, refuseFreeMail: false });
    expect((await verdicts()).slice(1, 2)).toEqual(['bela@example.org refused group-needed']);
  });

  it('shows which roles are not the reader’s to give', async () => {
    const id = await d.draft([{ email: 'ana@example.org', roles: ['Admin'] }]);
    expect((await d.get(id, ben)).entries.map(judgedAs)).toEqual(['ana@example.org new']);
    expect((await d.get(id, cleo)).entries.map(judgedAs)).toEqual([
      'ana@example.org refused role-not-yours-to-give Admin',
    ]);
  });

  it('is changed row by row, and sent: good rows become invitations, the others stay with the reason', async () => {
    const id = await d.draft(['ana@example.org', 'bela@exam ple', 'carl@example.org']);
    const [ana, bela, carl] = (await d.get(id)).entries;
    const { added, version } = await d.by(owner.email, 'drafts.change', {
      id,
      name: 'Spring',
      change: [{ id: ana?.id ?? 0, entry: { email: 'ana@example.org', name: 'Ana Silva' } }],
      remove: [carl?.id ?? 0],
      add: [{ email: 'dora@example.org' }, { email: owner.email }],
    });
    expect(version).toBe(2);
    expect(added).toHaveLength(2);
    const outcome = await d.by(owner.email, 'drafts.send', { id, version });
    expect(outcome.invited.map(({ email }) => email)).toEqual(['ana@example.org', 'dora@example.org']);
    expect(outcome.refused).toMatchObject([{ email: 'bela@exam ple' }]);
    expect(outcome.skipped).toMatchObject([{ email: owner.email, verdict: 'already-member' }]);
    expect(outcome.kept).toBe(2);
    const left = await d.get(id);
    expect(left.entries.map(({ entry }) => entry.email)).toEqual(['bela@exam ple', owner.email]);
    expect(left).toMatchObject({ state: 'draft', refusal: { code: 'rows-kept', data: { invited: 2, kept: 2 } } });
    expect(await d.invited()).toEqual(['ana@example.org', 'dora@example.org']);
    const row = await w.call('users.get', member(w, outcome.invited[0]?.membershipId ?? 0));
    expect(row.name).toBe('Ana Silva');

    await d.by(owner.email, 'drafts.change', {
      id,
      change: [{ id: bela?.id ?? 0, entry: { email: 'bela@example.org' } }],
      remove: [left.entries[1]?.id ?? 0],
    });
    expect((await d.by(owner.email, 'drafts.send', { id })).kept).toBe(0);
    await expect(d.get(id)).rejects.toMatchObject({ code: 'not-found', data: { what: 'draft' } });
    const { rows, sent } = await w.call('drafts.list', here());
    expect(rows).toEqual([]);
    expect(sent).toMatchObject([
      { name: 'Spring', invited: 1, kept: 0, plannedAt: null },
      { name: 'Spring', invited: 2, kept: 2, plannedAt: null },
    ]);
  });

  it('that does not fit into the licence is refused whole, and stays as it is', async () => {
    await w.call('organizations.update', { ...here(), seatLimit: 4 });
    const id = await d.draft(['ana@example.org', 'bela@example.org']);
    await expect(d.by(owner.email, 'drafts.send', { id })).rejects.toMatchObject({
      code: 'seats-exceeded',
      data: { free: 1, needed: 2 },
    });
    expect((await d.get(id)).rows).toBe(2);
    expect(await d.invited()).toEqual([]);
  });

  it('of guests keeps period, note and sponsor, and needs guests:invite', async () => {
    const terms = { kind: 'guest' as const, days: 30, note: 'See you on Monday.' };
    await expect(d.draft(['gus@example.org'], { terms, by: cleo })).rejects.toMatchObject({ code: 'not-permitted' });
    const id = await d.draft(['gus@example.org', 'gus@example.org'], { terms, by: ben });
    expect((await d.get(id)).entries.map(judgedAs)).toEqual([
      'gus@example.org new',
      'gus@example.org duplicate same-address 1',
    ]);
    // Cleo may not invite guests, so that the draft is not shown to her
    expect((await d.by(cleo, 'drafts.list', {})).rows).toEqual([]);
    expect((await d.by(cleo, 'drafts.counts', {})).counts).toEqual({ draft: 0, review: 0, scheduled: 0 });
    const { invited } = await d.by(owner.email, 'drafts.send', { id });
    const guest = await w.call('users.get', member(w, invited[0]?.membershipId ?? 0));
    // sent by the owner, written by Ben: he is the inviter and the sponsor
    expect(guest).toMatchObject({ kind: 'guest', guest: { days: 30, sponsor: { name: ben } } });
    const { note } = await w.core.store.read
      .selectFrom('invitation')
      .select('note')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(note).toBe('See you on Monday.');
  });

  it('of inbox agents needs no role, and one of users does', async () => {
    const agents = await d.draft(['ann@example.org'], { terms: { kind: 'inbox-agent' } });
    expect((await d.get(agents)).entries.map(judgedAs)).toEqual(['ann@example.org new']);
    const users = await d.draft(['ann@example.org'], { terms: { kind: 'user' } });
    expect((await d.get(users)).entries.map(judgedAs)).toEqual(['ann@example.org refused role-needed']);
    expect((await d.by(owner.email, 'drafts.send', { id: users })).kept).toBe(1);
    expect((await d.by(owner.email, 'drafts.send', { id: agents })).kept).toBe(0);
  });

  it('is sent once, however many send it at the same time', async () => {
    const id = await d.draft(['ana@example.org', 'bela@example.org']);
    const tries = [owner.email, ben, cleo].map((email) => d.by(email, 'drafts.send', { id }));
    const ended = await Promise.allSettled(tries);
    expect(ended.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await d.invited()).toEqual(['ana@example.org', 'bela@example.org']);
    expect(await w.core.store.read.selectFrom('outbox').select('id').execute()).toHaveLength(2);
  });

  it('holds at most as many rows as one sending takes, and does not go out empty', async () => {
    const id = await d.draft(Array.from({ length: 4999 }, (_, i) => `p${i}@example.org`));
    await d.by(owner.email, 'drafts.change', { id, add: [{ email: 'last@example.org' }] });
    await expect(
      d.by(owner.email, 'drafts.change', { id, add: [{ email: 'more@example.org' }] }),
    ).rejects.toMatchObject({ code: 'draft-full', data: { most: 5000 } });
    expect((await d.get(id)).rows).toBe(5000);
    const empty = await d.draft([]);
    for (const act of [
      () => d.by(owner.email, 'drafts.send', { id: empty }),
      () => d.by(owner.email, 'drafts.submit', { id: empty }),
      () => d.by(owner.email, 'drafts.schedule', { id: empty, sendAt: w.clock.time + hour }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'draft-empty' });
  });

  it('that somebody has changed since it was opened does not go out', async () => {
    const id = await d.draft(['ana@example.org']);
    const { version } = await d.get(id);
    await d.by(ben, 'drafts.change', { id, add: [{ email: 'eve@example.org' }] });
    await expect(d.by(owner.email, 'drafts.send', { id, version })).rejects.toMatchObject({ code: 'draft-changed' });
    expect(await d.invited()).toEqual([]);
  });

  it('leaves an audit entry for each deed, and one for each person invited', async () => {
    const id = await d.draft(['ana@example.org', 'bela@example.org'], { name: 'Spring' });
    await d.by(ben, 'drafts.change', { id, add: [{ email: 'carl@example.org' }] });
    await d.by(owner.email, 'drafts.send', { id });
    const other = await d.draft(['dora@example.org'], { name: 'Autumn' });
    await d.by(owner.email, 'drafts.discard', { id: other });
    expect(await auditOf(w, 'drafts.save', 'Spring')).toMatchObject([
      { actor: owner.email, outcome: 'done', detail: { kind: 'user', rows: 2 } },
    ]);
    expect(await auditOf(w, 'drafts.change', 'Spring')).toMatchObject([
      { actor: ben, detail: { added: 1, removed: 0 } },
    ]);
    expect(await auditOf(w, 'drafts.send', 'carl@example.org')).toMatchObject([
      { actor: owner.email, detail: { draft: 'Spring', invited: 3, kept: 0 } },
    ]);
    expect(await auditOf(w, 'drafts.discard', 'Autumn')).toMatchObject([{ detail: { was: 'draft', rows: 1 } }]);
    const all = JSON.stringify(await w.core.store.read.selectFrom('audit').selectAll().execute());
    expect(all).not.toContain('/join/');
  });
});
