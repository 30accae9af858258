import { describe, expect, test } from 'vitest';
import { type Chosen, carriedOver, changesBetween } from '../../../src-renderer/features/user/access-changes.ts';

const nothing: Chosen = { roles: [], teams: [], groups: [], products: [], lines: [] };

describe('what an update sends', () => {
  test('is the difference, and only of what differs', () => {
    expect(
      changesBetween({ ...nothing, roles: [1, 2], teams: [7] }, { ...nothing, roles: [2, 3], teams: [7] }),
    ).toEqual({ roles: { add: [3], remove: [1] } });
  });

  test('is nothing when something was taken away and chosen again, in whatever order', () => {
    expect(changesBetween({ ...nothing, lines: [4, 5] }, { ...nothing, lines: [5, 4] })).toEqual({});
  });
});

describe('when somebody else changes the same person meanwhile', () => {
  test('their change comes in, and what was chosen here stays chosen', () => {
    const before = { ...nothing, roles: [1], teams: [7, 8] };
    const chosen = { ...before, roles: [1, 2], teams: [7] };
    const now = { ...before, roles: [1, 9], teams: [7, 8, 10] };
    expect(carriedOver(before, chosen, now)).toEqual({ ...nothing, roles: [1, 9, 2], teams: [7, 10] });
  });

  test('theirs is shown as it is if nothing was chosen here', () => {
    const before = { ...nothing, groups: [1] };
    const now = { ...nothing, groups: [2] };
    expect(carriedOver(before, before, now)).toEqual(now);
  });
});
