import { expect, test } from 'vitest';
import { rowKey } from '../../../src-renderer/features/users/row-keys.ts';

const press = (key: string, shiftKey = false) => ({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false });

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
  expect(rowKey(press('L', true), 0, 3, true)).toBeUndefined();
});

test('a dot and Shift F10 open the menu, Enter the person, Shift R their roles', () => {
  for (const key of [press('.'), press('F10', true)]) expect(rowKey(key, 0, 3, true)).toEqual({ kind: 'menu' });
  expect(rowKey(press('Enter'), 0, 3, true)).toEqual({ kind: 'open' });
  expect(rowKey(press('Enter'), 0, 3, false)).toBeUndefined();
  expect(rowKey(press('R', true), 0, 3, true)).toEqual({ kind: 'roles' });
});

test('Space selects, Shift with an arrow adds the neighbour, Ctrl A selects the page, Esc deselects all', () => {
  expect(rowKey(press(' '), 1, 3, true)).toEqual({ kind: 'select' });
  expect(rowKey(press(' '), 1, 3, false)).toBeUndefined();
  expect(rowKey(press('ArrowDown', true), 1, 3, true)).toEqual({ kind: 'extend', to: 2 });
  expect(rowKey(press('ArrowUp', true), 1, 3, true)).toEqual({ kind: 'extend', to: 0 });
  expect(rowKey(press('ArrowDown', true), 2, 3, true)).toEqual({ kind: 'extend', to: 2 });
  expect(rowKey({ ...press('a'), ctrlKey: true }, 0, 3, true)).toEqual({ kind: 'selectPage' });
  expect(rowKey(press('Escape'), 0, 3, true)).toEqual({ kind: 'deselect' });
});
