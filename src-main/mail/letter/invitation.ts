import { messagesIn } from '#contract/messages/index.ts';
import { bodyOf, type Part } from './body.ts';
import { plain, plainLines } from './escape.ts';
import { type Content, hiddenLink, type LetterFacts } from './parts.ts';

const hour = 3_600_000;

/** What an invitation says; where its link will be stands a placeholder. */
export function invitationContent(facts: LetterFacts, now: number, language: string): Content {
  const { letter: words } = messagesIn(language).mail;
  const organization = plain(facts.organization);
  const inviter = facts.inviter === null ? null : plain(facts.inviter);
  const { guest } = facts;
  const until = facts.expiresAt ?? now + facts.lifeHours * hour;
  const reminder = facts.kind === 'reminder';
  const subject = reminder ? words.reminderSubject(organization) : words.subject(inviter, organization);
  const invites = [
    guest ? words.invitesGuest(inviter, organization) : words.invites(inviter, organization),
    facts.roles.length > 0 ? words.roles(facts.roles.map(plain)) : '',
    guest ? words.access(guest.days) : '',
  ];
  const note: readonly Part[] = guest?.note ? [words.writes(inviter), { quote: plainLines(guest.note) }] : [];
  return {
    subject,
    ...bodyOf({
      language,
      title: subject,
      parts: [
        words.greeting(facts.toName === facts.toEmail ? '' : plain(facts.toName)),
        invites.filter(Boolean).join(' '),
        ...note,
        reminder ? words.reminds : '',
        facts.kind === 'reinvitation' ? words.replaces : '',
        { link: hiddenLink(facts.linksBeginWith), button: words.button, openLink: words.openLink },
        words.until(until, facts.timeZone),
      ],
      faint: [
        words.unexpected,
        words.contact(plain(facts.contact ?? facts.replyTo ?? facts.sender)),
        words.footer(organization),
      ],
    }),
    until,
  };
}
