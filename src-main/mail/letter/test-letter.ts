import { randomBytes } from 'node:crypto';
import { messagesIn } from '#contract/messages/index.ts';
import type { TestMessage } from '../test-connection.ts';
import { build } from './compose.ts';
import { plain } from './escape.ts';
import { newMessageId } from './letter.ts';

export interface TestLetter {
  readonly language: string;
  readonly organization: string;
  readonly senderName: string;
  readonly sender: string;
  readonly replyTo: string | null;
  readonly to: string;
}

/** The message that shows that the mail settings work. */
export function testLetter(letter: TestLetter, now: number): TestMessage {
  const { testLetter: words } = messagesIn(letter.language).mail;
  const organization = plain(letter.organization);
  return {
    from: letter.sender,
    to: letter.to,
    compose: () =>
      build({
        language: letter.language,
        messageId: newMessageId(letter.sender),
        date: now,
        boundary: randomBytes(12).toString('hex'),
        from: { name: plain(letter.senderName) || organization, address: letter.sender },
        to: { name: '', address: letter.to },
        replyTo: letter.replyTo,
        subject: words.subject(organization),
        text: words.text(organization),
      }),
  };
}
