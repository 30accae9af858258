import { expect, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { daysIn, domainsIn, domainsProblem } from '../../../src-renderer/features/settings/guest-form.ts';

const say = messagesIn('en').guests.settings;

test('days may be typed in any order, and are sorted with the earliest mail first', () => {
  expect(daysIn('3, 14;3 30')).toEqual([30, 14, 3]);
  expect(daysIn('  ')).toEqual([]);
});

test('anything but numbers of days from 1 to 90, or too many of them, is refused', () => {
  for (const text of ['0', '91', '1.5', '-3', 'three', '1 2 3 4 5 6']) expect(daysIn(text), text).toBeUndefined();
});

test('a list of domains ignores empty lines, a leading @ and repetitions', () => {
  expect(domainsIn('Partner.example\n\n@partner.example \r\nother.test')).toEqual(['partner.example', 'other.test']);
  expect(domainsProblem('Partner.example\n\n@other.test', say)).toBeUndefined();
});

test('wrong lines are named with their number, three at most, and the rest are counted', () => {
  expect(domainsProblem('partner.example\n\nnot a domain', say)).toBe(say.badDomain(3, 'not a domain'));
  expect(domainsProblem('a\nb\nc\nd\ne', say)?.split('\n')).toEqual([
    say.badDomain(1, 'a'),
    say.badDomain(2, 'b'),
    say.badDomain(3, 'c'),
    say.moreBad(2),
  ]);
});

test('an empty list is refused, because it would let nobody in', () => {
  expect(domainsProblem(' \n ', say)).toBe(say.domainsNeeded);
});
