import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

/** A mail server that keeps what it receives until it is collected. */
export interface Sink {
  readonly port: number;
  /** Waits until nobody is connected any more: by then, what a killed process handed over has arrived. */
  readonly quiet: () => Promise<void>;
  readonly takeAll: () => Arrived[];
  readonly close: () => Promise<void>;
}

export async function startSink(): Promise<Sink> {
  let arrived: Arrived[] = [];
  const server = new SMTPServer({
    disableReverseLookup: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      buffer(stream).then((whole) => {
        const raw = whole.toString('latin1');
        const messageId = /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) arrived.push({ to: address, messageId, raw });
        done();
      }, done);
    },
  });
  server.on('error', () => undefined); // a killed process resets its connection
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    async quiet() {
      const connected = () => new Promise<number>((resolve) => server.server.getConnections((_, n) => resolve(n)));
      while ((await connected()) > 0) await new Promise((next) => setTimeout(next, 2));
    },
    takeAll() {
      const all = arrived;
      arrived = [];
      return all;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
