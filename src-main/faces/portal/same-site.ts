import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form may have been sent from a page of ours. Browsers say so with Sec-Fetch-Site; over plain http to another
 * computer they do not, and `no-referrer` makes their Origin `null`. A client that sends neither header is no browser that
 * could be tricked into sending somebody's cookies; and those are SameSite=Lax, so none goes with a post from elsewhere.
 * @param origin of the configured base URL, for a proxy that changes the Host
 */
export function mayBeOurs(headers: IncomingHttpHeaders, origin: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = headers.origin;
  if (from === undefined || from === 'null' || from === origin) return true;
  try {
    return new URL(from).host === headers.host?.toLowerCase();
  } catch {
    return false;
  }
}
