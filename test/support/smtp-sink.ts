import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Sink {
  readonly port: number;
  readonly messages: {
    readonly raw: Buffer;
    readonly to: readonly string[];
    readonly from: string;
    readonly secure: boolean;
  }[];
  readonly parsed: () => Promise<Email[]>;
}

interface SinkOptions extends SMTPServerOptions {
  /** Called when a message has been read, before the server acknowledges it. */
  readonly taken?: () => void;
}

/** The `smtp-server` package as a real server that keeps what it receives. */
export async function startSink({ taken = () => {}, ...options }: SinkOptions = {}): Promise<Sink> {
  const messages: Sink['messages'] = [];
  const server = new SMTPServer({
    disableReverseLookup: true,
    authOptional: true,
    closeTimeout: 200,
    onData(stream, session, done) {
      buffer(stream).then((raw) => {
        const { mailFrom, rcptTo } = session.envelope;
        messages.push({
          raw,
          to: rcptTo.map((r) => r.address),
          from: mailFrom ? mailFrom.address : '',
          secure: session.secure,
        });
        taken();
        done();
      }, done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { port, messages, parsed: () => Promise.all(messages.map(({ raw }) => PostalMime.parse(raw))) };
}
