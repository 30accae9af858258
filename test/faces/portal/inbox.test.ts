import { describe, expect, it } from 'vitest';
import { strictHeaders } from '../../../src-main/faces/portal/headers.ts';
import { tell } from '../../../src-main/features/inbox/store.ts';
import { accept, dump, type Invitee, invite, newAccount } from '../../support/invitees.ts';
import { setMember, writeRows } from '../../support/memberships.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal, signUp } from './support.ts';

type Portal = Awaited<ReturnType<typeof openPortal>>;

const signIn = (portal: Portal, email: string, password: string = newAccount.password) =>
  ask(portal, '/sign-in', { form: { email, password } });

/** Somebody who has accepted, of any kind, and is signed in. */
async function arrive(w: Workspace, portal: Portal, email: string, kind: 'user' | 'guest' | 'inbox-agent' = 'user') {
  const invited = await invite(w, email);
  await accept(w, invited.token);
  await setMember(w, invited.membershipId, { kind });
  const answer = await signIn(portal, email);
  return { ...invited, landed: answer.headers.location, headers: cookieHeader(answer.cookies) };
}

async function personOf(w: Workspace, { membershipId }: Pick<Invitee, 'membershipId'>): Promise<number> {
  const row = await w.core.store.read
    .selectFrom('membership')
    .select('person_id')
    .where('id', '=', membershipId)
    .executeTakeFirstOrThrow();
  return row.person_id;
}

const forget = (w: Workspace) =>
  writeRows(w, async (db) => {
    await db.deleteFrom('notice').execute();
  });

/** The text of the page, without its tags. */
const textOf = (body: string) =>
  body
    .slice(body.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the start page', () => {
  it('shows for each organization the roles, the products enabled there, and the kind of membership', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { organizationId } = w;
    for (const name of ['Yard <b>', 'Old fleet', 'Route planner'])
      await w.call('products.create', { organizationId, name });
    const invited = await invite(w, 'ana@example.org', { products: ['Yard <b>', 'Old fleet', 'Route planner'] });
    await accept(w, invited.token);
    const { rows } = await w.call('products.list', { organizationId });
    const old = rows.find((r) => r.name === 'Old fleet')?.id ?? 0;
    await w.call('products.archive', { organizationId, id: old });
    const other = await w.call('organizations.create', { name: 'Brightwater', owner });
    const agent = await invite({ ...w, organizationId: other.organizationId }, 'ana@example.org');
    await setMember(w, agent.membershipId, { kind: 'inbox-agent', status: 'active' });

    const { cookies, headers } = await signIn(portal, 'ana@example.org');
    expect(headers.location).toBe('/');
    const home = await ask(portal, '/', { headers: cookieHeader(cookies) });
    expect(home.status).toBe(200);
    expect(home.body).not.toContain('<b>');
    const text = textOf(home.body);
    expect(text).toMatch(/^ ?EL Example Logistics Start /); // rather than the one where they are an agent
    expect(text).toContain('Brightwater Inbox agent');
    expect(text).toContain('Example Logistics Roles: Member Products Route planner Yard &lt;b&gt;');
    expect(text).not.toContain('Old fleet');
  });

  it('says where no product is enabled, and where somebody is a guest', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { headers } = await arrive(w, portal, 'guest@example.org', 'guest');
    const { body } = await ask(portal, '/', { headers });
    expect(textOf(body)).toContain('Example Logistics Guest Roles: Member Products None yet');
  });

  it('links to the inbox with the number of unread notices', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const ana = await arrive(w, portal, 'ana@example.org');
    await forget(w);
    const nav = async () =>
      /<nav[\s\S]*<\/header>/.exec((await ask(portal, '/', { headers: ana.headers })).body)?.[0] ?? '';
    expect(textOf(`<body>${await nav()}`)).toBe(' Start Organizations Inbox Profile Sign out ');
    const personId = await personOf(w, ana);
    await writeRows(w, async (db) => {
      for (const kind of ['suspended', 'reactivated'] as const)
        await tell(db, { organizationId: w.organizationId, personId, kind }, w.clock.now());
    });
    expect(textOf(`<body>${await nav()}`)).toBe(' Start Organizations Inbox 2 unread Profile Sign out ');
    expect(await nav()).toContain('href="/inbox"');
  });

  it('has the inbox even for somebody who no longer belongs anywhere, so that they learn why', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const ana = await arrive(w, portal, 'ana@example.org');
    await setMember(w, ana.membershipId, { status: 'removed' });
    const personId = await personOf(w, ana);
    await writeRows(w, (db) => tell(db, { organizationId: w.organizationId, personId, kind: 'removed' }, 0));
    const home = await ask(portal, '/', { headers: ana.headers });
    expect([home.status, home.body.includes('You belong to no organization now.')]).toEqual([200, true]);
    const inbox = await ask(portal, '/inbox', { headers: ana.headers });
    expect([inbox.status, inbox.body.includes('You no longer belong to Example Logistics.')]).toEqual([200, true]);
  });
});

