import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import type { CaughtMail, DemoMail } from '../kernel/context.ts';

export interface Catcher extends DemoMail {
  readonly port: number;
  /** @returns what stops listening */
  readonly onMessage: (listener: (message: CaughtMail) => void) => () => void;
  /** From now on it answers everything at once. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
}

/** Enough for everything a person may try; the oldest go first. */
const keptMessages = 5000;
const largestBytes = 2 ** 20;

/** Addresses that a server would refuse, by the beginning of the local part, so that every state can be tried. */
const scripted: readonly (readonly [string, number, string])[] = [
  ['bounce', 550, '5.1.1 No such mailbox here'],
  ['full', 552, '5.2.2 The mailbox is full'],
  ['later', 451, '4.7.1 Greylisted, please try again in a few minutes'],
];

/** Mail to an address that begins like this can be watched while it is sent. */
const slowly = 'slow';
const slowMilliseconds = 45_000;

/** A mail server, on this computer only, that keeps what it gets in memory and passes nothing on. */
export async function startCatcher(): Promise<Catcher> {
  const caught: CaughtMail[] = [];
  /** Pictures inside mails, by the name their pages use: the same picture is kept once for all of them. */
  const pictures = new Map<string, string>();
  const listeners = new Set<(message: CaughtMail) => void>();
  const delays = createDelays(slowMilliseconds);
  let lastId = 0;
  const server = new SMTPServer({
    name: 'mail.example.com',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: true, // the scripted answers have their own
    size: largestBytes,
    rejectOversized: true,
    closeTimeout: 500,
    onRcptTo({ address }, _session, answer) {
      if (address.toLowerCase().startsWith(slowly)) delays.wait(() => answer());
      else answer(refusal(address));
    },
    onData(stream, { envelope }, answer) {
      buffer(stream)
        .then(async (raw) => {
          const message = await read(++lastId, raw, envelope.rcptTo, pictures);
          caught.unshift(message);
          caught.length = Math.min(caught.length, keptMessages);
          answer();
          for (const listener of listeners) listener(message);
        })
        .catch((error: unknown) => answer(error instanceof Error ? error : new Error(String(error))));
    },
  });
  // a connection that breaks off is the sender's business
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    messages: () => caught,
    message(id) {
      const found = caught.find((m) => m.id === id);
      return found && { ...found, html: withPictures(found.html, pictures) };
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hurry: delays.end,
    close() {
      delays.end();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** Waits that can be cut short. */
function createDelays(milliseconds: number) {
  const waiting = new Map<NodeJS.Timeout, () => void>();
  let ended = false;
  return {
    wait(then: () => void) {
      if (ended) return then();
      const timer = setTimeout(() => {
        waiting.delete(timer);
        then();
      }, milliseconds);
      waiting.set(timer, then);
    },
    end() {
      ended = true;
      for (const [timer, then] of waiting) {
        clearTimeout(timer);
        then();
      }
      waiting.clear();
    },
  };
}

function refusal(address: string): Error | null {
  const found = scripted.find(([start]) => address.toLowerCase().startsWith(start));
  if (!found) return null;
  const [, responseCode, text] = found;
  return Object.assign(new Error(text), { responseCode });
}

const withPictures = (html: string, pictures: ReadonlyMap<string, string>): string =>
  html.replace(/ src="cid:([^"]+)"/g, (whole, name: string) => {
    const picture = pictures.get(name);
    return picture ? ` src="${picture}"` : whole;
  });

async function read(
  id: number,
  raw: Buffer,
  to: readonly SMTPServerAddress[],
  pictures: Map<string, string>,
): Promise<CaughtMail> {
  const { from, subject = '', text = '', html = '', attachments } = await PostalMime.parse(raw);
  for (const { contentId, mimeType, content } of attachments)
    if (contentId && /^image\/(png|jpeg)$/.test(mimeType))
      pictures.set(
        contentId.slice(1, -1),
        `data:${mimeType};base64,${Buffer.from(content as ArrayBuffer).toString('base64')}`,
      );
  return {
    id,
    to: to.map((t) => t.address).join(', '),
    from: from?.name ? `${from.name} <${from.address ?? ''}>` : (from?.address ?? ''),
    subject,
    at: Date.now(),
    text,
    html,
    links: [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])],
  };
}
