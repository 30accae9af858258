import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export const login = { user: 'ops@example.com', password: 'mail server password' };

export interface MailServer {
  readonly port: number;
  /** Every message whose end was read, whether it was then answered or not. */
  readonly received: { readonly to: string; readonly secure: boolean; readonly mail: Email }[];
  readonly close: () => Promise<void>;
}

export interface MailServerOptions {
  /** Where it listens; any free port when left out. */
  readonly port?: number;
  /** What it says to a recipient instead of taking them, such as `550 5.1.1 Nobody`. */
  readonly refuses?: (address: string) => string | undefined;
  /** Takes no password but access tokens, and of those only these. */
  readonly tokens?: ReadonlySet<string>;
  /** Offers no STARTTLS. */
  readonly clear?: boolean;
  /** Awaited between reading a message and answering it; `read` counts from 1. */
  readonly beforeAnswer?: (read: number) => Promise<void>;
}

/** A real SMTP server that asks for STARTTLS (with its own certificate) and a login, and keeps what it takes. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { clear, tokens, beforeAnswer, refuses, port = 0 } = options;
  const received: MailServer['received'] = [];
  const server = new SMTPServer({
    disableReverseLookup: true,
    ...(clear ? { disabledCommands: ['STARTTLS'], allowInsecureAuth: true } : {}),
    ...(tokens ? { authMethods: ['XOAUTH2'] } : {}),
    onAuth: ({ username, password, accessToken }, _session, done) =>
      username === login.user && (tokens ? tokens.has(accessToken ?? '') : password === login.password)
        ? done(null, { user: username })
        : done(new Error('5.7.8 authentication failed')),
    onRcptTo({ address }, _session, done) {
      const [, code, text] = /^(\d{3}) (.*)$/.exec(refuses?.(address) ?? '') ?? [];
      done(code ? Object.assign(new Error(text), { responseCode: Number(code) }) : null);
    },
    onData(stream, session, done) {
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then(async (mail) => {
          for (const { address } of session.envelope.rcptTo)
            received.push({ to: address, secure: session.secure, mail });
          await beforeAnswer?.(received.length);
          done();
        }, done);
    },
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** The link of an invitation's mail. */
export function linkIn({ text = '' }: Email): string {
  const link = /https?:\/\/\S+\/i\/\S+/.exec(text)?.[0];
  if (!link) throw new Error('the mail has no link');
  return link;
}
