import type { FastifyRequest } from 'fastify';
import type { IsProxy } from './proxies.ts';

/** How long browsers keep to https; OWASP ASVS 5.0, 3.4.1 asks for a year. For this host alone: its subdomains are not ours. */
export const onlyHttps = 'max-age=31536000';

/**
 * Where to send a browser that came to a trusted proxy by plain http although links begin with https.
 * @param base of links
 * @returns undefined for all other requests, which are answered
 */
export function wayToHttps(request: FastifyRequest, base: URL | undefined, isProxy: IsProxy): string | undefined {
  if (base?.protocol !== 'https:' || request.protocol !== 'http') return undefined;
  if (request.headers['x-forwarded-proto'] === undefined || !isProxy(request.socket.remoteAddress)) return undefined;
  const path = base.pathname.replace(/\/+$/, '');
  // a request with a full URL, as proxies get them, names a place that is not ours
  return `${base.origin}${path}${request.url.startsWith('/') ? request.url : '/'}`;
}
