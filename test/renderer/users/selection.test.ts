import { expect, test } from 'vitest';
import { userChoice, userFilter } from '#contract/user-filter.ts';
import {
  between,
  choiceOf,
  everybody,
  isSelected,
  nobody,
  sizeOf,
  withSelected,
} from '../../../src-renderer/features/users/selection.ts';

const filter = userFilter.parse({ search: 'a' });

test('people are selected and deselected one by one', () => {
  const some = withSelected(withSelected(nobody, [1, 2, 3], true), [2], false);
  expect([1, 2, 3].filter((id) => isSelected(some, id))).toEqual([1, 3]);
  expect(sizeOf(some, 486)).toBe(2);
  expect(choiceOf(some, filter)).toEqual({ kind: 'chosen', membershipIds: [1, 3] });
});

test('of all that match, some can be deselected and selected again', () => {
  const most = withSelected(withSelected(everybody, [1, 2], false), [2], true);
  expect([1, 2, 3].filter((id) => isSelected(most, id))).toEqual([2, 3]);
  expect(sizeOf(most, 486)).toBe(485);
  expect(choiceOf(most, filter)).toEqual({ kind: 'matching', filter, except: [1] });
});

test('the choice has the form that the operations take', () => {
  for (const selection of [withSelected(nobody, [1], true), withSelected(everybody, [1], false)])
    expect(userChoice.safeParse(choiceOf(selection, filter)).success).toBe(true);
});

test('a range is the same from either end', () => {
  expect(between([10, 11, 12, 13], 1, 3)).toEqual([11, 12, 13]);
  expect(between([10, 11, 12, 13], 3, 1)).toEqual([11, 12, 13]);
});
