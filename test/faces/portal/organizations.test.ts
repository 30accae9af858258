import { describe, expect, it } from 'vitest';
import { accept, type Invitee, invite, newAccount } from '../../support/invitees.ts';
import { give, lastAudit, namesOf, writeRows } from '../../support/memberships.ts';
import { asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal } from './support.ts';

type Portal = Awaited<ReturnType<typeof openPortal>>;
const day = 24 * hour;

/** The text of the page, without its tags. */
const textOf = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const signIn = async (portal: Portal, email: string, password: string = newAccount.password) => {
  const answer = await ask(portal, '/sign-in', { form: { email, password } });
  return { ...answer, sent: cookieHeader(answer.cookies) };
};

/** Makes somebody who has joined a guest whose access ends at that time. */
const makeGuest = (w: Workspace, { membershipId }: Pick<Invitee, 'membershipId'>, endsAt: number | null) =>
  writeRows(w, async (db) => {
    await db
      .updateTable('membership')
      .set({ kind: 'guest', guest_days: 90, access_ends_at: endsAt })
      .where('id', '=', membershipId)
      .execute();
  });

/** Midnight in Amsterdam after the given day of November or December 2026. */
const after = (month: number, dayOfMonth: number) => Date.UTC(2026, month - 1, dayOfMonth, 23);

/** Somebody with an account in one organization who belongs to others as well. */
async function ana(w: Workspace, others: readonly string[] = []) {
  const here = await invite(w, 'ana@example.org', { roles: ['Member', 'Auditor'] });
  await accept(w, here.token);
  const there: (Invitee & { organizationId: number })[] = [];
  for (const name of others) {
    const { organizationId } = await w.call('organizations.create', { name, owner, timeZone: 'Europe/Amsterdam' });
    const invitee = await invite({ ...w, organizationId }, 'ana@example.org');
    await accept(w, invitee.token, { kind: 'existing', password: newAccount.password });
    there.push({ ...invitee, organizationId });
  }
  return { here, there };
}

function at<T>(list: readonly T[], i: number): T {
  const one = list[i];
  if (one === undefined) throw new Error(`there is no ${i}`);
  return one;
}

const membershipOf = (w: Workspace, { membershipId }: Pick<Invitee, 'membershipId'>) =>
  w.core.store.read
    .selectFrom('membership')
    .select(['status', 'kind'])
    .where('id', '=', membershipId)
    .executeTakeFirstOrThrow();

describe('the page of organizations', () => {
  it('lists one’s own with kind and roles, and those one is a guest of with the end of access', async () => {
    const w = await freshWorkspace(); // 20 November 2026, 13:00 in Amsterdam
    const portal = await openPortal(w);
    const { there } = await ana(w, ['Brightwater <b>', 'Nordhavn', 'Kaiyo', 'Achterberg']);
    const lastDays = [
      [11, 22],
      [11, 20],
      [12, 31],
      [11, 19],
    ] as const;
    for (const [i, [month, last]] of lastDays.entries()) await makeGuest(w, at(there, i), after(month, last));
    const { sent } = await signIn(portal, 'ana@example.org');
    const { status, body } = await ask(portal, '/organizations', { headers: sent });
    expect(status).toBe(200);
    expect(body).not.toContain('<b>');
    expect(body).toContain('<a href="/organizations" aria-current="page">Organizations</a>');
    const [own = '', guest = ''] = textOf(body).split('Guest organizations');
    expect(own).toContain('Organization Kind Roles EL Example Logistics Current User Auditor, Member Leave');
    expect(own).not.toMatch(/Expires|Brightwater|Switch/);
    expect(guest).toContain('Organization Kind Roles Expires A Achterberg');
    const ended = 'Achterberg Your access has ended. Only a new invitation brings it back. Guest Member';
    expect(guest).toContain(`${ended} Expires 19 Nov 2026 Expired Leave Achterberg`);
    expect(guest).toContain('Brightwater &lt;b&gt; Guest Member Expires 22 Nov 2026 2 days left Switch');
    expect(guest).toContain('Kaiyo Guest Member Expires 31 Dec 2026 41 days left Switch to Kaiyo Leave Kaiyo');
    expect(guest).toContain('Nordhavn Guest Member Expires 20 Nov 2026 Last day today Switch');
    // within the organization's notice window, and only there
    expect([...body.matchAll(/class="more soon">([^<]*)</g)].map((m) => m[1])).toEqual([
      '2 days left',
      'Last day today',
    ]);
  });

  it('counts days by the calendar of the organization, even across a change of the clocks', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { there } = await ana(w, ['Brightwater']);
    w.clock.time = Date.UTC(2027, 2, 26, 23, 30); // 27 March, 00:30; clocks go forward on the 28th
    await makeGuest(w, at(there, 0), Date.UTC(2027, 2, 28, 22)); // the end of the 28th, a day of 23 hours
    const left = async () => {
      const { sent } = await signIn(portal, 'ana@example.org');
      return textOf((await ask(portal, '/organizations', { headers: sent })).body);
    };
    expect(await left()).toContain('28 Mar 2027 1 day left');
    w.clock.time = Date.UTC(2027, 2, 28, 21, 59);
    expect(await left()).toContain('28 Mar 2027 Last day today');
    w.clock.time = Date.UTC(2027, 2, 28, 22);
    expect(await left()).toContain('28 Mar 2027 Expired');
  });

  it('is closed to whoever is not signed in, and to inbox agents', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { here } = await ana(w);
    for (const route of ['/organizations', `/organizations/${w.organizationId}/leave`, '/profile', '/guests/invite']) {
      const { status, headers } = await ask(portal, route);
      expect([status, headers.location]).toEqual([303, '/sign-in']);
    }
    await writeRows(w, async (db) => {
      await db.updateTable('membership').set({ kind: 'inbox-agent' }).where('id', '=', here.membershipId).execute();
    });
    const { sent } = await signIn(portal, 'ana@example.org');
    for (const [route, method] of [
      ['/organizations', 'GET'],
      ['/organizations/switch', 'POST'],
      [`/organizations/${w.organizationId}/leave`, 'GET'],
      [`/organizations/${w.organizationId}/leave`, 'POST'],
      ['/profile', 'GET'],
      ['/profile/password', 'POST'],
      ['/guests/invite', 'GET'],
    ] as const)
      expect((await ask(portal, route, { method, headers: sent })).status).toBe(403);
    expect(await membershipOf(w, here)).toMatchObject({ status: 'active' });
  });
});

