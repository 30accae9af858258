import { randomBytes } from 'node:crypto';
import { messagesIn } from '#contract/messages/index.ts';
import type { OutboxTable } from '../../database/schema.ts';
import { escapeHtml, plain } from './escape.ts';
import { htmlPage } from './html.ts';

/** All that a letter speaks about, as the database has it. */
export interface LetterFacts {
  readonly kind: OutboxTable['kind'];
  readonly toEmail: string;
  readonly toName: string;
  readonly organization: string;
  readonly timeZone: string;
  readonly contact: string | null;
  readonly inviter: string | null;
  readonly roles: readonly string[];
  /** Null while the life of the link has not begun; it then begins when this letter is handed over. */
  readonly expiresAt: number | null;
  readonly lifeHours: number;
  readonly linksBeginWith: string;
  readonly sender: string;
  readonly senderName: string;
  readonly replyTo: string | null;
}

/**
 * Everything that makes the message, but for the secret part of its link. Kept as JSON from the first attempt on, so that
 * a repeat is the same byte for byte.
 */
export interface Letter {
  readonly version: 1;
  readonly language: string;
  readonly messageId: string;
  readonly date: number;
  readonly boundary: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly linksBeginWith: string;
  /** The end of the link as the letter says it: it is not delivered after that. */
  readonly until: number;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const hour = 3_600_000;

/** Stands where the link will be, in everything that is kept or shown. */
export const hiddenLink = (linksBeginWith: string): string => `${linksBeginWith}/i/••••••••`;

/** RFC 5322 3.6.4: unique for ever; the right side is a name that the sender may use. */
const newMessageId = (sender: string): string =>
  `<${randomBytes(18).toString('base64url')}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;

/** @param messageId the one of an earlier attempt, which is kept */
export function writeLetter(facts: LetterFacts, now: number, messageId?: string | null, language = 'en'): Letter {
  const { letter: words } = messagesIn(language).mail;
  const organization = plain(facts.organization);
  const inviter = facts.inviter === null ? null : plain(facts.inviter);
  const toName = facts.toName === facts.toEmail ? '' : plain(facts.toName);
  const link = hiddenLink(facts.linksBeginWith);
  const until = facts.expiresAt ?? now + facts.lifeHours * hour;
  const said = {
    greeting: words.greeting(toName),
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
    version: 1,
    language,
    messageId: messageId ?? newMessageId(facts.sender),
    date: now,
    boundary: randomBytes(12).toString('hex'),
    from: { name: plain(facts.senderName) || organization, address: facts.sender },
    to: { name: toName, address: facts.toEmail },
    replyTo: facts.replyTo,
    subject: words.subject(inviter, organization),
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
    html: htmlPage({
      language,
      title: words.subject(inviter, organization),
      link,
      button: words.button,
      openLink: words.openLink,
      ...said,
    }),
    linksBeginWith: facts.linksBeginWith,
    until,
  };
}

/** The letter with its link: for the wire and never for anything that keeps or shows. */
export function withLink(letter: Letter, link: string): Pick<Letter, 'text' | 'html'> {
  const hidden = hiddenLink(letter.linksBeginWith);
  return {
    text: letter.text.replaceAll(hidden, () => link),
    html: letter.html.replaceAll(escapeHtml(hidden), () => escapeHtml(link)),
  };
}

export const readLetter = (fixed: string): Letter => JSON.parse(fixed) as Letter;
