import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeKinds } from '#contract/inbox.ts';
import { deliveryStates } from '#contract/vocabulary/delivery.ts';
import { guestStates, userStatuses } from '#contract/vocabulary/user-filter.ts';
import { type Core, openCore } from '../../src-main/core.ts';
import { createDemoClock } from '../../src-main/demo/clock.ts';
import { type DemoWorkspace, fillDemo } from '../../src-main/demo/fill.ts';
import { closed, seatLimit } from '../../src-main/demo/organization.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { quickPasswords } from '../support/workspace.ts';

interface Place {
  readonly core: Core;
  readonly demo: DemoWorkspace;
  readonly as: Caller;
}

const closers: (() => Promise<void>)[] = [];
let place: Place;

// filled once: the tests only look at it
beforeAll(async () => {
  place = await openDemo();
});
afterAll(async () => {
  for (const close of closers) await close();
});

async function openDemo(): Promise<Place> {
  const clock = createDemoClock();
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-demo-test-'));
  const core = await openCore({ folder, clock, passwords: quickPasswords() });
  closers.push(async () => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const demo = await fillDemo(core, { clock, mailPort: 2525 });
  return { core, demo, as: { face: 'window', credentials: { kind: 'operator', email: demo.operator.email } } };
}

async function everyUser({ core, demo, as }: Place) {
  const rows = [];
  for (let after: string | undefined; ; ) {
    const { organizationId } = demo;
    const page = await core.dispatch(as, 'users.list', { organizationId, limit: 200, ...(after ? { after } : {}) });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

test('the demo has hundreds of people in every status, and mail in every state', async () => {
  const { core, demo, as } = place;
  const users = await everyUser(place);
  expect(users.length).toBeGreaterThan(400);
  const statuses = await core.store.read.selectFrom('membership').select('status').distinct().execute();
  const seen = new Set([...users.map((u) => u.status), ...statuses.map((s) => s.status)]);
  expect([...seen].sort()).toEqual([...userStatuses].sort());
  const { counts } = await core.dispatch(as, 'outbox.state', { organizationId: demo.organizationId });
  for (const state of deliveryStates) expect(counts[state] ?? 0, state).toBeGreaterThan(0);
  const generations = await core.store.read.selectFrom('invitation').select('generation').distinct().execute();
  expect(generations.map((g) => g.generation).sort()).toEqual([1, 2, 3]);
});

test('the demo has guests in every state; their period begins when they accept, and they take no seat', async () => {
  const { core, demo, as } = place;
  const { organizationId } = demo;
  const guests = (filter: object) =>
    core.dispatch(as, 'users.list', { organizationId, kinds: ['guest'], limit: 200, ...filter });
  const { rows } = await guests({});
  expect(rows.length).toBeGreaterThan(13);
  for (const status of ['active', 'pending', 'expired', 'suspended', 'removed'] as const)
    expect((await guests({ statuses: [status] })).total, status).toBeGreaterThan(0);
  for (const state of guestStates) expect((await guests({ guests: [state] })).total, state).toBeGreaterThan(0);
  const { expiring } = await core.dispatch(as, 'guests.expiring', { organizationId });
  expect(expiring).toBe((await guests({ guests: ['expiring'] })).total);
  for (const { name, email, guest } of rows) {
    // guests give their name when they accept, and their period counts from that day
    expect(guest?.endsAt === null, email).toBe(name === '');
    expect(guest?.days, email).toBeGreaterThan(0);
  }
  const seats = await core.dispatch(as, 'organizations.seats', { organizationId });
  expect(seats.used).toBe((await guests({ kinds: ['user'], statuses: ['active'] })).total);
});

test('the demo’s people have teams, groups, products, lines and different roles', async () => {
  const { core, demo, as } = place;
  const { organizationId } = demo;
  for (const kind of ['teams', 'groups', 'products', 'lines'] as const) {
    const { rows } = await core.dispatch(as, `${kind}.list`, { organizationId });
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row.members, `${kind} ${row.name}`).toBeGreaterThan(0);
  }
  const { rows } = await core.dispatch(as, 'roles.list', { organizationId });
  for (const role of rows) expect(role.members, role.name).toBeGreaterThan(0);
  expect(rows.filter((role) => !role.builtIn).length).toBeGreaterThan(1);
});

test('a team, a product and a line are archived with their members, and one team was merged into another', async () => {
  const { core, demo, as } = place;
  const { organizationId } = demo;
  for (const kind of ['teams', 'products', 'lines'] as const) {
    const { rows } = await core.dispatch(as, `${kind}.list`, { organizationId, archived: true });
    const archived = rows.filter((row) => row.archived);
    expect(archived, kind).toHaveLength(1);
    expect(archived[0]?.members, kind).toBeGreaterThan(0);
  }
  const { rows } = await core.dispatch(as, 'teams.list', { organizationId, archived: true });
  const merged = closed.find((c) => 'into' in c);
  expect(rows.map((row) => row.name)).not.toContain(merged?.name);
  const audited = await core.store.read
    .selectFrom('audit')
    .select('id')
    .where('operation', '=', 'teams.merge')
    .execute();
  expect(audited).toHaveLength(1);
});

test('the demo has a dozen inbox agents, some active and some pending, with neither role nor seat', async () => {
  const { core, demo, as } = place;
  const { organizationId } = demo;
  const { rows } = await core.dispatch(as, 'users.list', { organizationId, kinds: ['inbox-agent'], limit: 200 });
  expect(rows).toHaveLength(12);
  for (const status of ['active', 'pending'] as const)
    expect(rows.filter((r) => r.status === status).length, status).toBeGreaterThan(1);
  expect(rows.flatMap((r) => r.roles)).toEqual([]);
  const users = (await everyUser(place)).filter((u) => u.kind === 'user');
  const active = users.filter((u) => u.status === 'active').length;
  const pending = users.filter((u) => u.status === 'pending').length;
  const seats = await core.dispatch(as, 'organizations.seats', { organizationId });
  expect(seats).toMatchObject({ limit: seatLimit, used: active, pending, free: seatLimit - active - pending });
  expect(seats.free).toBeGreaterThan(0);
});

test('some people are suspended, many gave a phone number, and everybody who joined was told so in their inbox', async () => {
  const { core } = place;
  const members = await core.store.read.selectFrom('membership').selectAll().execute();
  expect(members.filter((m) => m.status === 'suspended').length).toBeGreaterThan(5);
  expect(members.filter((m) => m.status === 'active' && m.phone !== null).length).toBeGreaterThan(100);
  expect(members.filter((m) => m.status === 'pending' && m.phone !== null).length).toBeGreaterThan(5);
  const notices = await core.store.read.selectFrom('notice').select(['kind', 'person_id', 'detail']).execute();
  for (const kind of noticeKinds) expect(notices.filter((n) => n.kind === kind).length, kind).toBeGreaterThan(0);
  const told = new Set(notices.filter((n) => n.kind === 'joined').map((n) => n.person_id));
  const { email } = place.demo.operator;
  const owner = await core.store.read.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst();
  for (const m of members)
    if (m.joined_at !== null && m.person_id !== owner?.id) expect(told.has(m.person_id), m.name).toBe(true);
  const leftOut = notices.filter((n) => (JSON.parse(n.detail) as { removed: string[] }).removed.length > 0);
  expect(leftOut.length).toBeGreaterThan(0);
});

test('the owner has saved views that show somebody, and a finished change of many people at once', async () => {
  const { core, demo, as } = place;
  const { organizationId } = demo;
  const views = (await core.dispatch(as, 'views.list', { organizationId })).rows;
  expect(views.length).toBeGreaterThan(1);
  for (const { name, query } of views) {
    const { filter, ...order } = query;
    const { rows } = await core.dispatch(as, 'users.list', { organizationId, ...filter, ...order });
    expect(rows.length, name).toBeGreaterThan(0);
  }
  const [job] = (await core.dispatch(as, 'jobs.list', { organizationId })).rows;
  expect(job).toMatchObject({ operation: 'users.updateMany', state: 'finished', failed: 0 });
  expect(job?.done).toBe(job?.total);
  expect(job?.total).toBeGreaterThan(10);
});

test('nothing in the demo lies in the future, and everybody who accepted did so after the mail and before the link expired', async () => {
  const { core } = place;
  const now = Date.now();
  const rows = await core.store.read
    .selectFrom('invitation')
    .innerJoin('membership', 'membership.id', 'invitation.membership_id')
    .select(['invitation.state', 'starts_at', 'expires_at', 'ended_at', 'joined_at', 'changed_at'])
    .execute();
  for (const row of rows) {
    expect(row.changed_at).toBeLessThanOrEqual(now);
    if (row.state !== 'accepted') continue;
    expect(row.starts_at).not.toBeNull();
    expect(row.ended_at).toBeGreaterThan(row.starts_at ?? 0);
    expect(row.ended_at).toBeLessThan(row.expires_at ?? 0);
    expect(row.joined_at).toBe(row.ended_at);
  }
});

test('the demo’s operator and its other members can sign in with the same password', async () => {
  const { core, demo } = place;
  const window: Caller = { face: 'window', credentials: { kind: 'anonymous' } };
  expect(await core.dispatch(window, 'session.signIn', demo.operator)).toMatchObject({ person: { id: 1 } });
  const member = await core.store.read
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('email')
    .where('status', '=', 'active')
    .orderBy('membership.id', 'desc')
    .executeTakeFirstOrThrow();
  const { password } = demo.operator;
  expect(await core.dispatch(window, 'session.signIn', { email: member.email, password })).toMatchObject({
    person: { email: member.email },
  });
});

test('the demo has the same people every time', async () => {
  const names = async (core: Core) =>
    (await core.store.read.selectFrom('person').select('email').orderBy('id').execute()).map((p) => p.email);
  expect(await names((await openDemo()).core)).toEqual(await names(place.core));
});

test('no address or phone number in the demo can belong to anybody', async () => {
  const { core } = place;
  const people = await core.store.read
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.email', 'person.phone', 'membership.phone as told'])
    .execute();
  for (const { email, phone, told } of people) {
    expect(email).toMatch(/@([a-z-]+\.)?(example\.(com|org)|[a-z-]+\.test)$/);
    for (const number of [phone, told]) if (number) expect(number).toMatch(/^\+447700900\d{3}$/); // set aside by Ofcom for drama
  }
});
