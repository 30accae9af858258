import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PreviewEntry, Verdict } from '#contract/invitations.ts';
import {
  addAnswer,
  countVerdicts,
  emptyTally,
  outgoing,
  slices,
} from '../../../src-renderer/features/invitations/batch.ts';

const entry = (verdict: Verdict, more: Partial<PreviewEntry> = {}): PreviewEntry => ({
  line: 1,
  index: 0,
  raw: 'a@x.test',
  start: 0,
  end: 8,
  email: 'a@x.test',
  verdict,
  ...more,
});

describe('the batch that is sent', () => {
  test('only new entries go, with the roles and teams of their line', () => {
    const entries = [
      entry('refused'),
      entry('new', { email: 'b@x.test', name: 'Bo', roles: ['Admin'], teams: ['IT'] }),
      entry('duplicate'),
      entry('new', { email: 'c@x.test', roles: [] }),
    ];
    expect(outgoing(entries)).toEqual([
      {
        source: 1,
        raw: 'a@x.test',
        name: 'Bo',
        entry: { email: 'b@x.test', name: 'Bo', roles: ['Admin'], teams: ['IT'] },
      },
      { source: 3, raw: 'a@x.test', name: '', entry: { email: 'c@x.test' } },
    ]);
  });

  test('slices hold every entry once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (items, size) => {
        const parts = slices(items, size);
        expect(parts.flat()).toEqual(items);
        expect(parts.every((part) => part.length > 0 && part.length <= size)).toBe(true);
      }),
    );
  });

  test('what the server skipped is gone from the box, what it refused stays', () => {
    const slice = outgoing([
      entry('new', { email: 'a@x.test' }),
      entry('new', { email: 'b@x.test' }),
      entry('new', { email: 'c@x.test' }),
    ]);
    const tally = addAnswer(emptyTally, slice, {
      invited: [{ position: 1, email: 'b@x.test', membershipId: 5, invitationId: 9 }],
      skipped: [{ position: 0, email: 'a@x.test', verdict: 'already-member', reason: 'same-address' }],
      refused: [{ position: 2, email: 'c@x.test', reason: 'unknown-role', detail: 'Boss' }],
    });
    expect(tally).toEqual({
      invited: [{ email: 'b@x.test', membershipId: 5, name: '' }],
      gone: [1, 0],
      skipped: 1,
      refused: [{ source: 2, email: 'c@x.test', raw: 'a@x.test', reason: 'unknown-role', detail: 'Boss' }],
    });
  });

  test('members, invited ones and duplicates count as skipped', () => {
    const entries = [
      entry('new'),
      entry('refused'),
      entry('duplicate'),
      entry('already-member'),
      entry('already-invited'),
    ];
    expect(countVerdicts(entries)).toEqual({ all: 5, new: 1, refused: 1, skipped: 3 });
  });
});
