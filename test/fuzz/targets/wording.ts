import assert from 'node:assert/strict';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { wordingKinds } from '#contract/vocabulary/wording.ts';
import { wordingLength } from '#contract/wording.ts';
import { composeLetter } from '../../../src-main/mail/letter/compose.ts';
import { writeLetter } from '../../../src-main/mail/letter/letter.ts';
import { checkWording } from '../../../src-main/mail/wording/check.ts';
import { letterFacts as facts, letterLink as link } from '../../support/letter-facts.ts';
import { anyText, mutated, pieces, token } from '../odd.ts';
import { refused, type Target, taken } from '../target.ts';

const signs = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '|',
    '{{',
    '}}',
    '[[',
    ']]',
    '\n',
    '\n\n',
    '- ',
    ' ',
    '{name}',
    '{inviter}',
    '{note}',
    '{roles}',
  ],
  ...[
    '{organisation}',
    '{ roles }',
    '{__proto__}',
    '{constructor}',
    '[{role}|{roles}]',
    '<b>',
    '</p>',
    '<script>',
    '&amp;',
  ],
  ...['••••••••', '=?utf-8?q?x?=', '--', '🙂', 'https://evil.example/', 'javascript:alert(1)', '> ', '\u2028'],
];
const usual = fc.oneof(
  pieces(signs, 40),
  anyText,
  mutated(fc.constant('Hello {name},\n\n{inviter} invites you.\n\n{link}\n'), fc.constantFrom(...signs), 8),
);
const long = fc
  .tuple(fc.constantFrom(...signs), fc.nat({ max: 9000 }))
  .map(([sign, times]) => sign.repeat(times).slice(0, 10_000));
const template = fc.oneof({ weight: 30, arbitrary: usual }, long);
/** As long as the operations let a subject be; a mail reader takes seconds over one of 60,000 characters. */
const subject = template.map((text) => text.slice(0, wordingLength.subject));
const value = fc.oneof(anyText, pieces(signs, 8), token);

/**
 * Templates of mails: every problem has its place in the text, and a letter made from any of them, with any names, has
 * its own headers, one recipient, its parts, and no markup but the composer's.
 */
export const wording: Target<{ subject: string; body: string; kind: (typeof wordingKinds)[number]; value: string }> = {
  name: 'wording',
  inputs: fc.record({ subject, body: template, kind: fc.constantFrom(...wordingKinds), value }),
  open: () => async (input) => {
    const { subject, body, kind, value: name } = input;
    const problems = checkWording(kind, input);
    for (const [where, text] of [
      ['subject', subject],
      ['body', body],
    ] as const) {
      const lengths = text.split('\n').map((line) => [...line].length);
      for (const { line, column } of problems[where]) assert.ok(column <= (lengths[line - 1] ?? -1) + 1);
    }
    const wordings = [{ subject, body, language: 'en' }];
    const letter = writeLetter(
      { ...facts, toName: name, inviter: name, organization: `O ${name}`, senderName: name, roles: [name], wordings },
      Date.UTC(2026, 10, 20, 12),
    );
    const mail = await PostalMime.parse(await composeLetter(letter, link));
    assert.deepEqual(
      mail.headers.map(({ key }) => key).join(' '),
      'content-language auto-submitted from to subject message-id date mime-version content-type',
    );
    assert.deepEqual(
      mail.to?.map((one) => one.address),
      ['ana@example.org'],
    );
    assert.equal(mail.from?.address, 'invitations@example.com');
    assert.deepEqual(mail.attachments, []);
    // shown as it was previewed, whatever looks like an encoded word in it
    const shown = (words: string) =>
      Buffer.from(words)
        .toString()
        .replaceAll('= ?', '=?')
        // the reader takes one at the beginning of an encoded word for a byte order mark, and drops it
        .replaceAll('\ufeff', '')
        .replace(/\s+/gu, ' ')
        .trim();
    assert.equal(shown(mail.subject ?? ''), shown(letter.subject));
    assert.equal(shown(mail.from?.name ?? ''), shown(letter.from.name));
    const tags = new Set([...(mail.html ?? '').matchAll(/<\/?([a-z]+)/gi)].map(([, tag = '']) => tag.toLowerCase()));
    for (const tag of 'html head meta title body table tr td p a br ul li blockquote'.split(' ')) tags.delete(tag);
    assert.deepEqual([...tags], []);
    for (const [, target] of (mail.html ?? '').matchAll(/(?:href|src)="([^"]*)"/g)) assert.equal(target, link);
    return Object.values(problems).flat().length === 0 ? taken : refused;
  },
};
