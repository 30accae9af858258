import { expect, test } from 'vitest';
import { userStatuses } from '#contract/users.ts';
import { deeds, offersFor } from '../../../src-renderer/features/users/deeds.ts';
import { rowKey } from '../../../src-renderer/features/users/row-keys.ts';

const everything = () => true;
const press = (key: string, shiftKey = false) => ({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false });

test('a pending invitation can be copied, mailed again, replaced and revoked', () => {
  expect(offersFor('pending', everything)).toEqual(deeds.map((deed) => ({ deed })));
});

test('an expired link is neither copied nor mailed again', () => {
  expect(offersFor('expired', everything).map((o) => o.deed)).toEqual(['reinvite', 'revoke']);
});

test('who has answered has no invitation to act on', () => {
  for (const status of userStatuses.filter((s) => s !== 'pending' && s !== 'expired')) {
    expect(offersFor(status, everything)).toEqual([]);
  }
});

test('a deed that needs a right which is lacking is offered with the name of that right', () => {
  expect(offersFor('pending', (right) => right === 'users:write')).toEqual([
    { deed: 'copyLink', lacks: 'links:copy' },
    { deed: 'sendAgain' },
    { deed: 'reinvite', lacks: 'invitations:reinvite' },
    { deed: 'revoke' },
  ]);
});

test('arrows move within the page and stop at its ends', () => {
  expect(rowKey(press('ArrowDown'), 0, 3, true)).toEqual({ kind: 'move', to: 1 });
  expect(rowKey(press('ArrowDown'), 2, 3, true)).toEqual({ kind: 'move', to: 2 });
  expect(rowKey(press('ArrowUp'), 0, 3, true)).toEqual({ kind: 'move', to: 0 });
  expect(rowKey(press('End'), 0, 3, true)).toEqual({ kind: 'move', to: 2 });
});

test('letters act on a row only while the row itself has the focus', () => {
  expect(rowKey(press('r'), 0, 3, true)).toEqual({ kind: 'deed', deed: 'reinvite' });
  expect(rowKey(press('Delete'), 0, 3, true)).toEqual({ kind: 'deed', deed: 'revoke' });
  expect(rowKey(press('r'), 0, 3, false)).toBeUndefined();
  expect(rowKey(press('R', true), 0, 3, true)).toBeUndefined();
});

test('Enter, a dot and Shift F10 open the menu', () => {
  for (const key of [press('Enter'), press('.'), press('F10', true)]) {
    expect(rowKey(key, 0, 3, true)).toEqual({ kind: 'menu' });
  }
});
