import { expect, test } from 'vitest';
import { initials, shortName } from '../../../src-renderer/components/initials.ts';

test('initials are the first letters of the first and the last word', () => {
  expect(initials('Daniela Ferreira dos Santos')).toBe('DS');
  expect(initials('elif yıldırım')).toBe('EY');
  expect(initials('Prince')).toBe('P');
});

test('an address gives its first letter, and a blank name nothing', () => {
  expect(initials('noor@example.com')).toBe('N');
  expect(initials('  ')).toBe('');
});

test('a letter of several code points stays whole, and punctuation is skipped', () => {
  expect(initials('e\u0301lodie (HR) "Zoé"')).toBe('E\u0301Z');
});

test('a short name keeps the family name', () => {
  expect(shortName('Samira El-Khoury')).toBe('S. El-Khoury');
  expect(shortName('Prince')).toBe('Prince');
});
