import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { normalizeIP } from '@fastify/rate-limit';
import type { IsProxy } from './proxies.ts';

export interface ConnectionLimits {
  /** Of one address, or of one IPv6 network of 64 bits; a believed proxy may have any number. */
  readonly perClient: number;
  readonly total: number;
  /** Milliseconds that the head of a request may take, and all of it. */
  readonly headTime: number;
  readonly requestTime: number;
}

/** A company behind one address opens its links on one morning; a program that a system lets have 1,024 files goes on. */
export const usualConnections: ConnectionLimits = {
  ...{ perClient: 256, total: 900 },
  ...{ headTime: 10_000, requestTime: 20_000 },
};

/** Whose connection it is, for counting. */
export const clientAt = (address: string) => normalizeIP(address, 64);

/** How one is found again by its request, which under TLS has another socket. */
const nameOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>) =>
  `${remoteAddress} ${remotePort}`;

/**
 * Keeps connections that say nothing, or little and slowly, from taking the place of those that ask. One client gets so many;
 * where all are taken, a new one takes the place of the oldest that waits for the rest of a request, or for the next one.
 */
export function limitConnections(server: Server, { perClient, total }: ConnectionLimits, isProxy: IsProxy): void {
  const byClient = new Map<string, number>();
  const open = new Map<string, Socket>();
  /** In the order in which they began to. */
  const waiting = new Map<string, Socket>();

  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined) return void socket.destroy();
    const name = nameOf(socket);
    const client = isProxy(remoteAddress) ? undefined : clientAt(remoteAddress);
    if (client !== undefined) {
      const count = byClient.get(client) ?? 0;
      if (count >= perClient) return void socket.destroy();
      byClient.set(client, count + 1);
    }
    if (open.size >= total) waiting.values().next().value?.destroy();
    open.set(name, socket);
    if (client !== undefined) waiting.set(name, socket);
    socket.once('close', () => {
      open.delete(name);
      waiting.delete(name);
      if (client === undefined) return;
      const left = (byClient.get(client) ?? 1) - 1;
      if (left > 0) byClient.set(client, left);
      else byClient.delete(client);
    });
    if (open.size > total + spare) socket.destroy();
  });

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const name = nameOf(request.socket);
    const socket = waiting.get(name);
    if (!socket) return;
    // a body that comes slowly is as good as a request that does
    if (hasBody(request)) request.once('end', () => waiting.delete(name));
    else waiting.delete(name);
    response.once('close', () => {
      if (open.get(name) === socket && !socket.destroyed) waiting.set(name, socket);
    });
  });
}

/** Whoever was made to go leaves a moment later. */
const spare = 50;

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
