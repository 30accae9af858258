import type { FastifyRequest } from 'fastify';
import type { IsProxy } from './proxies.ts';

/** Browsers keep to https for so long; OWASP ASVS 5.0, 3.4.1 asks for a year. Of this name alone: its neighbours are not ours. */
export const onlyHttps = 'max-age=31536000';

/**
 * Where a browser is sent that came to a believed proxy by plain http, though links begin with https.
 * @param base of links
 * @returns undefined for everybody else, who is answered
 */
export function wayToHttps(request: FastifyRequest, base: URL | undefined, isProxy: IsProxy): string | undefined {
  if (base?.protocol !== 'https:' || request.protocol !== 'http') return undefined;
  if (request.headers['x-forwarded-proto'] === undefined || !isProxy(request.socket.remoteAddress)) return undefined;
  const path = base.pathname.replace(/\/+$/, '');
  // what is asked for in full, as proxies are asked, names a place that is not ours
  return `${base.origin}${path}${request.url.startsWith('/') ? request.url : '/'}`;
}
