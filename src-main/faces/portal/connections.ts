import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { normalizeIP } from '@fastify/rate-limit';
import type { IsProxy } from './proxies.ts';

export interface ConnectionLimits {
  /** From one address, or one IPv6 network of 64 bits; a trusted proxy may have any number. */
  readonly perClient: number;
  readonly total: number;
  /** Milliseconds that the head of a request may take, and all of it. */
  readonly headTime: number;
  readonly requestTime: number;
}

/** Enough for a company behind one address that opens its links on one morning; within the usual limit of 1,024 open files. */
export const usualConnections: ConnectionLimits = {
  ...{ perClient: 256, total: 900 },
  ...{ headTime: 10_000, requestTime: 20_000 },
};

/** Whose connection it is, for counting. */
export const clientAt = (address: string) => normalizeIP(address, 64);

/** Identifies a connection from its request, which under TLS has another socket. */
const nameOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>) =>
  `${remoteAddress} ${remotePort}`;

/**
 * Keeps connections that send nothing, or little and slowly, from crowding out those with requests. Each client gets a limited
 * number; where all are taken, a new one replaces the oldest that is waiting for the rest of a request, or for the next.
 */
export function limitConnections(server: Server, { perClient, total }: ConnectionLimits, isProxy: IsProxy): void {
  const byClient = new Map<string, number>();
  const open = new Map<string, Socket>();
  /** In the order in which they began to wait. */
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
    // a slow body counts like a slow request
    if (hasBody(request)) request.once('end', () => waiting.delete(name));
    else waiting.delete(name);
    response.once('close', () => {
      if (open.get(name) === socket && !socket.destroyed) waiting.set(name, socket);
    });
  });
}

/** Connections that were dropped take a moment to go. */
const spare = 50;

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
