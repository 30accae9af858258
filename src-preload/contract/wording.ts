import { z } from 'zod';
import { emailAddress } from './address.ts';
import { look, lookTyped } from './look.ts';
import { command, effect, query } from './operation.ts';
import { placeholderNames } from './placeholders.ts';
import { showable } from './showable.ts';
import { done, inOrganization, language } from './values.ts';
import { mailTestSteps } from './vocabulary/mail.ts';
import { wordingExamples, wordingKinds } from './vocabulary/wording.ts';

/** The most characters of a template; mail programs cut off a subject long before. */
export const wordingLength = { subject: 200, body: 10_000 } as const;

/** What is wrong with a template; the words are in `messages/en/wording.ts`. */
export const wordingProblems = [
  'empty',
  'not-a-placeholder',
  'brace-not-closed',
  'brace-not-opened',
  'bracket-not-closed',
  'bracket-not-opened',
  'bracket-in-bracket',
  'not-in-subject',
  'link-missing',
  'link-twice',
  'link-in-brackets',
] as const;
export const wordingProblem = z.object({
  code: z.enum(wordingProblems),
  /** Where it begins, from 1; columns count characters as people do. */
  line: z.int(),
  column: z.int(),
  /** What is in the braces. */
  what: z.string(),
  /** What was probably meant. */
  instead: z.enum(placeholderNames).nullable(),
});
export type WordingProblem = z.infer<typeof wordingProblem>;

const kind = z.enum(wordingKinds);
const mine = inOrganization.extend({ kind, language: language.default('en') });

/** A template as typed: invisible characters are removed, and line endings unified. */
const template = (most: number) =>
  z
    .string()
    .overwrite((text) => showable(text.replace(/\r\n?|[\u2028\u2029]/g, '\n')))
    .max(most, 'too-long');
const subject = template(wordingLength.subject).refine((text) => !/\p{Cc}/u.test(text), 'control-character');
const body = template(wordingLength.body).refine((text) => !/(?![\n\t])\p{Cc}/u.test(text), 'control-character');

const example = z.enum(wordingExamples).default('user');

const words = z.object({ subject: z.string(), body: z.string() });
const needs = 'mail:write';

export const wording = {
  list: query({
    summary: 'Lists the mails whose wording can be changed, in each language, and says which ones were.',
    input: inOrganization,
    output: z.object({
      languages: z.array(language),
      rows: z.array(z.object({ kind, language: z.string(), changed: z.boolean() })),
    }),
    needs: 'mail:read',
    reads: ['wording'],
  }),
  get: query({
    summary: 'Shows the wording of one mail with its placeholders, and the one that it begins with.',
    input: mine,
    output: words.extend({
      changed: z.boolean(),
      default: words,
      placeholders: z.array(z.object({ name: z.enum(placeholderNames), text: z.string(), example: z.string() })),
    }),
    needs: 'mail:read',
    reads: ['wording'],
  }),
  preview: query({
    summary: 'Composes a mail with example people from a wording and a look, stored or not, and says what is wrong.',
    input: mine.extend({
      subject: subject.optional(),
      body: body.optional(),
      look: lookTyped.partial().optional(),
      example,
    }),
    output: z.object({
      problems: z.object({ subject: z.array(wordingProblem), body: z.array(wordingProblem) }),
      /** Null while something is wrong. */
      letter: z.object({ subject: z.string(), text: z.string(), html: z.string() }).nullable(),
    }),
    needs: 'mail:read',
    reads: ['wording', 'organizations', 'mail'],
  }),
  save: command({
    summary: 'Stores the wording of one mail; mails that were tried already keep theirs.',
    input: mine.extend({ subject, body }),
    output: done,
    needs,
    changes: ['wording', 'outbox'],
  }),
  reset: command({
    summary: 'Gives one mail its default wording back.',
    input: mine,
    output: done,
    needs,
    changes: ['wording', 'outbox'],
  }),
  testSend: effect({
    summary: 'Sends a mail, marked as a test and with an example link, by the stored mail settings to an address.',
    input: mine.extend({ subject: subject.optional(), body: body.optional(), example, to: emailAddress }),
    output: z.object({
      ok: z.boolean(),
      step: z.enum(mailTestSteps),
      answer: z.string().nullable(),
      code: z.string().nullable(),
    }),
    needs,
  }),
  look: query({
    summary: 'Shows the logo and the colour of an organization’s mails and of its pages in the portal.',
    input: inOrganization,
    output: look,
    needs: 'mail:read',
    reads: ['wording'],
  }),
  saveLook: command({
    summary:
      'Changes the logo or the colour of an organization’s mails and pages; null takes it away, what is left out stays.',
    input: inOrganization.extend(lookTyped.partial().shape),
    output: done,
    needs,
    changes: ['wording', 'outbox'],
  }),
};
