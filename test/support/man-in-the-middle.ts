import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Middle {
  readonly port: number;
  /** Everything that the client said, as readable on the wire. */
  readonly heard: () => string;
}

/** Sits between a client and a server on `port` and changes what the server says, as far as it is readable. */
export async function standBetween(port: number, change: (said: string) => string): Promise<Middle> {
  let heard = '';
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      behind.write(bytes);
    });
    behind.on('data', (bytes) => client.write(Buffer.from(change(bytes.toString('latin1')), 'latin1')));
    client.on('close', () => behind.destroy());
    behind.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { port: (server.address() as AddressInfo).port, heard: () => heard };
}
