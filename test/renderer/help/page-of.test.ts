import { expect, test } from 'vitest';
import { fits, helpFor } from '../../../src-renderer/features/help/page-of.ts';

test.each([
  ['/roles/:id?', '/roles', true],
  ['/roles/:id?', '/roles/3', true],
  ['/roles/:id?', '/roles/3/4', false],
  ['/users/:id', '/users', false],
  ['/users', '/users/7', false],
  ['/', '/', true],
  ['/', '/users', false],
  ['/settings/:section?/:part?', '/settings', true],
  ['/settings/:section?/:part?', '/settings/mail/de', true],
])('the pattern %s fits %s: %s', (pattern, path, expected) => expect(fits(pattern, path)).toBe(expected));

test.each([
  ['/users', 'users'],
  ['/users/12', 'users'],
  ['/pending', 'pending'],
  ['/pending/drafts', 'drafts'],
  ['/pending/drafts/4', 'drafts'],
  ['/roles/2', 'roles'],
  ['/settings', 'first-start'],
  ['/settings/mail', 'mail'],
  ['/settings/wording/reminder', 'wording'],
  ['/settings/constructor', 'first-start'],
  ['/nowhere/at/all', 'first-start'],
])('on %s the help opens at %s', (path, page) => expect(helpFor(path)).toBe(page));
