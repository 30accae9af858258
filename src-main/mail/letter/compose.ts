import { contentId } from '../look/shown.ts';
import type { Logo } from '../look/store.ts';
import { type Letter, type Mailbox, withLink } from './letter.ts';

/**
 * The message as it goes over the wire (RFC 5322, MIME). The same letter and link give the same bytes: date, boundary and
 * Message-ID come from the letter. Addresses must have gone through `parseAddress`, because nodemailer would read
 * `a@x, b@y` as two.
 * @param link null for a letter without one
 * @param picture the letter's logo, if it has one
 */
export function composeLetter(letter: Letter, link: string | null, picture?: Logo): Promise<Buffer> {
  const parts = { ...letter, ...(picture ? { picture } : {}) };
  return build(link === null ? parts : { ...parts, ...withLink(letter, link) });
}

type Parts = Pick<
  Letter,
  'language' | 'messageId' | 'date' | 'boundary' | 'from' | 'to' | 'replyTo' | 'subject' | 'text'
> & {
  readonly html?: string;
  readonly picture?: Logo;
};

/**
 * A text that no mail program decodes (RFC 2047): anything that looks like an encoded word would be shown as something that
 * nobody here has seen, perhaps with line breaks or characters that reverse the line.
 */
const asWritten = (text: string): string => text.replaceAll('=?', '= ?');
/** RFC 5322, 2.3: nodemailer would run each message through an extra stream for that. */
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');
const mailbox = ({ name, address }: Mailbox): Mailbox => ({ name: asWritten(name), address });

/** @throws what nodemailer refuses to compose */
export async function build(parts: Parts): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer'); // with the first mail, not at the start
  return new MailComposer({
    from: mailbox(parts.from),
    to: mailbox(parts.to),
    ...(parts.replyTo ? { replyTo: { name: '', address: parts.replyTo } } : {}),
    subject: asWritten(parts.subject),
    messageId: parts.messageId,
    date: new Date(parts.date).toUTCString().replace('GMT', '+0000'),
    headers: {
      'Content-Language': parts.language,
      // RFC 3834: automatic replies should not answer this
      'Auto-Submitted': 'auto-generated',
    },
    text: crlf(parts.text),
    ...(parts.html === undefined ? {} : { html: crlf(parts.html) }),
    ...(parts.picture ? { attachments: [inline(parts.picture)] } : {}),
    baseBoundary: parts.boundary,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** RFC 2387: beside the page that shows it, so that mail programs do not list it as an attachment. */
const inline = (logo: Logo) => ({
  filename: logo.type === 'image/png' ? 'logo.png' : 'logo.jpg',
  content: logo.content,
  contentType: logo.type,
  cid: contentId(logo),
  contentDisposition: 'inline' as const,
});
