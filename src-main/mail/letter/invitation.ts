import { messagesIn } from '#contract/messages/index.ts';
import { plain } from './escape.ts';
import { htmlPage } from './html.ts';
import { type Content, hiddenLink, type LetterFacts } from './parts.ts';

const hour = 3_600_000;

/** What an invitation says; where its link will be stands a placeholder. */
export function invitationContent(facts: LetterFacts, now: number, language: string): Content {
  const { letter: words } = messagesIn(language).mail;
  const organization = plain(facts.organization);
  const inviter = facts.inviter === null ? null : plain(facts.inviter);
  const link = hiddenLink(facts.linksBeginWith);
  const until = facts.expiresAt ?? now + facts.lifeHours * hour;
  const subject = words.subject(inviter, organization);
  const said = {
    greeting: words.greeting(facts.toName === facts.toEmail ? '' : plain(facts.toName)),
    invites: words.invites(inviter, organization),
    roles: facts.roles.length > 0 ? words.roles(facts.roles.map(plain)) : '',
    replaces: facts.kind === 'reinvitation' ? words.replaces : '',
    until: words.until(until, facts.timeZone),
    unexpected: words.unexpected,
    contact: words.contact(plain(facts.contact ?? facts.replyTo ?? facts.sender)),
    footer: words.footer(organization),
  };
  const paragraphs = [
    said.greeting,
    [said.invites, said.roles].filter(Boolean).join(' '),
    said.replaces,
    `${words.openLink}\n${link}`,
    said.until,
    said.unexpected,
    said.contact,
    `-- \n${said.footer}`,
  ];
  return {
    subject,
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
    html: htmlPage({ language, title: subject, link, button: words.button, openLink: words.openLink, ...said }),
    until,
  };
}
