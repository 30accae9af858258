import { messagesIn } from '#contract/messages/index.ts';
import { needsLink } from '#contract/placeholders.ts';
import { wordingKindOf } from '../wording/kind.ts';
import { partsOf, subjectOf } from '../wording/lay-out.ts';
import { bodyOf } from './body.ts';
import { endingValues } from './ending-values.ts';
import { plain } from './escape.ts';
import { linkValues } from './link-values.ts';
import type { Content, LetterFacts, Told } from './parts.ts';

/** What a letter says: the organization's own words, or else the usual ones, with a placeholder for its link. */
export function contentOf(facts: LetterFacts, now: number, language: string): Content {
  const { letters } = messagesIn(language).mail;
  const kind = wordingKindOf(facts.kind);
  const usual = letters.templates[kind];
  const own = facts.wordings?.find((wording) => wording.language === language) ?? usual;
  const contact = plain(facts.contact ?? facts.replyTo ?? facts.sender);
  const told = toldBy(facts, now, language);
  const values = {
    organization: facts.organization,
    name: facts.toName === facts.toEmail ? '' : facts.toName,
    email: facts.toEmail,
    contact,
    ...told.values,
  };
  // a subject may consist only of values that this letter does not have
  const subject = subjectOf(own.subject, values) || subjectOf(usual.subject, values);
  const { unexpected } = letters.below;
  return {
    subject,
    ...bodyOf({
      language,
      title: subject,
      organization: plain(facts.organization),
      look: facts.look,
      parts: partsOf(own.body, values),
      faint: [
        ...(needsLink(kind) ? [kind === 'password-reset' ? unexpected.reset : unexpected.invitation] : []),
        letters.below.contact(contact),
        letters.below.footer(plain(facts.organization)),
      ],
    }),
    until: told.until,
  };
}

const toldBy = (facts: LetterFacts, now: number, language: string): Told =>
  facts.about === null ? linkValues(facts, now, language) : endingValues(facts, facts.about, now, language);
