import { expect, test } from 'vitest';
import { userStatuses } from '#contract/users.ts';
import { deeds, isFinal, offerOf, offersFor } from '../../../src-renderer/features/users/deeds.ts';

const everything = () => true;
const offered = (status: (typeof userStatuses)[number]) => offersFor({ status }, everything).map((o) => o.deed);

test('a pending invitation can be copied, mailed again, replaced and revoked', () => {
  expect(offered('pending')).toEqual(['edit', 'copyLink', 'sendAgain', 'reinvite', 'copyEmail', 'revoke']);
});

test('an expired link is neither copied nor mailed again', () => {
  expect(offered('expired')).toEqual(['edit', 'reinvite', 'copyEmail', 'revoke']);
});

test('who has joined can be suspended, given the access back, and removed', () => {
  expect(offered('active')).toEqual(['edit', 'copyEmail', 'suspend', 'remove']);
  expect(offered('suspended')).toEqual(['edit', 'copyEmail', 'reactivate', 'remove']);
});

test('who has left is history: nothing of theirs can be changed', () => {
  for (const status of ['revoked', 'removed'] as const) expect(offered(status)).toEqual(['edit', 'copyEmail']);
});

test('each status is offered the deeds in the order of the menu, and one final deed at most, which is the last', () => {
  for (const status of userStatuses) {
    const found = offered(status);
    expect(found).toEqual(deeds.filter((deed) => found.includes(deed)));
    expect(found.slice(0, -1).some(isFinal)).toBe(false);
  }
});

test('a deed that needs a right which is lacking is offered with the name of that right', () => {
  expect(offersFor({ status: 'pending' }, (right) => right === 'users:write')).toEqual([
    { deed: 'edit' },
    { deed: 'copyLink', lacks: 'links:copy' },
    { deed: 'sendAgain' },
    { deed: 'reinvite', lacks: 'invitations:reinvite' },
    { deed: 'copyEmail' },
    { deed: 'revoke' },
  ]);
});

test('nobody suspends or removes themselves, nor the last owner', () => {
  for (const deed of ['suspend', 'remove'] as const) {
    expect(offerOf(deed, { status: 'active', own: true }, everything)).toEqual({ deed, bar: 'yourself' });
    expect(offerOf(deed, { status: 'active', lastOwner: true }, everything)).toEqual({ deed, bar: 'last-owner' });
    expect(offerOf(deed, { status: 'active' }, everything)).toEqual({ deed });
  }
});

test('the key for a final deed means the one that there is', () => {
  expect(offerOf('revoke', { status: 'active' }, everything)?.deed).toBe('remove');
  expect(offerOf('revoke', { status: 'expired' }, everything)?.deed).toBe('revoke');
  expect(offerOf('revoke', { status: 'removed' }, everything)).toBeUndefined();
});
