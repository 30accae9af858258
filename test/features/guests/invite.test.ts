import { describe, expect, it } from 'vitest';
import { asOwner, inviteGuest, joinGuest, portalOf, rowOf } from '../../support/guests.ts';
import { accept, dump, tokenOf } from '../../support/invitees.ts';
import { ownerAddress } from '../../support/members.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, owner } from '../../support/workspace.ts';

const manager = 'manager@example.com';

describe('inviting guests', () => {
  it('E1: invites the good addresses in one call, and says what keeps the others out', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await inviteGuest(w, 'old@example.org');
    const emails = ['ana@example.org', 'no address', 'ANA@example.org', 'old@example.org', ownerAddress, 'x@gmail.com'];
    const answer = await w.call('guests.invite', { organizationId, emails });
    expect(answer).toEqual({
      invited: [
        { position: 0, email: 'ana@example.org', membershipId: expect.anything(), invitationId: expect.anything() },
      ],
      skipped: [
        { position: 2, email: 'ANA@example.org', verdict: 'duplicate', reason: 'same-address', detail: '0' },
        { position: 3, email: 'old@example.org', verdict: 'already-invited', reason: 'already-invited' },
        { position: 4, email: ownerAddress, verdict: 'already-member', reason: 'already-member' },
      ],
      refused: [
        { position: 1, email: 'no address', reason: 'space' },
        { position: 5, email: 'x@gmail.com', reason: 'free-mail-provider', detail: 'gmail.com' },
      ],
    });
  });

  it('has a preview that separates by comma, space, tab and line, and judges the same way', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { membershipId } = await inviteGuest(w, 'old@example.org');
    const text = 'ana@example.org, bela@example.org chloe@example.org\tdora@example.org\nnobody old@example.org';
    const { entries } = await w.call('guests.preview', { organizationId, text });
    expect(entries.map(({ raw, verdict, reason }) => [raw, verdict, reason])).toEqual([
      ['ana@example.org', 'new', undefined],
      ['bela@example.org', 'new', undefined],
      ['chloe@example.org', 'new', undefined],
      ['dora@example.org', 'new', undefined],
      ['nobody', 'refused', 'no-at'],
      ['old@example.org', 'already-invited', undefined],
    ]);
    expect(entries.at(-1)).toMatchObject({ membershipId });
  });

  it('asks for neither name nor group, and reads no role out of the text', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('organizations.update', { organizationId, nameRequired: true, groupRequired: true });
    const text = 'E-mail\tRole\tTeam\nana@example.org\tOwner\tNobody';
    const { entries } = await w.call('guests.preview', { organizationId, text });
    expect(entries.at(-1)).toMatchObject({ email: 'ana@example.org', verdict: 'new' });
    expect(entries.at(-1)).not.toHaveProperty('roles');
    expect((await rowOf(w, (await inviteGuest(w, 'ana@example.org')).membershipId)).roles).toMatchObject([
      { name: 'Member' },
    ]);
  });

  it('E2: makes them members or account managers, with period, sponsor, teams and a note', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Night desk' });
    await w.call('organizations.update', { organizationId, guestDays: 45 });
    await addOperator(w, 'sven@example.com', 'Member');
    const { rows } = await w.call('users.list', { organizationId, search: 'sven' });
    const plain = await inviteGuest(w, 'ana@example.org');
    expect(await rowOf(w, plain.membershipId)).toMatchObject({
      kind: 'guest',
      status: 'pending',
      roles: [{ name: 'Member' }],
      guest: { days: 45, endsAt: null, sponsor: { name: owner.name }, mayInviteGuests: false },
    });
    const { membershipId, invitationId } = await inviteGuest(w, 'bela@example.org', {
      accountManager: true,
      mayInviteGuests: true,
      days: 10,
      sponsorMembershipId: rows[0]?.membershipId ?? 0,
      teams: ['night desk'],
      note: '  See you on Monday.\nBring the keys.  ',
    });
    expect(await rowOf(w, membershipId)).toMatchObject({
      roles: [{ name: 'Account manager' }],
      teams: [{ name: 'Night desk' }],
      guest: { days: 10, sponsor: { name: 'sven@example.com' }, mayInviteGuests: true },
    });
    const noteOf = (id: number) =>
      w.core.store.read.selectFrom('invitation').select('note').where('id', '=', id).executeTakeFirst();
    expect(await noteOf(invitationId)).toEqual({ note: 'See you on Monday.\nBring the keys.' });
    expect(await noteOf(plain.invitationId)).toEqual({ note: null });
    const mails = await w.call('outbox.list', { organizationId });
    const mailTo = async (email: string) => {
      const id = mails.rows.find((row) => row.toEmail === email)?.id ?? 0;
      return (await w.call('outbox.show', { organizationId, id })).text;
    };
    const mail = await mailTo('bela@example.org');
    expect(mail).toContain(`as a guest. Your role will be Account manager. Your access lasts 10 days from the day`);
    expect(mail).toContain('writes:\n\n> See you on Monday.\n> Bring the keys.\n');
    expect(await mailTo('ana@example.org')).not.toContain('writes:');
  });

  it('E4: takes no seat, even where none is free', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('organizations.update', { organizationId, seatLimit: 1 });
    const before = await w.call('organizations.seats', { organizationId });
    expect(before).toMatchObject({ used: 1, free: 0 });
    await inviteGuest(w, 'ana@example.org');
    await joinGuest(w, 'bela@example.org');
    expect(await w.call('organizations.seats', { organizationId })).toEqual(before);
  });

  it('is audited for each of them, without the note', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const emails = ['ana@example.org', 'bela@example.org', 'nobody'];
    await w.call('guests.invite', { organizationId, emails, days: 30, note: 'The door code is on the fridge' });
    const { rows } = await w.call('audit.list', { organizationId });
    const detail = { invited: 2, skipped: 0, refused: 1, days: 30, sponsor: ownerAddress };
    expect(rows.filter((r) => r.operation === 'guests.invite')).toMatchObject([
      { target: 'bela@example.org', detail: { ...detail, accountManager: false, mayInviteGuests: false } },
      { target: 'ana@example.org', detail },
    ]);
    expect(JSON.stringify((await dump(w)).audit)).not.toContain('fridge');
  });

  it('treats whoever was removed before as a newcomer', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const membershipId = await joinGuest(w, 'ana@example.org', {
      accountManager: true,
      mayInviteGuests: true,
      days: 7,
    });
    await w.call('guests.remove', { organizationId, membershipId });
    const again = await inviteGuest(w, 'ana@example.org');
    expect(again.membershipId).toBe(membershipId);
    expect(await rowOf(w, membershipId)).toMatchObject({
      status: 'pending',
      roles: [{ name: 'Member' }],
      guest: { days: 90, endsAt: null, mayInviteGuests: false },
    });
    await w.call('guests.remove', { organizationId, membershipId });
    await w.call('invitations.send', { organizationId, entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
    expect(await rowOf(w, membershipId)).toMatchObject({ kind: 'user', guest: null });
  });
});

