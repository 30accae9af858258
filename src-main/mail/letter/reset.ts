import { messagesIn } from '#contract/messages/index.ts';
import { plain } from './escape.ts';
import { htmlPage } from './html.ts';
import { type Content, hiddenLink, type LetterFacts } from './parts.ts';

/** What the mail for a forgotten password says; where its link will be stands a placeholder. */
export function resetContent(facts: LetterFacts, now: number, language: string): Content {
  const { letter, resetLetter: words } = messagesIn(language).mail;
  const organization = plain(facts.organization);
  const link = hiddenLink(facts.linksBeginWith, 'reset');
  const until = facts.expiresAt ?? now;
  const subject = words.subject(organization);
  const said = {
    greeting: letter.greeting(facts.toName === facts.toEmail ? '' : plain(facts.toName)),
    invites: words.asked,
    until: letter.until(until, facts.timeZone),
    unexpected: words.unexpected,
    contact: letter.contact(plain(facts.contact ?? facts.replyTo ?? facts.sender)),
    footer: letter.footer(organization),
  };
  const paragraphs = [
    said.greeting,
    said.invites,
    `${words.openLink}\n${link}`,
    said.until,
    said.unexpected,
    said.contact,
    `-- \n${said.footer}`,
  ];
  const { button, openLink } = words;
  return {
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: htmlPage({ language, title: subject, link, button, openLink, ...said, roles: '', replaces: '' }),
    until,
  };
}
