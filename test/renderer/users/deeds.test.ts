import { expect, test } from 'vitest';
import { type MemberKind, memberKinds, type UserStatus, userStatuses } from '#contract/vocabulary/user-filter.ts';
import { deeds, isFinal, offerOf, offersFor } from '../../../src-renderer/features/users/deeds.ts';

const everything = () => true;
const somebody = (status: UserStatus, kind: MemberKind = 'user', endsAt: number | null = null) => ({
  status,
  kind,
  guest: kind === 'guest' ? { days: 90, endsAt, sponsor: null, mayInviteGuests: false } : null,
});
const offered = (...whom: Parameters<typeof somebody>) => offersFor(somebody(...whom), everything).map((o) => o.deed);

test('a pending invitation can be copied, mailed again, replaced, extended and revoked', () => {
  expect(offered('pending')).toEqual([
    'edit',
    'copyLink',
    'sendAgain',
    'reinvite',
    'extend',
    'copyEmail',
    'makeGuest',
    'revoke',
  ]);
  expect(offered('pending', 'inbox-agent')).toEqual([
    'edit',
    'copyLink',
    'sendAgain',
    'reinvite',
    'extend',
    'copyEmail',
    'revoke',
  ]);
});

test('an expired link is neither copied nor mailed again', () => {
  expect(offered('expired')).toEqual(['edit', 'reinvite', 'copyEmail', 'revoke']);
});

test('somebody who has joined can be suspended, reactivated and removed', () => {
  expect(offered('active')).toEqual(['edit', 'copyEmail', 'makeGuest', 'suspend', 'remove']);
  expect(offered('suspended')).toEqual(['edit', 'copyEmail', 'makeGuest', 'reactivate', 'remove']);
  expect(offered('active', 'inbox-agent')).toEqual(['edit', 'copyEmail', 'suspend', 'remove']);
});

test('somebody revoked or removed is history: nothing of theirs can be changed', () => {
  for (const status of ['revoked', 'removed'] as const) expect(offered(status)).toEqual(['edit', 'copyEmail']);
});

test('a guest is renewed while there is access, and invited again once it or the link has ended', () => {
  expect(offered('pending', 'guest')).toEqual([
    'edit',
    'copyLink',
    'sendAgain',
    'reinvite',
    'extend',
    'copyEmail',
    'makeUser',
    'revoke',
  ]);
  expect(offered('active', 'guest', 2000)).toEqual(['edit', 'renew', 'copyEmail', 'makeUser', 'suspend', 'remove']);
  expect(offered('expired', 'guest', 1000)).toEqual(['edit', 'inviteAgain', 'copyEmail', 'remove']);
  expect(offered('expired', 'guest')).toEqual(['edit', 'inviteAgain', 'copyEmail', 'revoke']);
  expect(offered('suspended', 'guest', 2000)).toEqual(['edit', 'copyEmail', 'makeUser', 'reactivate', 'remove']);
});

test('the key for more time extends the link while it is open, and access later', () => {
  expect(offerOf('renew', somebody('pending', 'guest'), everything)?.deed).toBe('extend');
  expect(offerOf('renew', somebody('active', 'guest', 2000), everything)?.deed).toBe('renew');
  expect(offerOf('renew', somebody('expired'), everything)).toBeUndefined();
});

test('the key for a new invitation does whichever kind applies', () => {
  expect(offerOf('reinvite', somebody('expired', 'guest', 1000), everything)?.deed).toBe('inviteAgain');
  expect(offerOf('reinvite', somebody('expired'), everything)?.deed).toBe('reinvite');
});

test('removing guests takes the right on guests, removing users the one on users', () => {
  const guestsOnly = (right: string) => right === 'guests:write';
  expect(offerOf('remove', somebody('active', 'guest', 2000), guestsOnly)).toEqual({ deed: 'remove' });
  expect(offerOf('remove', somebody('active'), guestsOnly)).toEqual({ deed: 'remove', lacks: 'users:write' });
});

test('nobody extends their own access', () => {
  const own = { ...somebody('active', 'guest', 2000), own: true };
  for (const deed of ['renew', 'makeUser'] as const)
    expect(offerOf(deed, own, everything)).toEqual({ deed, bar: 'yourself' });
});

test('each status is offered its actions in the order of the menu, with at most one final action, which is the last', () => {
  for (const kind of memberKinds) {
    for (const status of userStatuses) {
      const found = offered(status, kind);
      expect(found).toEqual(deeds.filter((deed) => found.includes(deed)));
      expect(found.slice(0, -1).some(isFinal)).toBe(false);
    }
  }
});

test('an action for which a right is lacking is offered with the name of that right', () => {
  expect(offersFor(somebody('pending'), (right) => right === 'users:write')).toEqual([
    { deed: 'edit' },
    { deed: 'copyLink', lacks: 'links:copy' },
    { deed: 'sendAgain' },
    { deed: 'reinvite', lacks: 'invitations:reinvite' },
    { deed: 'extend', lacks: 'invitations:reinvite' },
    { deed: 'copyEmail' },
    { deed: 'makeGuest' },
    { deed: 'revoke' },
  ]);
});

test('nobody suspends or removes themselves, nor the last owner', () => {
  for (const deed of ['suspend', 'remove', 'makeGuest'] as const) {
    expect(offerOf(deed, { ...somebody('active'), own: true }, everything)).toEqual({ deed, bar: 'yourself' });
    expect(offerOf(deed, { ...somebody('active'), lastOwner: true }, everything)).toEqual({ deed, bar: 'last-owner' });
    expect(offerOf(deed, somebody('active'), everything)).toEqual({ deed });
  }
});

test('the key for a final action does whichever one applies', () => {
  expect(offerOf('revoke', somebody('active'), everything)?.deed).toBe('remove');
  expect(offerOf('revoke', somebody('expired'), everything)?.deed).toBe('revoke');
  expect(offerOf('revoke', somebody('removed'), everything)).toBeUndefined();
});