describe('who may invite guests', () => {
  it('account managers may, members and user managers may not', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addOperator(w, manager, 'Account manager');
    await inviteGuest(w, 'ana@example.org', { accountManager: true, mayInviteGuests: true }, asOperator(manager));
    await addOperator(w, 'member@example.com', 'Member');
    await addOperator(w, 'users@example.com', 'User manager');
    for (const email of ['member@example.com', 'users@example.com'])
      for (const call of [
        w.callAs(asOperator(email), 'guests.invite', { organizationId, emails: ['bela@example.org'] }),
        w.callAs(asOperator(email), 'guests.preview', { organizationId, text: 'bela@example.org' }),
      ])
        await expect(call).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'guests:invite' } });
  });

  it('E2: a guest with that permission may, in the portal, and gives no more than they hold', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Night desk' });
    await joinGuest(w, 'ana@example.org', { mayInviteGuests: true });
    await joinGuest(w, 'bela@example.org');
    const ana = await portalOf(w, 'ana@example.org');
    const bela = await portalOf(w, 'bela@example.org');
    const emails = ['chloe@example.org'];
    await expect(w.callAs(bela, 'guests.invite', { organizationId, emails })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await expect(
      w.callAs(ana, 'guests.invite', { organizationId, emails, accountManager: true }),
    ).rejects.toMatchObject({ code: 'role-not-grantable', data: { role: 'Account manager' } });
    await expect(
      w.callAs(ana, 'guests.invite', { organizationId, emails, teams: ['Night desk'] }),
    ).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'structure:read' } });
    expect((await w.callAs(ana, 'guests.preview', { organizationId, text: emails[0] ?? '' })).entries).toMatchObject([
      { verdict: 'new' },
    ]);
    const { membershipId, token } = await inviteGuest(w, emails[0] ?? '', { mayInviteGuests: true }, ana);
    await accept(w, token);
    expect(await rowOf(w, membershipId)).toMatchObject({
      roles: [{ name: 'Member' }],
      invitedBy: { name: 'Siobhán Ní Mhurchú' },
      guest: { mayInviteGuests: true, sponsor: { name: 'Siobhán Ní Mhurchú' } },
    });
    const chloe = await portalOf(w, 'chloe@example.org');
    await inviteGuest(w, 'dora@example.org', {}, chloe);
  });

  it('a role with guests:invite but fewer rights than an account manager makes no account managers', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('roles.create', { organizationId, name: 'Host', permissions: ['guests:invite', 'guests:read'] });
    await addOperator(w, 'host@example.com', 'Host');
    await inviteGuest(w, 'ana@example.org', { mayInviteGuests: true }, asOperator('host@example.com'));
    const before = await dump(w);
    await expect(
      inviteGuest(w, 'bela@example.org', { accountManager: true }, asOperator('host@example.com')),
    ).rejects.toMatchObject({ code: 'role-not-grantable' });
    expect((await dump(w)).membership).toEqual(before.membership);
  });
});

