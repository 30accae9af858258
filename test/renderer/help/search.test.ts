import { describe, expect, it, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import { keysIn } from '../../../src-renderer/features/help/keys-in.ts';
import { targetOf } from '../../../src-renderer/features/help/links.ts';
import { type WrittenPage, writtenPages } from '../../../src-renderer/features/help/pages.ts';
import { type Book, searchHelp } from '../../../src-renderer/features/help/search.ts';
import { anchorOf, plainText, sectionsOf } from '../../../src-renderer/features/help/sections.ts';

const none = Object.fromEntries(writtenPages.map((page) => [page, []])) as unknown as Record<WrittenPage, []>;
const book: Book = {
  ...none,
  guests: sectionsOf('# Guests\n\nThey take no seat.\n\n## Invite guests\n\nType **addresses** & press `Enter`.\n'),
  users: sectionsOf('# Users\n\nA click opens one.\n\n## When there are no seats\n\n- Free one\n- Invite fewer\n'),
};
const headings = (typed: string) => searchHelp(book, typed).map(({ heading }) => heading);

describe('searching the help', () => {
  it('finds the sections that hold every word, those with it in their heading first', () => {
    expect(headings('seat')).toEqual(['When there are no seats', 'Guests']);
    expect(headings('invite')).toEqual(['Invite guests', 'When there are no seats']);
    expect(headings('invite addresses')).toEqual(['Invite guests']);
    expect(searchHelp(book, 'fewer')).toEqual([
      { page: 'users', heading: 'When there are no seats', anchor: 'when-there-are-no-seats' },
    ]);
  });

  it('ignores case and accents, and finds nothing while nothing is typed', () => {
    expect(headings('ÍNVITE')).toEqual(headings('invite'));
    expect(headings('  ')).toEqual([]);
    expect(headings('quokka')).toEqual([]);
  });
});

test('a section is searched as it is shown, without Markdown, and its heading gives its anchor', () => {
  const [, section] = book.guests;
  expect(plainText(section?.tokens ?? []).trim()).toBe('Type addresses & press Enter.');
  expect(sectionsOf('# A\n\n## Über „Gäste“: 1 & 2\n')[1]?.anchor).toBe('über-gäste-1--2');
  expect(anchorOf('A second operator’s approval')).toBe('a-second-operators-approval');
});

test.each([
  ['Ctrl+K', 'Mod+K'],
  ['Ctrl+Shift+A', 'Mod+Shift+A'],
  ['G U', 'G U'],
  ['?', '?'],
  ['Space', 'Space'],
  ['{link}', undefined],
  ['--demo', undefined],
  ['Backspace', undefined],
  ['', undefined],
])('the code %j names the keys %s', (text, keys) => expect(keysIn(text, messagesIn('en').help.names)).toBe(keys));

test('keys have their German names in German', () => {
  expect(keysIn('Strg+Umschalt+A', messagesIn('de').help.names)).toBe('Mod+Shift+A');
});

test.each([
  ['pending.md', { to: 'help', page: 'pending', anchor: '' }],
  ['mail.md#wenn-kein-netz-da-ist', { to: 'help', page: 'mail', anchor: 'wenn-kein-netz-da-ist' }],
  ['#set-the-rules', { to: 'help', page: 'inviting', anchor: 'set-the-rules' }],
  ['#/settings/mail', { to: 'window', path: '/settings/mail' }],
  ['https://example.com/', undefined],
  ['nowhere.md', undefined],
  ['../security.md', undefined],
  ['', undefined],
])('a link to %j leads only where it may', (href, target) => expect(targetOf(href, 'inviting')).toEqual(target));
