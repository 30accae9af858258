import { z } from 'zod';
import { oneLine } from './values.ts';
import { oauthProviders } from './vocabulary/mail-oauth.ts';

/** This computer, whose traffic nobody else sees (RFC 8252, 8.3). */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** RFC 6749, 3.2: over TLS, without a fragment; secrets are sent only to such an address. */
function isTokenEndpoint(text: string): boolean {
  if (/[\s\p{C}]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username !== '' || password !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
}

const shown = {
  provider: z.enum(oauthProviders),
  endpoint: z.string().trim().min(1, 'empty').max(500, 'too-long').refine(isTokenEndpoint, 'not-a-token-endpoint'),
  clientId: oneLine(300),
  /** Written as in RFC 6749, 3.3, separated by spaces; empty: those that were granted. */
  scope: z.union([oneLine(1000), z.literal('')]).default(''),
};
/** Omitted: the stored one, if it is for the same client at the same endpoint. Secrets are never given out again. */
const secret = z.string().trim().max(8192, 'too-long').optional();

/** How to get access tokens (RFC 6749, 6). An empty client secret means none. */
export const oauthTyped = z.strictObject({ ...shown, clientSecret: secret, refreshToken: secret });
export const oauthShown = z.object({ ...shown, hasClientSecret: z.boolean() });