describe('the inbox', () => {
  it('tells what happened, where, and when in the zone of the organization, newest first', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const ana = await arrive(w, portal, 'ana@example.org');
    await forget(w);
    const about = { organizationId: w.organizationId, personId: await personOf(w, ana) };
    const at = Date.UTC(2026, 10, 24, 23, 30);
    await writeRows(w, async (db) => {
      await tell(db, { ...about, kind: 'joined', added: ['Member', 'Yard'], removed: ['Night & day'] }, at);
      await tell(db, { ...about, kind: 'access-changed', added: ['Auditor'], removed: ['Member'] }, at);
      await tell(db, { ...about, kind: 'suspended' }, at);
      await tell(db, { ...about, kind: 'reactivated' }, at);
      await tell(db, { ...about, kind: 'removed' }, at);
    });
    const { status, body } = await ask(portal, '/inbox', { headers: ana.headers });
    expect(status).toBe(200);
    const when = 'Wed 25 Nov 2026, 00:30 CET';
    expect(textOf(body)).toContain(
      [
        '5 unread notices Mark all as read',
        'New: You no longer belong to Example Logistics. To return, you have to be invited again.',
        `${when} New: You have your access to Example Logistics back.`,
        `${when} New: Your access to Example Logistics is suspended. It rests until it is given back. Nothing of it is lost.`,
        `${when} New: Your access to Example Logistics was changed. Added: Auditor Removed: Member`,
        `${when} New: You joined Example Logistics. You have: Member, Yard`,
        `Deleted before you joined and therefore not yours: Night &amp; day ${when}`,
      ].join(' '),
    );
    expect(body).toContain('<time datetime="2026-11-24T23:30:00.000Z">');
  });

  it('says when there is nothing yet, and then has no button', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { headers } = await arrive(w, portal, 'ana@example.org');
    await forget(w);
    const { body } = await ask(portal, '/inbox', { headers });
    expect(textOf(body)).toContain('No notices yet. When your access changes, it says so here.');
    expect(body).not.toContain('/inbox/read');
  });

  it('is changed by no GET or HEAD, only by its button', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const ana = await arrive(w, portal, 'ana@example.org');
    await forget(w);
    const personId = await personOf(w, ana);
    await writeRows(w, (db) => tell(db, { organizationId: w.organizationId, personId, kind: 'suspended' }, 1));
    const notices = () => w.core.store.read.selectFrom('notice').selectAll().execute();
    const before = [await dump(w), await notices()];
    for (const method of ['GET', 'HEAD']) {
      expect((await ask(portal, '/inbox', { method, headers: ana.headers })).status).toBe(200);
      expect((await ask(portal, '/inbox/read', { method, headers: ana.headers })).status).toBe(404);
    }
    const foreign = await ask(portal, '/inbox/read', {
      method: 'POST',
      headers: { ...ana.headers, 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    expect([await dump(w), await notices()]).toEqual(before);
    const read = await ask(portal, '/inbox/read', { method: 'POST', headers: ana.headers });
    expect([read.status, read.headers.location]).toEqual([303, '/inbox']);
    expect((await notices()).map((n) => n.read_at)).toEqual([w.clock.now()]);
    const { body } = await ask(portal, '/inbox', { headers: ana.headers });
    expect(textOf(body)).toContain('Everything is read.');
    expect(textOf(body)).not.toMatch(/New:|unread|Mark all/);
  });

  it('sends whoever is not signed in to the sign-in, for reading and for marking', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { baseUrl: 'http://join.example.com/welcome' });
    for (const asked of [ask(portal, '/welcome/inbox'), ask(portal, '/welcome/inbox/read', { method: 'POST' })]) {
      const { status, headers } = await asked;
      expect([status, headers.location]).toEqual([303, '/welcome/sign-in']);
    }
    expect((await ask(portal, '/inbox', { headers: { cookie: 'portal-session=forged' } })).status).toBe(303);
  });
});

