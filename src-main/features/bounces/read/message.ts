import type { Attachment, Email } from 'postal-mime';
import { hideSecrets } from '../../../mail/smtp/hide-secrets.ts';
import { readBlocks } from './fields.ts';
import { messageIdOf, type Reported, readStatus } from './status.ts';

/** A report has a handful of parts; beyond these limits postal-mime refuses the message. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true } as const;
/** How deep to look for a report that somebody forwarded as an attachment. */
const deepest = 2;
/** Headers of a message that came back. */
const headersAtMost = 64 * 1024;

const statusTypes: readonly string[] = ['message/delivery-status', 'message/global-delivery-status'];
const messageTypes: readonly string[] = ['message/rfc822', 'message/global'];
const returnedTypes: readonly string[] = [...messageTypes, 'text/rfc822-headers', 'message/global-headers'];
/** A text without any of these headers is no message. */
const telling: readonly string[] = ['from', 'received', 'content-type', 'message-id', 'return-path'];

export type Read = { readonly reported: readonly Reported[] } | { readonly problem: 'not-a-message' | 'no-report' };

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** The Message-ID among the headers that came back with a report. */
function returnedId(attachments: readonly Attachment[]): string | null {
  for (const attachment of attachments.filter(({ mimeType }) => returnedTypes.includes(mimeType))) {
    const [headers] = readBlocks(bytesOf(attachment).subarray(0, headersAtMost).toString('utf8'));
    const id = headers && messageIdOf(headers);
    if (id) return id;
  }
  return null;
}

/** Exim and Gmail name recipients in a header where they write no machine-readable report. */
function failedHeader({ headers, text = '', attachments }: Email): readonly Reported[] {
  const value = headers.find(({ key }) => key === 'x-failed-recipients')?.value ?? '';
  const addresses = value
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  const reply = /(?:^|\s)(5\d\d[ -][^\r\n]{3,400})/.exec(text)?.[1] ?? '';
  const inText = /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(text)?.[1] ?? null;
  const messageId = returnedId(attachments) ?? inText;
  return addresses.map((address) => ({
    addresses: [address],
    action: 'failed',
    words: hideSecrets(reply),
    reporter: null,
    messageId,
    arrivedAt: null,
  }));
}

/**
 * Reads a message that a server sent about another one: its machine-readable part, and which message came back. Never
 * throws, whatever the bytes are.
 */
export async function readMessage(bytes: Uint8Array, depth = 0): Promise<Read> {
  const { default: PostalMime } = await import('postal-mime'); // with the first report, not at the start
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, limits);
  } catch {
    return { problem: 'not-a-message' };
  }
  if (!email.headers.some(({ key }) => telling.includes(key))) return { problem: 'not-a-message' };
  const { attachments } = email;
  const messageId = returnedId(attachments);
  const reported = attachments
    .filter(({ mimeType }) => statusTypes.includes(mimeType))
    .flatMap((status) => readStatus(bytesOf(status).toString('utf8')))
    .map((one) => ({ ...one, messageId: one.messageId ?? messageId }));
  if (reported.length > 0) return { reported };
  const named = failedHeader(email);
  if (named.length > 0) return { reported: named };
  if (depth < deepest)
    for (const forwarded of attachments.filter(({ mimeType }) => messageTypes.includes(mimeType))) {
      const inside = await readMessage(bytesOf(forwarded), depth + 1);
      if ('reported' in inside) return inside;
    }
  return { problem: 'no-report' };
}
