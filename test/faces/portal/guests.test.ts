import { describe, expect, it } from 'vitest';
import { accept, invite, newAccount } from '../../support/invitees.ts';
import { writeRows } from '../../support/memberships.ts';
import { addOperator } from '../../support/operators.ts';
import { freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';
import { ask, cookieHeader, openPortal } from './support.ts';

const textOf = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** A guest who is signed in, and may invite others or not. */
async function guest({ mayInvite }: { mayInvite: boolean }) {
  const w = await freshWorkspace();
  const portal = await openPortal(w);
  const { token, membershipId } = await invite(w, 'ana@example.org');
  await accept(w, token);
  const set = {
    kind: 'guest',
    guest_days: 90,
    access_ends_at: w.clock.now() + 24 * hour,
    may_invite_guests: Number(mayInvite),
  } as const;
  await writeRows(w, async (db) => {
    await db.updateTable('membership').set(set).where('id', '=', membershipId).execute();
  });
  const { cookies } = await ask(portal, '/sign-in', {
    form: { email: 'ana@example.org', password: newAccount.password },
  });
  return { w, portal, membershipId, cookies, sent: cookieHeader(cookies) };
}

const members = (w: Workspace, organizationId = w.organizationId) =>
  w.core.store.read
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('invitation', 'invitation.membership_id', 'membership.id')
    .select(['person.email', 'membership.kind', 'membership.status', 'membership.guest_days', 'membership.sponsor_id'])
    .select(['invitation.note', 'membership.may_invite_guests'])
    .where('membership.organization_id', '=', organizationId)
    .where('person.email', 'not in', [owner.email, 'ana@example.org'])
    .orderBy('person.email')
    .execute();

describe('the page to invite guests', () => {
  it('says whom to ask where a second operator approves invitations, before anything is typed in vain', async () => {
    const { w, portal, sent } = await guest({ mayInvite: true });
    await addOperator(w, 'ben@example.com', 'Admin');
    await w.call('organizations.update', { organizationId: w.organizationId, approvalRequired: true });
    const form = { organizationId: String(w.organizationId), emails: 'bob@partner.test', days: '30', step: 'invite' };
    for (const request of [{ headers: sent }, { form, headers: sent }]) {
      const { status, body } = await ask(portal, '/guests/invite', request);
      expect(status).toBe(403);
      expect(textOf(body)).toContain('Tell your sponsor or an administrator whom to invite.');
    }
    expect((await members(w)).map(({ email }) => email)).toEqual(['ben@example.com']);
  });

  it('says for each address what would happen, and does not invite anybody yet', async () => {
    const { w, portal, sent } = await guest({ mayInvite: true });
    const shown = await ask(portal, '/guests/invite', { headers: sent });
    expect(shown.body).toContain('<a href="/guests/invite" aria-current="page">Invite guests</a>');
    expect(shown.body).toMatch(/name="days"[^>]* value="90"/);
    const form = {
      organizationId: String(w.organizationId),
      emails: 'bob@partner.test, <b>@\tcarl@partner.test;ana@example.org',
      days: '30',
      note: 'See you <there>',
      step: 'check',
    };
    const { status, body } = await ask(portal, '/guests/invite', { form, headers: sent });
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain('bob@partner.test New');
    expect(text).toContain('carl@partner.test New');
    expect(text).toContain('ana@example.org Already a member');
    expect(text).toContain('Refused: ');
    expect(text).toContain('Invite 2 guests');
    expect(body).not.toMatch(/<b>|<there>/);
    expect(body).toContain('See you &lt;there&gt;</textarea>');
    expect(await members(w)).toEqual([]);
  });

  it('invites the good addresses as guests for the period, with the note, and tells which were left out', async () => {
    const { w, portal, sent, cookies } = await guest({ mayInvite: true });
    const form = {
      organizationId: String(w.organizationId),
      emails: 'bob@partner.test\nana@example.org\ncarl@partner.test',
      days: '30',
      note: 'See you there',
      step: 'invite',
    };
    // having switched to another organization meanwhile changes nothing
    const forged = { ...cookies, 'portal-organization': Buffer.from('99').toString('base64url') };
    const { status, body } = await ask(portal, '/guests/invite', { form, headers: cookieHeader(forged) });
    expect(status).toBe(200);
    expect(textOf(body)).toContain('2 guests are invited bob@partner.test, carl@partner.test');
    expect(textOf(body)).toContain('1 address was left out ana@example.org Already a member');
    const personId = (
      await w.core.store.read
        .selectFrom('person')
        .select('id')
        .where('email', '=', 'ana@example.org')
        .executeTakeFirstOrThrow()
    ).id;
    const invited = {
      kind: 'guest',
      status: 'pending',
      guest_days: 30,
      sponsor_id: personId,
      note: 'See you there',
      may_invite_guests: 0,
    };
    expect(await members(w)).toEqual([
      { email: 'bob@partner.test', ...invited },
      { email: 'carl@partner.test', ...invited },
    ]);
    const again = await ask(portal, '/guests/invite', { form, headers: sent });
    expect(again.status).toBe(422);
    expect(textOf(again.body)).toContain('None of these can be invited.');
    expect(textOf(again.body)).toContain('bob@partner.test Already invited');
  });

  it.each([
    [{ emails: ' ' }, 'Fill in at least one address.'],
    [{ days: '0' }, 'Fill in a number of days from 1 to 730.'],
    [{ days: '731' }, 'Fill in a number of days from 1 to 730.'],
    [{ days: 'many' }, 'Fill in a number of days from 1 to 730.'],
    [{ emails: 'nonsense' }, 'None of these can be invited.'],
    [{ note: 'a'.repeat(1001) }, 'At most 1,000 characters.'],
    [{ emails: Array.from({ length: 501 }, (_, i) => `p${i}@partner.test`).join(' ') }, 'At most 500 guests at once.'],
  ])('refuses %o', async (change, why) => {
    const { w, portal, sent } = await guest({ mayInvite: true });
    const good = {
      organizationId: String(w.organizationId),
      emails: 'bob@partner.test',
      days: '30',
      note: '',
      step: 'invite',
    };
    const { status, body } = await ask(portal, '/guests/invite', { form: { ...good, ...change }, headers: sent });
    expect([status, textOf(body)]).toEqual([422, expect.stringContaining(why)]);
    expect(await members(w)).toEqual([]);
  });

  it('takes as many addresses as one call may hold', async () => {
    const { w, portal, sent } = await guest({ mayInvite: true });
    const form = {
      organizationId: String(w.organizationId),
      emails: Array.from({ length: 500 }, (_, i) => `person.number.${i}@a-longer-partner-domain.test`).join('\r\n'),
      days: '30',
      step: 'invite',
    };
    const { status, body } = await ask(portal, '/guests/invite', { form, headers: sent });
    expect([status, textOf(body)]).toEqual([200, expect.stringContaining('500 guests are invited')]);
    expect(await members(w)).toHaveLength(500);
  });

  it('is closed to whoever may not invite, for other organizations, and to forms from elsewhere', async () => {
    const { w, portal, sent } = await guest({ mayInvite: false });
    expect((await ask(portal, '/', { headers: sent })).body).not.toContain('/guests/invite');
    const page = await ask(portal, '/guests/invite', { headers: sent });
    expect([page.status, textOf(page.body)]).toEqual([403, expect.stringContaining('You may not do this here')]);
    const form = { organizationId: String(w.organizationId), emails: 'bob@partner.test', days: '30', step: 'invite' };
    expect((await ask(portal, '/guests/invite', { form, headers: sent })).status).toBe(403);

    const other = await guest({ mayInvite: true });
    const strange = await other.w.call('organizations.create', { name: 'Strange', owner });
    const there = { ...form, organizationId: String(strange.organizationId) };
    expect((await ask(other.portal, '/guests/invite', { form: there, headers: other.sent })).status).toBe(403);
    const elsewhere = { ...other.sent, 'sec-fetch-site': 'cross-site' };
    const own = { ...form, organizationId: String(other.w.organizationId) };
    expect((await ask(other.portal, '/guests/invite', { form: own, headers: elsewhere })).status).toBe(403);
    for (const [house, id] of [
      [w, w.organizationId],
      [other.w, other.w.organizationId],
      [other.w, strange.organizationId],
    ] as const)
      expect(await members(house, id)).toEqual([]);
  });
});