describe('switching', () => {
  it('makes the pages show another organization, as long as the person belongs there', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { there } = await ana(w, ['Nordhavn']);
    const nordhavn = at(there, 0);
    await makeGuest(w, nordhavn, w.clock.now() + hour);
    const { sent, cookies } = await signIn(portal, 'ana@example.org');
    const organizationId = String(nordhavn.organizationId);
    const speaksOf = async (headers: Record<string, string>) =>
      /<span class="name">([^<]*)<\/span><\/div><nav/.exec((await ask(portal, '/', { headers })).body)?.[1];
    expect(await speaksOf(sent)).toBe('Example Logistics');

    const switched = await ask(portal, '/organizations/switch', { form: { organizationId }, headers: sent });
    expect([switched.status, switched.headers.location]).toEqual([303, '/']);
    expect(switched.setCookies[0]).toMatch(/^portal-organization=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const now = cookieHeader({ ...cookies, ...switched.cookies });
    expect(await speaksOf(now)).toBe('Nordhavn');
    const list = textOf((await ask(portal, '/organizations', { headers: now })).body);
    expect(list).toContain('Nordhavn Current Guest');
    expect(list).toContain('Switch to Example Logistics');

    w.clock.advance(hour);
    expect(await speaksOf(now)).toBe('Example Logistics');
  });

  it('leads nowhere else: not to strange organizations, not by a forged cookie, not from another site', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    await ana(w);
    const { organizationId: strange } = await w.call('organizations.create', { name: 'Strange', owner });
    const { sent, cookies } = await signIn(portal, 'ana@example.org');
    for (const organizationId of [String(strange), '', '0', 'x']) {
      const answer = await ask(portal, '/organizations/switch', { form: { organizationId }, headers: sent });
      expect([answer.headers.location, answer.setCookies]).toEqual(['/organizations', []]);
    }
    for (const value of [Buffer.from(String(strange)).toString('base64url'), 'garbage', 'eyJ9']) {
      const { body, status } = await ask(portal, '/', {
        headers: cookieHeader({ ...cookies, 'portal-organization': value }),
      });
      expect([status, body.includes('Strange')]).toEqual([200, false]);
    }
    for (const route of ['/organizations/switch', `/organizations/${w.organizationId}/leave`, '/profile'])
      expect(
        (
          await ask(portal, route, {
            form: { organizationId: String(w.organizationId) },
            headers: { ...sent, 'sec-fetch-site': 'cross-site' },
          })
        ).status,
      ).toBe(403);
  });
});

