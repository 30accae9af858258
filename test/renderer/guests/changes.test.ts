import { expect, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import {
  type GuestValues,
  guestCarriedOver,
  guestChangesBetween,
  guestValuesOf,
} from '../../../src-renderer/features/user/guest-changes.ts';

const stored: GuestValues = {
  days: 90,
  sponsor: { personId: 1, name: 'Eve Sponsor' },
  accountManager: false,
  mayInviteGuests: true,
};

test('an account manager is recognized by the built-in role', () => {
  const guest = { days: 30, endsAt: null, sponsor: { id: 4, name: 'Eve' }, mayInviteGuests: false };
  const role = { id: 9, name: messagesIn('en').common.roles['account-manager'] };
  expect(guestValuesOf({ guest, roles: [role] }, role.name)).toEqual({
    days: 30,
    sponsor: { personId: 4, name: 'Eve' },
    accountManager: true,
    mayInviteGuests: false,
  });
  expect(guestValuesOf({ guest, roles: [] }, role.name).accountManager).toBe(false);
});

test('only what was changed is sent', () => {
  expect(guestChangesBetween(stored, stored)).toEqual({});
  expect(guestChangesBetween(stored, { ...stored, days: 30, accountManager: true })).toEqual({
    days: 30,
    accountManager: true,
  });
  const other = { personId: 2, name: 'Sam', membershipId: 12 };
  expect(guestChangesBetween(stored, { ...stored, sponsor: other })).toEqual({ sponsorMembershipId: 12 });
  expect(guestChangesBetween(stored, { ...stored, sponsor: null })).toEqual({ sponsorMembershipId: null });
});

test('what somebody else changed meanwhile wins, and what was changed only here stays', () => {
  const now = { ...stored, days: 30 };
  expect(guestCarriedOver(stored, now, { ...stored, days: 60, mayInviteGuests: false })).toEqual({
    ...stored,
    days: 30,
    mayInviteGuests: false,
  });
});