describe('a sponsor', () => {
  it('must be an active user of the organization, or nobody is invited', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { membershipId: pending } = (
      await w.call('invitations.send', { organizationId, entries: [{ email: 'p@example.org', roles: ['Member'] }] })
    ).invited[0] as { membershipId: number };
    const guest = await joinGuest(w, 'guest@example.org');
    const { organizationId: other } = await w.call('organizations.create', { name: 'Brightwater', owner });
    const elsewhere = (await w.call('users.list', { organizationId: other })).rows[0]?.membershipId ?? 0;
    for (const sponsorMembershipId of [pending, guest, elsewhere, 987_654])
      await expect(inviteGuest(w, 'ana@example.org', { sponsorMembershipId })).rejects.toMatchObject({
        code: 'not-found',
        data: { what: 'user' },
      });
    expect((await w.call('users.list', { organizationId, search: 'ana@' })).rows).toEqual([]);
  });

  it('is nobody where the core itself invites', async () => {
    const w = await freshWorkspace();
    const { membershipId } = await inviteGuest(
      w,
      'ana@example.org',
      {},
      { face: 'core', credentials: { kind: 'core' } },
    );
    expect((await rowOf(w, membershipId)).guest).toMatchObject({ sponsor: null });
  });
});

describe('E10: partner domains', () => {
  const limitTo = (w: Awaited<ReturnType<typeof freshWorkspace>>, partnerDomains: string[] | null) =>
    w.call('organizations.update', { organizationId: w.organizationId, partnerDomains });

  it('are off by default, and are kept in lower case, each once, sorted', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const get = async () => (await w.call('organizations.get', { organizationId })).partnerDomains;
    expect(await get()).toBeNull();
    await limitTo(w, ['Example.ORG', 'bücher.test', 'example.org', 'xn--bcher-kva.test', 'depot.example.com']);
    expect(await get()).toEqual(['bücher.test', 'depot.example.com', 'example.org']);
    await limitTo(w, null);
    expect(await get()).toBeNull();
  });

  it('refuse what is not a domain', async () => {
    const w = await freshWorkspace();
    for (const domain of ['example', '@example.org', 'a b.test', '-a.test', 'a..test', ''])
      await expect(limitTo(w, ['example.org', domain])).rejects.toMatchObject({
        code: 'invalid-input',
        issues: [{ path: ['partnerDomains', 1], message: 'not-a-domain' }],
      });
    await expect(limitTo(w, [])).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('admit the domain itself and what lies below it, and refuse others by name', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await limitTo(w, ['partner.test', 'bücher.test']);
    const emails = [
      'a@partner.test',
      'a@eu.Partner.test',
      'a@bücher.test',
      'a@notpartner.test',
      'a@partner.test.example.org',
      'a@test',
    ];
    const answer = await w.call('guests.invite', { organizationId, emails });
    expect(answer.invited.map((i) => i.position)).toEqual([0, 1, 2]);
    expect(answer.refused).toEqual([
      { position: 3, email: emails[3], reason: 'not-a-partner', detail: 'notpartner.test' },
      { position: 4, email: emails[4], reason: 'not-a-partner', detail: 'partner.test.example.org' },
      { position: 5, email: emails[5], reason: 'domain-single-label' },
    ]);
    const { entries } = await w.call('guests.preview', { organizationId, text: 'b@partner.test b@example.org' });
    expect(entries).toMatchObject([{ verdict: 'new' }, { verdict: 'refused', reason: 'not-a-partner' }]);
  });

  it('do not apply to users, and are checked again when a guest accepts or is invited again', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { token, membershipId } = await inviteGuest(w, 'ana@example.org');
    await limitTo(w, ['partner.test']);
    await w.call('invitations.send', { organizationId, entries: [{ email: 'bela@example.org', roles: ['Member'] }] });
    await expect(accept(w, token)).rejects.toMatchObject({
      code: 'domain-refused',
      data: { domain: 'example.org', reason: 'not-a-partner' },
    });
    await expect(w.call('guests.inviteAgain', { organizationId, membershipId })).rejects.toMatchObject({
      code: 'domain-refused',
    });
    await limitTo(w, null);
    const { invitationId } = await w.callAs(asOwner, 'guests.inviteAgain', { organizationId, membershipId });
    await accept(w, await tokenOf(w, invitationId));
  });
});

it('the settings of guests are kept, mail days the earliest first and each once', async () => {
  const w = await freshWorkspace();
  const { organizationId } = w;
  const get = () => w.call('organizations.get', { organizationId });
  expect(await get()).toMatchObject({
    guestDays: 90,
    guestNoticeDays: 14,
    guestMailDays: [14, 3],
    partnerDomains: null,
  });
  await w.call('organizations.update', {
    organizationId,
    guestDays: 30,
    guestNoticeDays: 7,
    guestMailDays: [1, 10, 1],
  });
  expect(await get()).toMatchObject({ guestDays: 30, guestNoticeDays: 7, guestMailDays: [10, 1] });
  await w.call('organizations.update', { organizationId, guestMailDays: [] });
  expect(await get()).toMatchObject({ guestDays: 30, guestMailDays: [] });
});
