import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { placeholdersOf } from '#contract/placeholders.ts';
import { type WordingKind, wordingKinds } from '#contract/vocabulary/wording.ts';
import { composeLetter } from '../../src-main/mail/letter/compose.ts';
import { writeLetter } from '../../src-main/mail/letter/letter.ts';
import { checkWording } from '../../src-main/mail/wording/check.ts';
import { partsOf, subjectOf } from '../../src-main/mail/wording/lay-out.ts';
import { parseTemplate } from '../../src-main/mail/wording/parse.ts';
import { letterFacts as facts, letterLink as link } from '../support/letter-facts.ts';

const now = Date.UTC(2026, 10, 20, 12);
/** Whatever a template could trip over, densely. */
const odd = fc.constantFrom(
  ...['{', '}', '[', ']', '|', '{{', '}}', '[[', ']]', '\n', '\n\n', '- ', ' ', '\r', '\t', '\0', '\u2028', '\u202e'],
  ...['{name}', '{link}', '{inviter}', '{note}', '{organisation}', '{ roles }', '{__proto__}', '[{role}|{roles}]'],
  ...['<b>', '</p>', '"', "'", '&amp;', '<script>', 'Bcc: x@y.test', '=?utf-8?q?x?=', '--', '••••••••', '🙂', 'ß', 'a'],
);
const template = fc.array(odd, { maxLength: 40 }).map((pieces) => pieces.join(''));
/** Templates without faults, of which some have everything. */
const sound = (kind: WordingKind) =>
  fc
    .tuple(template, template, fc.shuffledSubarray([...placeholdersOf[kind]]))
    .map(([subject, body, some]) => ({
      subject: `${subject.replace(/[\s\p{Cc}{}[\]|]+/gu, ' ')} {organization}`,
      body: `${body.replace(/\{[^}]*\}|[{}[\]|]/g, ' ')}\n[${some.map((name) => `{${name}}`).join(' ')}]`,
    }))
    .map(({ subject, body }) => ({ subject, body: `${body.replaceAll('{link}', '')}\n{link}` }))
    .filter((wording) => Object.values(checkWording(kind, wording)).flat().length === 0);

describe('whatever is typed as a template', () => {
  it('is read without failing, and every problem has a place in it', () => {
    fc.assert(
      fc.property(template, fc.constantFrom(...wordingKinds), (text, kind) => {
        parseTemplate(text);
        const lines = text.split('\n');
        for (const problem of Object.values(checkWording(kind, { subject: text, body: text })).flat()) {
          const line = [...(lines[problem.line - 1] ?? '')];
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeLessThanOrEqual(line.length + 1);
        }
        expect(subjectOf(text, { name: text })).not.toMatch(/[\r\n\0]/);
        partsOf(text, { name: text, note: { quote: [text] } });
      }),
      { numRuns: 500 },
    );
  });

  it('shows doubled signs as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]|ab ') }), (text) => {
        const wanted = text.trim();
        const escaped = wanted.replace(/[{}[\]|]/g, '$&$&');
        expect(parseTemplate(escaped).faults).toEqual([]);
        expect(partsOf(escaped, {})).toEqual(wanted === '' ? [] : [wanted]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a letter in an organization’s own words', () => {
  it('has just the headers, the recipient, the parts and the link that it should have, whatever the wording and the names are', async () => {
    await fc.assert(
      fc.asyncProperty(sound('invitation'), template, template, async (wording, name, inviter) => {
        const own = { ...wording, language: 'en' };
        const letter = writeLetter(
          { ...facts, toName: name, inviter, organization: `O ${name}`, wordings: [own], roles: [inviter] },
          now,
        );
        const raw = await composeLetter(letter, link);
        const mail = await PostalMime.parse(raw);
        expect(mail.headers.map((h) => h.key)).toEqual(
          ['content-language', 'auto-submitted', 'from', 'to', 'subject', 'message-id', 'date', 'mime-version'].concat(
            'content-type',
          ),
        );
        expect(mail.to?.map((t) => t.address)).toEqual(['ana@example.org']);
        expect(raw.toString('latin1').split(`--_NmP-${letter.boundary}`)).toHaveLength(5);
        expect(mail.attachments).toEqual([]);
        expect(mail.text?.split(link)).toHaveLength(2);
        // nothing but what the composer itself makes
        const tags = [...(mail.html ?? '').matchAll(/<\/?([a-z]+)/gi)].map(([, tag = '']) => tag.toLowerCase());
        const known = 'html head meta title body table tr td p a br ul li blockquote'.split(' ');
        expect(tags.filter((tag) => !known.includes(tag))).toEqual([]);
        const targets = [...(mail.html ?? '').matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target);
        expect(targets).toEqual([link, link]);
      }),
      { numRuns: 150 },
    );
  });
});