describe('leaving', () => {
  it('asks first, then ends the membership with all that belongs to it, as the person’s own act', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { here } = await ana(w, ['Nordhavn']);
    const { organizationId } = w;
    const team = await w.call('teams.create', { organizationId, name: 'Yard' });
    await give(w, 'team', here.membershipId, [team.id]);
    const { sent, cookies } = await signIn(portal, 'ana@example.org');
    const route = `/organizations/${organizationId}/leave`;
    const asked = await ask(portal, route, { headers: sent });
    expect(textOf(asked.body)).toContain('Leave Example Logistics? Your roles, teams and products there end at once.');
    expect(await membershipOf(w, here)).toMatchObject({ status: 'active' });

    const left = await ask(portal, route, { method: 'POST', headers: sent });
    expect([left.status, left.headers.location]).toEqual([303, '/organizations']);
    expect(await membershipOf(w, here)).toMatchObject({ status: 'removed' });
    expect([await namesOf(w, 'role', here.membershipId), await namesOf(w, 'team', here.membershipId)]).toEqual([
      [],
      [],
    ]);
    expect(await lastAudit(w, 'profile.leave')).toMatchObject({
      organization_id: organizationId,
      actor: 'ana@example.org',
      target: 'ana@example.org',
      face: 'portal',
      outcome: 'done',
    });
    const list = await ask(portal, '/organizations', { headers: cookieHeader({ ...cookies, ...left.cookies }) });
    expect(textOf(list.body)).toContain('You have left Example Logistics.');
    expect(textOf(list.body)).toContain('Nordhavn Current');
    // said once, and a second click changes nothing
    expect(list.setCookies[0]).toMatch(/^portal-told=; .*Expires=Thu, 01 Jan 1970/);
    const again = await ask(portal, route, { method: 'POST', headers: sent });
    expect([again.status, again.headers.location, again.setCookies]).toEqual([303, '/organizations', []]);
  });

  it('is possible once access as a guest has ended, and from the last organization', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { here, there } = await ana(w, ['Nordhavn']);
    const nordhavn = at(there, 0);
    await makeGuest(w, nordhavn, w.clock.now());
    const { sent, cookies } = await signIn(portal, 'ana@example.org');
    const leave = (id: number) => ask(portal, `/organizations/${id}/leave`, { method: 'POST', headers: sent });
    await leave(nordhavn.organizationId);
    expect((await ask(portal, '/organizations', { headers: sent })).status).toBe(200);
    const last = await leave(w.organizationId);
    expect([await membershipOf(w, nordhavn), await membershipOf(w, here)]).toMatchObject([
      { status: 'removed' },
      { status: 'removed' },
    ]);
    // whoever has no access left is signed out, and told so where they sign in
    const { status, headers } = await ask(portal, '/organizations', { headers: sent });
    expect([status, headers.location]).toEqual([303, '/sign-in']);
    const told = await ask(portal, '/sign-in', { headers: cookieHeader({ ...cookies, ...last.cookies }) });
    expect(textOf(told.body)).toContain('You have left Example Logistics.');
  });

  it('is refused to the last owner with the reason, before and after the click', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { sent } = await signIn(portal, owner.email, owner.password);
    const route = `/organizations/${w.organizationId}/leave`;
    const asked = await ask(portal, route, { headers: sent });
    expect(textOf(asked.body)).toContain('You cannot leave Example Logistics now');
    expect(textOf(asked.body)).toContain('Make somebody else an owner first.');
    expect(asked.body).not.toContain(`action="${route}"`);
    const refused = await ask(portal, route, { method: 'POST', headers: sent });
    expect([refused.status, refused.body]).toEqual([422, asked.body]);
    await expect(w.call('profile.leave', { organizationId: w.organizationId })).rejects.toMatchObject({
      code: 'last-owner',
    });
    const { there } = await ana(w, ['Nordhavn']);
    const organizationId = there[0]?.organizationId ?? 0;
    await expect(w.callAs(asOperator('ana@example.org'), 'profile.leave', { organizationId })).resolves.toEqual({
      organization: 'Nordhavn',
    });
  });

  it('changes nothing in an organization that one does not belong to, or that does not exist', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { here } = await ana(w);
    const { organizationId: strange } = await w.call('organizations.create', { name: 'Strange', owner });
    const { sent } = await signIn(portal, 'ana@example.org');
    for (const method of ['GET', 'POST'])
      for (const [id, status] of [
        [String(strange), 303],
        ['0', 404],
        ['x', 404],
      ] as const) {
        const answer = await ask(portal, `/organizations/${id}/leave`, { method, headers: sent });
        expect([answer.status, answer.body.includes('Strange')]).toEqual([status, false]);
      }
    expect(await membershipOf(w, here)).toMatchObject({ status: 'active' });
  });
});

describe('when the access of a guest has ended', () => {
  it('the guest can no longer sign in, and is told why, even while signed in', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { here } = await ana(w);
    await makeGuest(w, here, w.clock.now() + hour);
    const { sent } = await signIn(portal, 'ana@example.org');
    expect((await ask(portal, '/', { headers: sent })).status).toBe(200);
    w.clock.advance(hour);
    const ended = await ask(portal, '/', { headers: sent });
    expect([ended.status, textOf(ended.body)]).toEqual([403, expect.stringContaining('Your access has ended')]);
    expect(textOf(ended.body)).toContain('Only a new invitation brings it back.');
    expect(ended.body).toContain('action="/sign-out"');

    const refused = await signIn(portal, 'ana@example.org');
    expect([refused.status, refused.cookies]).toEqual([403, {}]);
    expect(textOf(refused.body)).toContain('Your access has ended');
    // whoever does not know the password learns nothing of it
    const guessed = await signIn(portal, 'ana@example.org', 'a guess at a password');
    expect([guessed.status, textOf(guessed.body)]).toEqual([422, expect.not.stringContaining('ended')]);
  });

  it('signing in still works for somebody who belongs elsewhere', async () => {
    const w = await freshWorkspace();
    const portal = await openPortal(w);
    const { here } = await ana(w, ['Nordhavn']);
    await makeGuest(w, here, w.clock.now() - day);
    const { status, sent } = await signIn(portal, 'ana@example.org');
    expect(status).toBe(303);
    const { body } = await ask(portal, '/', { headers: sent });
    expect(textOf(body)).not.toContain('Example Logistics');
  });
});
