import { describe, expect, it } from 'vitest';
import { languages, messagesIn } from '#contract/messages/index.ts';
import { type WordingKind, wordingKinds } from '#contract/vocabulary/wording.ts';
import { checkWording } from '../../src-main/mail/wording/check.ts';
import type { Values } from '../../src-main/mail/wording/fill.ts';
import { partsOf, subjectOf } from '../../src-main/mail/wording/lay-out.ts';
import { suggest } from '../../src-main/mail/wording/suggest.ts';

const bodyProblems = (kind: WordingKind, body: string) =>
  checkWording(kind, { subject: 'x', body }).body.map(({ code, line, column, what, instead }) => ({
    code,
    at: `${line}:${column}`,
    ...(what === '' ? {} : { what }),
    ...(instead === null ? {} : { instead }),
  }));
const codes = (kind: WordingKind, body: string) => bodyProblems(kind, body).map(({ code }) => code);

describe('the check of a wording', () => {
  it.each(Object.keys(languages).flatMap((language) => wordingKinds.map((kind) => [language, kind] as const)))(
    'finds nothing wrong with the default wording, in %s: %s',
    (language, kind) => {
      const nothing = { subject: [], body: [] };
      expect(checkWording(kind, messagesIn(language).mail.letters.templates[kind])).toEqual(nothing);
    },
  );

  it('gives line and column of what is unknown, and what was probably meant', () => {
    expect(bodyProblems('invitation', 'Hello 🙂 {organisaton},\n\n  {Inviter} or {pet}\n{link}')).toEqual([
      { code: 'not-a-placeholder', at: '1:9', what: 'organisaton', instead: 'organization' },
      { code: 'not-a-placeholder', at: '3:3', what: 'Inviter', instead: 'inviter' },
      { code: 'not-a-placeholder', at: '3:16', what: 'pet' },
    ]);
    // known elsewhere, but not in this mail
    expect(bodyProblems('password-reset', '{link} {inviter}')).toEqual([
      { code: 'not-a-placeholder', at: '1:8', what: 'inviter' },
    ]);
  });

  it.each([
    ['{link} {', 'brace-not-closed'],
    ['{link} {na\nme}', 'brace-not-closed', 'brace-not-opened'],
    ['{link} }', 'brace-not-opened'],
    ['{link} [a', 'bracket-not-closed'],
    ['{link} a]', 'bracket-not-opened'],
    ['{link} [a [b] c]', 'bracket-in-bracket', 'bracket-not-opened'],
    ['{link} {}', 'not-a-placeholder'],
    [' \n ', 'empty', 'link-missing'],
    ['Hello', 'link-missing'],
    ['{link} and {link}', 'link-twice'],
    ['[{link}|none]', 'link-in-brackets'],
  ])('refuses %j', (body, ...expected) => {
    expect(codes('invitation', body)).toEqual(expect.arrayContaining(expected));
    expect(codes('invitation', body)).toHaveLength(expected.length);
  });

  it('demands no link in a mail that has none', () => {
    expect(codes('guest-ended', 'Goodbye.')).toEqual([]);
    expect(codes('guest-ended', '{link}')).toEqual(['not-a-placeholder']);
  });

  it('lets neither link nor note into a subject', () => {
    const { subject } = checkWording('invitation', { subject: 'Here: {link} {note}', body: '{link}' });
    expect(subject.map(({ code, what }) => [code, what])).toEqual([
      ['not-in-subject', 'link'],
      ['not-in-subject', 'note'],
    ]);
  });
});

describe('a suggestion', () => {
  const known = ['organization', 'inviter', 'as-guest', 'days', 'day'] as const;
  it.each([
    ['organisation', 'organization'],
    ['orgnaization', 'organization'],
    ['org', 'organization'],
    ['invited', 'inviter'],
    ['as guest', 'as-guest'],
    ['AS_GUEST', 'as-guest'],
    ['dasy', 'days'],
    ['nothing like it', null],
    ['', null],
    ['x'.repeat(5000), null],
  ])('for %s is %s', (typed, expected) => {
    expect(suggest(typed, known)).toBe(expected);
  });
});

describe('filling in', () => {
  const say = (body: string, values: Values = {}) => partsOf(body, values);

  it('turns a template into paragraphs, lines, lists and blocks', () => {
    const link = { link: 'https://x.test', button: 'Go', openLink: 'Open:' };
    expect(
      say('Hello\nthere\n\n\nBring:\n- a pass\n- {thing}\n\n- alone\nClick {link} now\n ', { thing: 'tea', link }),
    ).toEqual(['Hello\nthere', 'Bring:', { list: ['a pass', 'tea'] }, { list: ['alone'] }, 'Click', link, 'now']);
  });

  it('takes the first part of a bracket whose values are all there, or leaves the bracket out', () => {
    const greet = (values: Values) => say('[{inviter} invites you|You are invited|never].[ As {role}.]', values);
    expect(greet({ inviter: 'Olive', role: 'Admin' })).toEqual(['Olive invites you. As Admin.']);
    expect(greet({ inviter: '', role: '' })).toEqual(['You are invited.']);
  });

  it('leaves out lines and items without content, and the space before a missing value', () => {
    expect(say('Hello {name},\n{inviter}\nthere\n\n{note}\n\n- {role}\n- x', { note: { quote: [] } })).toEqual([
      'Hello,\nthere',
      { list: ['x'] },
    ]);
    expect(say('a [b {name} c] d')).toEqual(['a d']);
  });

  it('lets a bracket span several lines', () => {
    const writes = '[{inviter} writes:\n{note}|A note:\n{note}]\n\nBye';
    const quote = { quote: ['See you'] };
    expect(say(writes, { inviter: 'Olive', note: quote })).toEqual(['Olive writes:', quote, 'Bye']);
    expect(say(writes, { note: quote })).toEqual(['A note:', quote, 'Bye']);
    expect(say(writes, { inviter: 'Olive' })).toEqual(['Bye']);
  });

  it('shows doubled signs once', () => {
    expect(say('{{name}} [[x|y]] a||b [p||q {name}]', { name: 'N' })).toEqual(['{name} [x|y] a|b p|q N']);
  });

  it('interprets nothing in what is filled in: no placeholder, bracket, list, line or link', () => {
    const nasty = '{link} [{name}|x]\n\n- item\r\nhttp://x.test/i/••••••••';
    expect(say('{name}\n- {name}', { name: nasty })).toEqual([
      '{link} [{name}|x] - item http://x.test/i/…',
      { list: ['{link} [{name}|x] - item http://x.test/i/…'] },
    ]);
    expect(subjectOf('Hi {name}', { name: nasty })).toBe('Hi {link} [{name}|x] - item http://x.test/i/…');
    expect(say('{name}', { name: '- no item' })).toEqual(['- no item']);
  });

  it('knows no placeholder by the name of a property that every object has', () => {
    expect(say('a {constructor} {__proto__} {toString} b')).toEqual(['a b']);
  });
});
