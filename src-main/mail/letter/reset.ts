import { messagesIn } from '#contract/messages/index.ts';
import { bodyOf } from './body.ts';
import { plain } from './escape.ts';
import { type Content, hiddenLink, type LetterFacts } from './parts.ts';

/** What the mail for a forgotten password says; where its link will be stands a placeholder. */
export function resetContent(facts: LetterFacts, now: number, language: string): Content {
  const { letter, resetLetter: words } = messagesIn(language).mail;
  const organization = plain(facts.organization);
  const until = facts.expiresAt ?? now;
  const subject = words.subject(organization);
  const { button, openLink } = words;
  return {
    subject,
    ...bodyOf({
      language,
      title: subject,
      parts: [
        letter.greeting(facts.toName === facts.toEmail ? '' : plain(facts.toName)),
        words.asked,
        { link: hiddenLink(facts.linksBeginWith, 'reset'), button, openLink },
        letter.until(until, facts.timeZone),
      ],
      faint: [
        words.unexpected,
        letter.contact(plain(facts.contact ?? facts.replyTo ?? facts.sender)),
        letter.footer(organization),
      ],
    }),
    until,
  };
}
