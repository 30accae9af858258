import { expect, it } from 'vitest';
import { takenOver } from '../../../src-renderer/components/taken-over.ts';

const before = { name: 'Depot', contact: '', approval: false, rights: ['users:read', 'mail:read'] };

it('takes over what others stored in fields in which nothing was typed, and keeps what was typed in the rest', () => {
  const typed = { ...before, contact: 'help@example.com' };
  const now = { ...before, name: 'Depot North', approval: true };
  expect(takenOver(before, typed, now)).toEqual({ ...now, contact: 'help@example.com' });
});

it('keeps what was typed in a field that others changed as well', () => {
  const typed = { ...before, name: 'Depot South' };
  expect(takenOver(before, typed, { ...before, name: 'Depot North' }).name).toBe('Depot South');
});

it('counts each item of a list alone, in the order in which it is stored', () => {
  const rights = (typed: string[], now: string[]) =>
    takenOver(before, { ...before, rights: typed }, { ...before, rights: now }).rights;
  expect(rights(['users:read', 'mail:read', 'audit:read'], ['users:read'])).toEqual(['users:read', 'audit:read']);
  expect(rights(['mail:read'], ['users:read', 'mail:read', 'audit:read'])).toEqual(['mail:read', 'audit:read']);
  expect(rights(['mail:read', 'users:read', 'audit:read'], ['audit:read', 'users:read', 'mail:read'])).toEqual([
    'audit:read',
    'users:read',
    'mail:read',
  ]);
});
