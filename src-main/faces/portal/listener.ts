import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { type ConnectionLimits, limitConnections, usualConnections } from './connections.ts';
import { bareAnswer } from './headers.ts';
import type { Tls } from './options.ts';
import type { IsProxy } from './proxies.ts';

const second = 1000;

/** How long a client may take: for the head of a request, for all of it, and between two. Pages and forms are small. */
const patience = ({ headTime, requestTime }: ConnectionLimits): ServerOptions => ({
  // the Host header is not used for anything
  requireHostHeader: false,
  headersTimeout: headTime,
  requestTimeout: requestTime,
  // how often Node looks for connections that took longer
  connectionsCheckingInterval: headTime / 5,
  keepAliveTimeout: 5 * second,
});
/** The longest silence, as of a client that does not read its answer; longer than anybody waits for their turn. */
const silence = 120 * second;
const mostRequests = 1000;

export interface ListenerOptions {
  readonly tls: Tls | null;
  readonly isProxy: IsProxy;
  readonly connections: Partial<ConnectionLimits>;
}

export interface Listener {
  readonly server: Server;
  readonly renew: (tls: Tls) => void;
}

/** RFC 8996 (2021) ends TLS 1.0 and 1.1. */
const secure = ({ cert, key }: Tls) => ({ cert, key, minVersion: 'TLSv1.2' as const });

/** The listener: HTTP, or HTTPS with a certificate of its own; all clients get the same short timeouts. */
export function createListener(handler: RequestListener, { tls, isProxy, connections }: ListenerOptions): Listener {
  const limits = { ...usualConnections, ...connections };
  const options = patience(limits);
  const https = tls && createSecureServer({ ...secure(tls), ...options, handshakeTimeout: limits.headTime }, handler);
  // both have what Fastify and we use of it
  const server: Server = https ? (https as SecureServer & Server) : createServer(options, handler);
  server.timeout = silence;
  server.maxRequestsPerSocket = mostRequests;
  limitConnections(server, limits, isProxy);
  return { server, renew: (next) => https?.setSecureContext(secure(next)) };
}

/** For input that is not HTTP, or does not come in time. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const { code = '' } = error;
  // where TLS has not begun, nobody could read an answer
  if (code === 'ECONNRESET' || /^ERR_(?:SSL|TLS|OSSL)/.test(code) || !socket.writable) return void socket.destroy();
  if (code === 'HPE_HEADER_OVERFLOW') return void socket.end(bareAnswer(431, 'Request Header Fields Too Large'));
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return void socket.end(bareAnswer(408, 'Request Timeout'));
  socket.end(bareAnswer(400, 'Bad Request'));
}
