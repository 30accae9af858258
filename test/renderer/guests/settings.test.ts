import { expect, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { daysIn, domainsIn, domainsProblem } from '../../../src-renderer/features/settings/guest-form.ts';

const say = messagesIn('en').guests.settings;

test('days are read in whatever order they were typed, the earliest mail first', () => {
  expect(daysIn('3, 14;3 30')).toEqual([30, 14, 3]);
  expect(daysIn('  ')).toEqual([]);
});

test('what is no number of days from 1 to 90, or too many of them, is not read', () => {
  for (const text of ['0', '91', '1.5', '-3', 'three', '1 2 3 4 5 6']) expect(daysIn(text), text).toBeUndefined();
});

test('a list of domains passes over empty lines, an @ and repetitions', () => {
  expect(domainsIn('Partner.example\n\n@partner.example \r\nother.test')).toEqual(['partner.example', 'other.test']);
  expect(domainsProblem('Partner.example\n\n@other.test', say)).toBeUndefined();
});

test('each wrong line is named with its number, and many of them are counted', () => {
  expect(domainsProblem('partner.example\n\nnot a domain', say)).toBe(say.badDomain(3, 'not a domain'));
  expect(domainsProblem('a\nb\nc\nd\ne', say)?.split('\n')).toEqual([
    say.badDomain(1, 'a'),
    say.badDomain(2, 'b'),
    say.badDomain(3, 'c'),
    say.moreBad(2),
  ]);
});

test('an empty list would let nobody in, and is not taken for none', () => {
  expect(domainsProblem(' \n ', say)).toBe(say.domainsNeeded);
});
