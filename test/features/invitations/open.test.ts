import { expect, it } from 'vitest';
import { inviteGuest } from '../../support/guests.ts';
import { dump, invite, member, tokenOf } from '../../support/invitees.ts';
import { asNobody, freshWorkspace, hour, type Workspace } from '../../support/workspace.ts';

const open = (w: Workspace, token: string) => w.callAs(asNobody, 'invitations.open', { token });

it('opening a link shows whom it is for, in which roles, by whom and until when', async () => {
  const w = await freshWorkspace();
  const { token, membershipId } = await invite(w, 'siobhan@example.org', {
    name: 'Siobhán',
    roles: ['Member', 'Auditor'],
  });
  await w.call('invitations.copyLink', member(w, membershipId));
  const answer = await open(w, token);
  expect(answer).toMatchObject({
    organization: { name: 'Example Logistics', timeZone: 'Europe/Amsterdam', contact: null },
    email: 'siobhan@example.org',
    name: 'Siobhán',
    firstName: null,
    lastName: null,
    phone: null,
    invitedBy: 'Olive Owner',
    validUntil: w.clock.time + 72 * hour,
    guestDays: null,
    hasAccount: false,
  });
  expect([...answer.roles].sort()).toEqual(['Auditor', 'Member']);
});

it('opening a link yields the names and the number that the inviter wrote, for the person to correct', async () => {
  const w = await freshWorkspace();
  const written = { firstName: 'Siobhán', lastName: 'Murphy', phone: '01 555 0136', country: 'IE' };
  const { token } = await invite(w, 'siobhan@example.org', written);
  expect(await open(w, token)).toMatchObject({
    name: 'Siobhán Murphy',
    firstName: 'Siobhán',
    lastName: 'Murphy',
    phone: '+35315550136',
  });
});

it('a link can be opened before its life has begun, while its mail still waits', async () => {
  const w = await freshWorkspace();
  const { token } = await invite(w, 'ana@example.org');
  w.clock.advance(1000 * hour);
  expect(await open(w, token)).toMatchObject({ validUntil: null });
});

it('a guest is told for how many days: those of the invitation, or else of the organization', async () => {
  const w = await freshWorkspace();
  const named = await inviteGuest(w, 'ana@partner.test', { days: 2 });
  const usual = await inviteGuest(w, 'bob@partner.test');
  const { guestDays } = await w.call('organizations.get', { organizationId: w.organizationId });
  expect([await open(w, named.token), await open(w, usual.token)]).toMatchObject([{ guestDays: 2 }, { guestDays }]);
});

it('opening a link changes nothing, however often', async () => {
  const w = await freshWorkspace();
  const { token } = await invite(w, 'ana@example.org');
  const before = await dump(w);
  for (let i = 0; i < 5; i++) await open(w, token);
  expect(await dump(w)).toEqual(before);
});

it('a link is live up to its end, and expired from that instant on', async () => {
  const w = await freshWorkspace();
  const { token, membershipId } = await invite(w, 'ana@example.org');
  await w.call('invitations.copyLink', member(w, membershipId));
  w.clock.advance(72 * hour - 1);
  await open(w, token);
  w.clock.advance(1);
  await expect(open(w, token)).rejects.toMatchObject({
    code: 'link-expired',
    data: { email: 'ana@example.org', link: { organization: 'Example Logistics', at: w.clock.time } },
  });
});

it('a dead link is reported as revoked, replaced or unknown', async () => {
  const w = await freshWorkspace();
  const revoked = await invite(w, 'ana@example.org');
  await w.call('invitations.revoke', member(w, revoked.membershipId));
  await expect(open(w, revoked.token)).rejects.toMatchObject({ code: 'link-revoked' });

  const replaced = await invite(w, 'bob@example.org');
  const { invitationId } = await w.call('invitations.reinvite', member(w, replaced.membershipId));
  await expect(open(w, replaced.token)).rejects.toMatchObject({ code: 'link-replaced' });
  expect(await open(w, await tokenOf(w, invitationId))).toMatchObject({ email: 'bob@example.org' });

  const [, , signature = ''] = replaced.token.split('.');
  for (const token of ['', 'x', `1.1.${'A'.repeat(43)}`, `9999.1.${signature}`, '\u0000', 'ä'.repeat(200)])
    await expect(open(w, token)).rejects.toMatchObject({ code: 'link-unknown' });
});

it('a link with any one character altered, left out or doubled is refused', async () => {
  const w = await freshWorkspace();
  const { token } = await invite(w, 'ana@example.org');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %';
  const altered = new Set<string>();
  for (let i = 0; i < token.length; i++) {
    for (const c of alphabet) altered.add(token.slice(0, i) + c + token.slice(i + 1));
    altered.add(token.slice(0, i) + token.slice(i + 1));
    altered.add(token.slice(0, i) + token[i] + token.slice(i));
  }
  altered.delete(token);
  for (const one of [...altered, `${token} `, ` ${token}`, `${token}\n`, `0${token}`])
    await expect(open(w, one), one).rejects.toMatchObject({ code: 'link-unknown' });
});

it('opening a link is not for the command line', async () => {
  const w = await freshWorkspace();
  const { token } = await invite(w, 'ana@example.org');
  await expect(w.call('invitations.open', { token })).rejects.toMatchObject({ code: 'wrong-face' });
});
