import { expect, test } from 'vitest';
import type { PreviewEntry } from '#contract/invitations.ts';
import {
  addressesIn,
  chipsText,
  countChips,
  judged,
  outcomeOf,
  sendable,
  withAdded,
} from '../../../src-renderer/features/guests/chips.ts';

const entry = (line: number, facts: Partial<PreviewEntry>): PreviewEntry => ({
  line,
  index: 0,
  raw: '',
  start: 0,
  end: 0,
  verdict: 'new',
  ...facts,
});

const chips = ['ana@example.org', 'bob@', 'eve@example.org', 'sam@example.org'];
const entries = [
  entry(1, { email: 'ana@example.org' }),
  entry(2, { raw: 'bob@', verdict: 'refused', reason: 'domain-empty' }),
  entry(3, { email: 'eve@example.org', verdict: 'already-member' }),
  entry(4, { email: 'sam@example.org' }),
];
const all = judged(chips, entries);

test('what cannot be an address stays as it was typed', () => {
  expect(addressesIn(entries)).toEqual(['ana@example.org', 'bob@', 'eve@example.org', 'sam@example.org']);
});

test('each address is kept once, whatever its case, in the order in which it came', () => {
  expect(withAdded(['ana@example.org'], ['Bob@example.org', 'ANA@example.org', ' ', 'bob@example.org'])).toEqual([
    'ana@example.org',
    'Bob@example.org',
  ]);
});

test('each chip is a line of its own, and finds its verdict by it', () => {
  expect(chipsText(chips).split('\n')).toEqual(chips);
  expect(all.map((chip) => chip.entry?.verdict)).toEqual(['new', 'refused', 'already-member', 'new']);
});

test('of several entries on one line the worst counts', () => {
  const [chip] = judged(
    ['a b'],
    [entry(1, {}), entry(1, { index: 1, verdict: 'refused', reason: 'no-at' }), entry(1, {})],
  );
  expect(chip?.entry?.reason).toBe('no-at');
});

test('chips without a verdict count for nothing', () => {
  expect(countChips(judged(chips, []))).toEqual({ new: 0, refused: 0, skipped: 0 });
  expect(sendable(judged(chips, []))).toEqual([]);
});

test('only new addresses are sent; the others are counted as refused or skipped', () => {
  expect(sendable(all)).toEqual(['ana@example.org', 'sam@example.org']);
  expect(countChips(all)).toEqual({ new: 2, refused: 1, skipped: 1 });
});

test('addresses refused before or by sending are kept; skipped ones are only counted', () => {
  const outcome = outcomeOf(all, {
    invited: [{ position: 0, email: 'ana@example.org', membershipId: 7, invitationId: 8 }],
    skipped: [],
    refused: [{ position: 1, email: 'sam@example.org', reason: 'not-a-partner' }],
  });
  expect(outcome.invited).toEqual([{ email: 'ana@example.org', membershipId: 7, name: '' }]);
  expect(outcome.skipped).toBe(1);
  expect(outcome.kept.map(({ raw, reason }) => [raw, reason])).toEqual([
    ['bob@', 'domain-empty'],
    ['sam@example.org', 'not-a-partner'],
  ]);
});
