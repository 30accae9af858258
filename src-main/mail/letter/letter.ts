import { randomBytes } from 'node:crypto';
import type { LogoFacts } from '../look/store.ts';
import { contentOf } from './content.ts';
import { escapeHtml, plain } from './escape.ts';
import { type Content, hiddenLink, type LetterFacts } from './parts.ts';

export type { LetterFacts } from './parts.ts';

/**
 * Everything the message is made from, except the secret part of its link. Stored as JSON from the first attempt on, so that
 * a repeat is the same byte for byte.
 */
export interface Letter extends Content {
  readonly version: 1;
  readonly language: string;
  readonly messageId: string;
  readonly date: number;
  readonly boundary: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: string | null;
  readonly linksBeginWith: string;
  /** The logo in the message, by its hash: many letters share it. */
  readonly logo?: LogoFacts;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** RFC 5322 3.6.4: unique for ever; the right side is a domain that the sender may use. */
export const newMessageId = (sender: string): string =>
  `<${randomBytes(18).toString('base64url')}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;

/** @param messageId that of an earlier attempt, which is kept */
export function writeLetter(facts: LetterFacts, now: number, messageId?: string | null): Letter {
  const { language } = facts;
  const content = contentOf(facts, now, language);
  return {
    version: 1,
    language,
    messageId: messageId ?? newMessageId(facts.sender),
    date: now,
    boundary: randomBytes(12).toString('hex'),
    from: { name: plain(facts.senderName) || plain(facts.organization), address: facts.sender },
    to: { name: facts.toName === facts.toEmail ? '' : plain(facts.toName), address: facts.toEmail },
    replyTo: facts.replyTo,
    ...content,
    linksBeginWith: facts.linksBeginWith,
    ...(facts.look?.logo ? { logo: facts.look.logo } : {}),
  };
}

/** The letter with its link: only for the wire, never to be stored or shown. */
export function withLink(letter: Letter, link: string): Pick<Letter, 'text' | 'html'> {
  const hidden = [hiddenLink(letter.linksBeginWith), hiddenLink(letter.linksBeginWith, 'reset')];
  return {
    text: hidden.reduce((text, h) => text.replaceAll(h, () => link), letter.text),
    html: hidden.reduce((html, h) => html.replaceAll(escapeHtml(h), () => escapeHtml(link)), letter.html),
  };
}

export const readLetter = (fixed: string): Letter => JSON.parse(fixed) as Letter;
