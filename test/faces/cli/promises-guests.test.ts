import { expect, test } from 'vitest';
import type { UserChoice } from '#contract/user-filter.ts';
import { now, refused, run, userOf } from '../../support/command-line.ts';
import { accept, newAccount, tokenOf } from '../../support/invitees.ts';
import { addOperator } from '../../support/operators.ts';

// The promises about guests (rows E of docs/features.md), kept by `gatehouse call` as its own process, as a script of an
// admin would.

test('E1, E2, E4: guests are invited with period, permissions and a note, by those who may, and take no seat', async () => {
  const w = await now();
  await addOperator(w, 'manager@example.org', 'Account manager');
  await addOperator(w, 'member@example.org', 'Member');
  const { organizationId } = w;
  await w.call('organizations.update', { organizationId, seatLimit: 3 });
  const emails = ['ana@example.org', 'not an address'];
  const { entries } = await run(w, 'guests.preview', { text: 'ana@example.org bela@example.org\tchloe@example.org' });
  expect(entries.map((e) => e.verdict)).toEqual(['new', 'new', 'new']);
  const terms = { accountManager: true, mayInviteGuests: true, days: 30, note: 'See you on Monday.' };
  const sent = await run(w, 'guests.invite', { emails, ...terms }, 'manager@example.org');
  expect(sent).toMatchObject({ invited: [{ email: 'ana@example.org' }], refused: [{ position: 1, reason: 'space' }] });
  expect(await refused(w, 'guests.invite', { emails }, 'member@example.org')).toMatchObject({
    code: 'not-permitted',
    message: expect.stringContaining('Invite guests'),
  });
  expect(await userOf(w, 'ana@example.org')).toMatchObject({
    kind: 'guest',
    status: 'pending',
    roles: [{ name: 'Account manager' }],
    guest: { days: 30, endsAt: null, sponsor: { name: 'manager@example.org' }, mayInviteGuests: true },
  });
  expect(await run(w, 'organizations.seats', {})).toMatchObject({ used: 3, pending: 0, free: 0 });
  await accept(w, await tokenOf(w, sent.invited[0]?.invitationId ?? 0));
  const more = { emails: ['bela@example.org'], accountManager: true };
  expect((await run(w, 'guests.invite', more, 'ana@example.org')).invited).toHaveLength(1);
  expect(await w.call('organizations.seats', { organizationId })).toMatchObject({ used: 3, free: 0 });
});

test('E3, E5: access ends after the period, a new invitation brings it back, and a guest can be removed at any time', async () => {
  const w = await now();
  const { organizationId } = w;
  w.clock.time = Date.now() - 40 * 86_400_000;
  await w.call('organizations.update', { organizationId, guestDays: 30 });
  const { invited } = await w.call('guests.invite', { organizationId, emails: ['ana@example.org'] });
  const { membershipId = 0, invitationId = 0 } = invited[0] ?? {};
  await accept(w, await tokenOf(w, invitationId));
  w.clock.time = Date.now();
  expect(await userOf(w, 'ana@example.org')).toMatchObject({ kind: 'guest', status: 'expired', guest: { days: 30 } });
  expect(await refused(w, 'users.list', {}, 'ana@example.org')).toMatchObject({ code: 'unknown-operator' });
  expect(await refused(w, 'guests.renew', { membershipId })).toMatchObject({
    code: 'access-ended',
    message: expect.stringContaining('Only a new invitation brings it back'),
  });
  const again = await run(w, 'guests.inviteAgain', { membershipId });
  await accept(w, await tokenOf(w, again.invitationId), { kind: 'existing', password: newAccount.password });
  const back = await userOf(w, 'ana@example.org');
  expect(back).toMatchObject({ status: 'active', guest: { days: 30 } });
  expect(back.guest?.endsAt).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  await run(w, 'guests.remove', { membershipId });
  expect((await w.call('users.list', { organizationId, kinds: ['guest'] })).rows).toEqual([]);
});

