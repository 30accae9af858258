import { expect, test } from 'vitest';
import { chordOf, type Press, sequence } from '../../../src-renderer/app/keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('a letter is named by its capital, with the modifiers before it', () => {
  expect(chordOf(press('n'), false)).toBe('N');
  expect(chordOf(press('I', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+I');
  expect(chordOf(press('ArrowLeft', { altKey: true }), false)).toBe('Alt+ArrowLeft');
});

test('a symbol is named by itself, whatever modifiers the layout needs for it', () => {
  expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?');
  expect(chordOf(press('/', { ctrlKey: true, altKey: true }), false)).toBe('/');
  expect(chordOf(press(',', { ctrlKey: true }), false)).toBe('Mod+,');
});

test('the main modifier is ⌘ on a Mac and Ctrl elsewhere, and the other one makes no shortcut', () => {
  expect(chordOf(press('i', { metaKey: true }), true)).toBe('Mod+I');
  expect(chordOf(press('i', { ctrlKey: true }), true)).toBeUndefined();
  expect(chordOf(press('i', { metaKey: true }), false)).toBeUndefined();
});

test('a modifier alone means nothing', () => {
  expect(chordOf(press('Control', { ctrlKey: true }), false)).toBeUndefined();
});

test('two keys in quick succession are tried together first, then the later one alone', () => {
  const next = sequence();
  expect(next('G', 0)).toEqual(['G']);
  expect(next('U', 400)).toEqual(['G U', 'U']);
});

test('a key long after another stands for itself', () => {
  const next = sequence();
  next('G', 0);
  expect(next('U', 5000)).toEqual(['U']);
});
