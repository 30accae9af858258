import { GatehouseError, type Issue } from '#contract/errors.ts';
import type { OperationName, OutputOf, ParsedOf } from '#contract/index.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { WordingKind } from '#contract/vocabulary/wording.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { composeLetter } from '../../mail/letter/compose.ts';
import { type Letter, writeLetter } from '../../mail/letter/letter.ts';
import { withLogoShown } from '../../mail/look/shown.ts';
import type { TestMessage } from '../../mail/test-connection.ts';
import { checkWording, type Wording } from '../../mail/wording/check.ts';
import { exampleFacts } from './example.ts';
import { type LookInFull, lookOf, typedLogo } from './look.ts';
import { usualWording, wordingOf } from './wording-of.ts';

/** RFC 2606's example: it is nobody's portal, and nothing can be accepted there. */
const exampleLink = 'https://example.com/';

type Asked = Pick<
  ParsedOf<'wording.preview'>,
  'organizationId' | 'kind' | 'language' | 'example' | 'subject' | 'body' | 'look'
>;
type Asker = Pick<QueryContext, 'db' | 'now' | 'actor'>;

/** A wording as it would look to its recipient, made by the composer of the real mails. */
export async function showExample(ctx: Asker, asked: Asked): Promise<OutputOf<'wording.preview'>> {
  const wording = await asTyped(ctx, asked);
  const problems = checkWording(asked.kind, wording);
  const look = await lookAsTyped(ctx, asked);
  if (problems.subject.length + problems.body.length > 0) return { problems, letter: null };
  const { subject, text, html } = await example(ctx, asked, wording, look);
  return { problems, letter: { subject, text, html: withLogoShown(html, look.logo ?? undefined) } };
}

/** The same as a message to somebody, marked as a test. @throws GatehouseError `invalid-input` */
export async function composeExample(
  ctx: Asker,
  asked: Asked & { readonly to: string },
  sender: string,
): Promise<TestMessage> {
  const wording = await asTyped(ctx, asked);
  refuseFaults(asked.kind, wording, 'wording.testSend');
  const look = await lookAsTyped(ctx, asked);
  const { test } = messagesIn(asked.language).wording;
  const marked = { subject: test.subject(wording.subject), body: `${test.notice}\n\n${wording.body}` };
  const letter = await example(ctx, asked, marked, look);
  const to = { name: '', address: asked.to };
  return {
    from: sender,
    to: asked.to,
    compose: () => composeLetter({ ...letter, to }, exampleLink, look.logo ?? undefined),
  };
}

/** @throws GatehouseError `invalid-input` with each problem at its field, in words */
export function refuseFaults(kind: WordingKind, wording: Wording, name: OperationName): void {
  const words = messagesIn('en').wording.problems;
  const problems = checkWording(kind, wording);
  const issues = (['subject', 'body'] as const).flatMap((field) =>
    problems[field].map((problem): Issue => {
      const { code } = problem;
      return { path: [field], code, message: words[code](problem) };
    }),
  );
  if (issues.length > 0) throw new GatehouseError('invalid-input', { name }, issues);
}

async function asTyped({ db }: Asker, asked: Asked): Promise<Wording> {
  const stored = (await wordingOf(db, asked)) ?? usualWording(asked);
  return { subject: asked.subject ?? stored.subject, body: asked.body ?? stored.body };
}

async function lookAsTyped({ db }: Asker, { organizationId, look }: Asked): Promise<LookInFull> {
  const stored = await lookOf(db, organizationId);
  const logo = typedLogo(look?.logo, 'wording.preview', ['look', 'logo', 'base64']);
  return {
    accent: look?.accent === undefined ? stored.accent : look.accent,
    logo: logo === undefined ? stored.logo : logo,
  };
}

async function example({ db, now, actor }: Asker, asked: Asked, wording: Wording, look: LookInFull): Promise<Letter> {
  const asker = actor.kind === 'person' ? actor.name : '';
  const { organizationId, language } = asked;
  const facts = await exampleFacts(db, organizationId, asked, { now, asker });
  return writeLetter({ ...facts, wordings: [{ ...wording, language }], look }, now, null);
}