describe('an inbox agent', () => {
  it('lands in the inbox, and can go nowhere else but out', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { landed, headers } = await arrive(w, portal, 'agent@example.org', 'inbox-agent');
    expect(landed).toBe('/inbox');
    expect((await ask(portal, '/sign-in', { headers })).headers.location).toBe('/inbox');
    const { status, body } = await ask(portal, '/inbox', { headers });
    expect(status).toBe(200);
    const links = [...body.matchAll(/<(?:a|form)[^>]* (?:href|action)="([^"]*)"/g)].map((m) => m[1]);
    expect(new Set(links)).toEqual(new Set(['/inbox', '/sign-out', '/inbox/read']));
    expect((await ask(portal, '/inbox/read', { method: 'POST', headers })).headers.location).toBe('/inbox');
  });

  it.each([
    ['GET', '/'],
    ['HEAD', '/'],
    ['GET', '/?a=1'],
    ['GET', '/nowhere'],
    ['GET', '/inbox/read'],
    ['GET', '/inbox/'],
    ['GET', '/INBOX'],
    ['GET', '/organizations'],
    ['POST', '/'],
    ['POST', '/inbox'],
    ['DELETE', '/inbox'],
  ])('is refused %s %s with 403', async (method, route) => {
    const w = await freshWorkspace();
    const portal = await openPortal(w, { baseUrl: 'http://join.example.com/welcome' });
    const { headers } = await arrive(w, portal, 'agent@example.org', 'inbox-agent');
    const refused = await ask(portal, route, { method, headers });
    expect(refused.status).toBe(403);
    expect(refused.headers).toMatchObject(strictHeaders);
    if (method === 'HEAD') return;
    expect(refused.body).toContain('<h1>You have access to the Inbox only</h1>');
    expect(refused.body).toContain('<a class="button" href="/welcome/inbox">Open the Inbox</a>');
    expect(refused.body).not.toContain('Example Logistics');
  });

  it('gets stylesheet, script and links like everybody, and leaves by signing out', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { headers } = await arrive(w, portal, 'agent@example.org', 'inbox-agent');
    const { token } = await invite(w, 'somebody@example.org');
    for (const [route, status] of [
      ['/style.css', 200],
      ['/portal.js', 200],
      ['/favicon.ico', 204],
      [`/i/${token}`, 200],
      ['/i/unknown', 404],
    ] as const)
      expect([route, (await ask(portal, route, { headers })).status]).toEqual([route, status]);
    const out = await ask(portal, '/sign-out', { method: 'POST', headers });
    expect([out.status, out.headers.location]).toEqual([303, '/sign-in']);
    expect((await ask(portal, '/', { headers })).status).toBe(303);
  });

  it('counts against the limit like everybody before being refused', async () => {
    const w = await freshWorkspace();
    const { headers } = await arrive(w, await openPortal(w), 'agent@example.org', 'inbox-agent');
    const portal = await openPortal(w, { limits: { requests: 2 } });
    const statuses: number[] = [];
    for (const route of ['/', '/nowhere', '/nowhere', '/'])
      statuses.push((await ask(portal, route, { headers })).status);
    expect(statuses).toEqual([403, 403, 429, 429]);
  });

  it('who joins another organization as a user gets the start page, with both on it', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { headers } = await arrive(w, portal, 'agent@example.org', 'inbox-agent');
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    const second = await invite({ ...w, organizationId }, 'agent@example.org');
    expect((await ask(portal, '/', { headers })).status).toBe(403);
    const joined = await ask(portal, `/i/${second.token}`, { form: { account: 'signed-in' }, headers });
    expect([joined.status, joined.headers.location]).toEqual([303, '/']);
    const home = await ask(portal, '/', { headers });
    expect(home.status).toBe(200);
    expect(textOf(home.body)).toMatch(/Brightwater Roles: Member .*Example Logistics Inbox agent/);
    expect((await ask(portal, '/inbox', { headers })).body).toContain('href="/"');
    expect((await ask(portal, '/nowhere', { headers })).status).toBe(404);
  });

  it('of two organizations lands in the inbox after accepting, with the password or signed in', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { headers } = await arrive(w, portal, 'agent@example.org', 'inbox-agent');
    const joinAs = async (name: string, form: Record<string, string>, more = {}) => {
      const { organizationId } = await w.call('organizations.create', { name, owner });
      const { token, membershipId } = await invite({ ...w, organizationId }, 'agent@example.org');
      await setMember(w, membershipId, { kind: 'inbox-agent' });
      return (await ask(portal, `/i/${token}`, { form, ...more })).headers.location;
    };
    expect(await joinAs('Brightwater', { account: 'signed-in' }, { headers })).toBe('/inbox');
    expect(await joinAs('Nordhavn', { account: 'existing', password: newAccount.password })).toBe('/inbox');
  });

  it('signs up like everybody else', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { invited } = await w.call('invitations.send', {
      organizationId: w.organizationId,
      kind: 'inbox-agent',
      entries: [{ email: 'agent@example.org' }],
    });
    const { membershipId = 0 } = invited[0] ?? {};
    const { link } = await w.call('invitations.copyLink', { organizationId: w.organizationId, membershipId });
    const accepted = await ask(portal, new URL(link).pathname, { form: signUp });
    expect([accepted.status, accepted.headers.location]).toEqual([303, '/sign-in']);
    const signedIn = await signIn(portal, 'agent@example.org', signUp.password);
    expect(signedIn.headers.location).toBe('/inbox');
    const { body } = await ask(portal, '/inbox', { headers: cookieHeader(signedIn.cookies) });
    expect(textOf(body)).toContain('You joined Example Logistics.');
  });
});
