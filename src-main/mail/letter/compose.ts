import MailComposer from 'nodemailer/lib/mail-composer';
import { type Letter, withLink } from './letter.ts';

/**
 * The message as it goes over the wire (RFC 5322, MIME). The same letter and link give the same bytes: date, boundary and
 * Message-ID come from the letter. Addresses must have gone through `parseAddress`, because nodemailer would read
 * `a@x, b@y` as two.
 * @param link null for a letter that has none
 */
export function composeLetter(letter: Letter, link: string | null): Promise<Buffer> {
  return build(link === null ? letter : { ...letter, ...withLink(letter, link) });
}

type Parts = Pick<
  Letter,
  'language' | 'messageId' | 'date' | 'boundary' | 'from' | 'to' | 'replyTo' | 'subject' | 'text'
> & {
  readonly html?: string;
};

/** @throws what nodemailer refuses to compose */
export function build(parts: Parts): Promise<Buffer> {
  return new MailComposer({
    from: parts.from,
    to: parts.to,
    ...(parts.replyTo ? { replyTo: { name: '', address: parts.replyTo } } : {}),
    subject: parts.subject,
    messageId: parts.messageId,
    date: new Date(parts.date).toUTCString().replace('GMT', '+0000'),
    headers: {
      'Content-Language': parts.language,
      // RFC 3834: holiday notices need not answer this
      'Auto-Submitted': 'auto-generated',
    },
    text: parts.text,
    ...(parts.html === undefined ? {} : { html: parts.html }),
    baseBoundary: parts.boundary,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
