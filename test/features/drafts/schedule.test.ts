import { beforeEach, describe, expect, it } from 'vitest';
import { ben, cleo, type Desk, desk } from '../../support/drafts.ts';
import { auditOf } from '../../support/members.ts';
import { freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

let w: Workspace;
let d: Desk;
const here = () => ({ organizationId: w.organizationId });
async function scheduled(who: string[], at: number, by = owner.email) {
  const id = await d.draft(who, { by });
  await d.by(by, 'drafts.schedule', { id, sendAt: at });
  return id;
}
const setMember = (email: string, set: { status: 'suspended' | 'active' }) =>
  w.core.changes.write([], w.core.clock.now(), (db) =>
    db.updateTable('membership').set(set).where('email_key', '=', email).execute(),
  );

beforeEach(async () => {
  w = await freshWorkspace();
  d = await desk(w);
});

describe('a scheduled draft', () => {
  it('goes out once, at its time and not before', async () => {
    const at = w.clock.time + 5 * hour;
    await scheduled(['ana@example.org'], at);
    expect(await w.call('drafts.counts', here())).toMatchObject({ counts: { scheduled: 1 }, nextAt: at });
    const sender = d.sender();
    expect(await sender.look()).toBe(at);
    w.clock.time = at - 1;
    expect(await sender.look()).toBe(at);
    expect(await d.invited()).toEqual([]);
    w.clock.time = at;
    expect(await sender.look()).toBe(Infinity);
    expect(await d.invited()).toEqual(['ana@example.org']);
    expect(await w.call('drafts.list', here())).toMatchObject({
      rows: [],
      sent: [{ plannedAt: at, sentAt: at, invited: 1, by: owner.name }],
    });
    expect(await auditOf(w, 'drafts.send', 'ana@example.org')).toMatchObject([
      { actor: owner.email, outcome: 'done', detail: { draft: 'New people', plannedAt: at } },
    ]);
    await sender.look();
    w.clock.time = at - 3 * hour; // the clock is set back, and the process restarts
    await d.sender('another').look();
    w.clock.time = at + hour;
    await d.sender('another').look();
    expect(await w.core.store.read.selectFrom('outbox').select('id').execute()).toHaveLength(1);
  });

  it('goes out also when what it names was renamed or merged meanwhile', async () => {
    const at = w.clock.time + hour;
    const [night, day, quay, reader] = await Promise.all([
      w.call('teams.create', { ...here(), name: 'Night' }),
      w.call('teams.create', { ...here(), name: 'Day' }),
      w.call('products.create', { ...here(), name: 'Quay' }),
      w.call('roles.create', { ...here(), name: 'Reader', permissions: ['users:read'] }),
    ]);
    const terms = { kind: 'user' as const, defaults: { roles: ['Reader'], teams: ['NIGHT'] } };
    const entry = { email: 'bo@example.org', roles: ['reader'], teams: ['Day', 'night'], products: ['Quay'] };
    const id = await d.draft(['ana@example.org', entry], { terms });
    const guests = await d.draft(['gus@example.org'], { terms: { kind: 'guest', teams: ['Night'] } });
    for (const each of [id, guests]) await d.by(owner.email, 'drafts.schedule', { id: each, sendAt: at });
    await w.call('roles.update', { ...here(), id: reader.id, name: 'Onlooker' });
    await w.call('products.rename', { ...here(), id: quay.id, name: 'Quay 2' });
    await w.call('teams.rename', { ...here(), id: night.id, name: 'Late' });
    await w.call('teams.merge', { ...here(), id: night.id, into: day.id });
    const { state, version, entries } = await d.get(id);
    expect([state, version, entries.map(({ verdict }) => verdict)]).toEqual(['scheduled', 1, ['new', 'new']]);
    w.clock.time = at;
    await d.sender().look();
    expect(await d.invited()).toEqual(['ana@example.org', 'bo@example.org', 'gus@example.org']);
    const { rows } = await w.call('users.list', { ...here(), kinds: ['user', 'guest'], statuses: ['pending'] });
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join();
    expect(rows.map((row) => [names(row.roles), names(row.teams), names(row.products)])).toEqual([
      ['Onlooker', 'Day', ''],
      ['Onlooker', 'Day', 'Quay 2'],
      ['Member', 'Day', ''],
    ]);
  });

  it('whose time was slept through goes out at once, and shows that it was late', async () => {
    const at = w.clock.time + hour;
    await scheduled(['ana@example.org'], at);
    w.clock.advance(60 * hour);
    await d.sender().look();
    expect(await d.invited()).toEqual(['ana@example.org']);
    expect((await w.call('drafts.list', here())).sent).toMatchObject([{ plannedAt: at, sentAt: at + 59 * hour }]);
  });

  it('goes out once, even if several processes look at the same time', async () => {
    const at = w.clock.time + hour;
    for (let i = 0; i < 4; i++) await scheduled([`a${i}@example.org`, `b${i}@example.org`], at);
    w.clock.time = at;
    await Promise.all(['first', 'second', 'third'].map((holder) => d.sender(holder).look()));
    expect(await d.invited()).toHaveLength(8);
    expect(await w.core.store.read.selectFrom('outbox').select('id').execute()).toHaveLength(8);
    expect((await w.call('drafts.list', here())).sent).toHaveLength(4);
  });

  it('waits quietly while another process holds the duty, and goes out once that one is gone', async () => {
    const at = w.clock.time + hour;
    await scheduled(['ana@example.org'], at);
    w.clock.time = at;
    await w.core.changes.write([], at, (db) =>
      db
        .insertInto('lease')
        .values({ name: 'drafts', holder: 'another', until: at + 30_000 })
        .execute(),
    );
    const told = () => w.core.store.read.selectFrom('change_log').select('id').execute();
    const before = await told();
    const sender = d.sender();
    expect(await sender.look()).toBe(at + 60_000);
    // announcing that nothing has changed would wake it at once, again and again
    expect(await told()).toEqual(before);
    expect(await d.invited()).toEqual([]);
    w.clock.time = at + 60_000;
    await sender.look();
    expect(await d.invited()).toEqual(['ana@example.org']);
  });

  it('is not scheduled for a time that is past or far off, and can be put off and unscheduled', async () => {
    const id = await d.draft(['ana@example.org']);
    const at = (sendAt: number) => d.by(owner.email, 'drafts.schedule', { id, sendAt });
    for (const over of [w.clock.time, w.clock.time - 1])
      await expect(at(over)).rejects.toMatchObject({ code: 'send-time', data: { problem: 'past' } });
    await expect(at(w.clock.time + 367 * 24 * hour)).rejects.toMatchObject({ data: { problem: 'far' } });
    await at(w.clock.time + hour);
    await at(w.clock.time + 2 * hour);
    w.clock.advance(hour);
    await d.sender().look();
    expect(await d.invited()).toEqual([]);
    await d.by(owner.email, 'drafts.unschedule', { id });
    w.clock.advance(9 * hour);
    await d.sender().look();
    expect(await d.invited()).toEqual([]);
    expect(await d.get(id)).toMatchObject({ state: 'draft', sendAt: null });
  });

  it('gives what whoever scheduled it may give when it goes out', async () => {
    const id = await d.draft([{ email: 'ana@example.org', roles: ['Admin'] }, 'bela@example.org'], { by: ben });
    await d.by(ben, 'drafts.schedule', { id, sendAt: w.clock.time + hour });
    await w.core.changes.write([], w.core.clock.now(), async (db) => {
      const { id: role } = await db
        .selectFrom('role')
        .select('id')
        .where('key', '=', 'user-manager')
        .executeTakeFirstOrThrow();
      const { id: membership } = await db
        .selectFrom('membership')
        .select('id')
        .where('email_key', '=', ben)
        .executeTakeFirstOrThrow();
      await db.updateTable('membership_role').set({ role_id: role }).where('membership_id', '=', membership).execute();
    });
    w.clock.advance(hour);
    await d.sender().look();
    expect(await d.invited()).toEqual(['bela@example.org']);
    const left = await d.get(id);
    expect(left).toMatchObject({
      state: 'draft',
      rows: 1,
      refusal: { code: 'rows-kept', data: { invited: 1, kept: 1 } },
    });
    expect(await d.by(ben, 'drafts.counts', {})).toMatchObject({ returned: 1 });
  });

  it.each([
    ['has lost access comes back', { status: 'suspended' }, 'not-a-member'],
    ['still has access goes out', { status: 'active' }, undefined],
  ] as const)('of somebody who %s', async (_case, set, refused) => {
    const id = await scheduled(['ana@example.org'], w.clock.time + hour, cleo);
    await setMember(cleo, set);
    w.clock.advance(hour);
    await d.sender().look();
    expect(await d.invited()).toEqual(refused ? [] : ['ana@example.org']);
    if (!refused) return;
    expect(await d.get(id)).toMatchObject({ state: 'draft', refusal: { code: refused }, sendAt: null });
    expect(await auditOf(w, 'drafts.send', 'New people')).toMatchObject([
      { actor: cleo, outcome: 'denied', detail: { code: refused } },
    ]);
  });

  it('that does not fit into the licence comes back with the numbers, and the next one goes out', async () => {
    await w.call('organizations.update', { ...here(), seatLimit: 4 });
    const at = w.clock.time + hour;
    const big = await scheduled(['ana@example.org', 'bela@example.org'], at);
    await scheduled(['carl@example.org'], at);
    w.clock.time = at;
    await d.sender().look();
    expect(await d.invited()).toEqual(['carl@example.org']);
    expect(await d.get(big)).toMatchObject({
      state: 'draft',
      rows: 2,
      refusal: { code: 'seats-exceeded', data: { free: 1, needed: 2 }, at },
    });
    await d.sender().look();
    expect(await d.get(big)).toMatchObject({ state: 'draft', rows: 2 });
  });

  it('in another organization goes out or comes back by the rules there', async () => {
    const { organizationId: second } = await w.call('organizations.add', { name: 'Second Example' });
    const at = w.clock.time + hour;
    await scheduled(['ana@example.org'], at);
    const terms = { kind: 'user' as const, defaults: { roles: ['Member'] } };
    const { id } = await w.call('drafts.save', {
      organizationId: second,
      name: 'There',
      terms,
      entries: [{ email: 'ana@example.org' }, { email: 'eve@example.org' }],
    });
    await w.call('drafts.schedule', { organizationId: second, id, sendAt: at });
    await w.call('organizations.update', { organizationId: second, seatLimit: 2 });
    w.clock.time = at;
    await d.sender().look();
    expect(await d.invited()).toEqual(['ana@example.org']);
    expect(await w.call('drafts.get', { organizationId: second, id })).toMatchObject({
      refusal: { code: 'seats-exceeded', data: { free: 1, needed: 2 } },
    });
    expect((await w.call('drafts.list', { organizationId: second })).sent).toEqual([]);
  });
});