test('E7: guests whose access ends soon, and no others, are counted and listed until they are renewed', async () => {
  const w = await now();
  const { organizationId } = w;
  w.clock.time = Date.now() - 80 * 86_400_000;
  for (const [email, days] of [
    ['ana@example.org', 90],
    ['bela@example.org', 85],
    ['chloe@example.org', 120],
    ['dora@example.org', 70],
  ] as const) {
    const { invited } = await w.call('guests.invite', { organizationId, emails: [email], days });
    await accept(w, await tokenOf(w, invited[0]?.invitationId ?? 0));
  }
  w.clock.time = Date.now();
  const named = async () => {
    const list = await run(w, 'users.list', { kinds: ['guest'], guests: ['expiring'], sort: 'expiry' });
    expect(await run(w, 'guests.expiring', {})).toMatchObject({ expiring: list.rows.length, noticeDays: 14 });
    return list.rows.map((row) => row.email);
  };
  expect(await named()).toEqual(['bela@example.org', 'ana@example.org']);
  const { membershipId } = await userOf(w, 'bela@example.org');
  await run(w, 'guests.renew', { membershipId });
  expect(await named()).toEqual(['ana@example.org']);
  const choice: UserChoice = { kind: 'matching', filter: { kinds: ['guest'], guests: ['expiring'] } };
  await run(w, 'guests.renewMany', { choice });
  expect(await named()).toEqual([]);
});

test('E8: guests are renewed for the period of their invitation, one or all whose access ends soon, with a result for each', async () => {
  const w = await now();
  const { organizationId } = w;
  w.clock.time = Date.now() - 8 * 86_400_000;
  for (const [email, days] of [
    ['ana@example.org', 10],
    ['bela@example.org', 12],
    ['chloe@example.org', 90],
  ] as const) {
    const { invited } = await w.call('guests.invite', { organizationId, emails: [email], days });
    await accept(w, await tokenOf(w, invited[0]?.invitationId ?? 0));
  }
  w.clock.time = Date.now();
  const before = await userOf(w, 'ana@example.org');
  expect(await run(w, 'guests.expiring', {})).toMatchObject({ expiring: 2, noticeDays: 14 });
  await w.call('organizations.update', { organizationId, guestNoticeDays: 8 });
  const { membershipId } = await userOf(w, 'bela@example.org');
  await run(w, 'guests.renew', { membershipId });
  expect(await w.call('guests.expiring', { organizationId })).toMatchObject({ expiring: 1, noticeDays: 8 });
  const choice: UserChoice = { kind: 'matching', filter: { kinds: ['guest'], guests: ['expiring'] } };
  const { jobId } = await run(w, 'guests.renewMany', { choice });
  expect(await w.call('jobs.get', { organizationId, jobId })).toMatchObject({
    state: 'finished',
    total: 1,
    done: 1,
    failed: 0,
  });
  expect((await run(w, 'jobs.results', { jobId })).rows).toMatchObject([{ email: 'ana@example.org', state: 'done' }]);
  const after = await userOf(w, 'ana@example.org');
  expect(after.guest?.endsAt).toBeGreaterThan((before.guest?.endsAt ?? 0) + 4 * 86_400_000);
});

test('E10: once partner domains are named, guests come only from them; others are refused by name', async () => {
  const w = await now();
  const { organizationId } = w;
  const emails = ['ana@partner.test', 'bela@eu.partner.test', 'chloe@example.org'];
  await run(w, 'organizations.update', { partnerDomains: ['Partner.test'] });
  expect(await w.call('organizations.get', { organizationId })).toMatchObject({ partnerDomains: ['partner.test'] });
  const { invited, refused: turnedAway } = await run(w, 'guests.invite', { emails });
  expect(invited.map((i) => i.position)).toEqual([0, 1]);
  expect(turnedAway).toMatchObject([{ email: 'chloe@example.org', reason: 'not-a-partner', detail: 'example.org' }]);
  const entries = [{ email: 'chloe@example.org', roles: ['Member'] }];
  expect((await w.call('invitations.send', { organizationId, entries })).invited).toHaveLength(1);
  await run(w, 'organizations.update', { partnerDomains: null });
  expect((await run(w, 'guests.invite', { emails: ['dora@example.org'] })).invited).toHaveLength(1);
});
