/** Where versions are announced, and whose signature is trusted: built into the package, beyond reach of any page or server. */
export interface Feed {
  /** The folder in which `latest….yml` lies, ends in a slash. */
  readonly address: string;
  /** Ed25519, as SubjectPublicKeyInfo (RFC 8410) in base64. */
  readonly publicKey: string;
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The folder of a feed, with a slash at its end: https, or on this computer for tests.
 * @returns undefined for any other address, or one with credentials, a query or a fragment
 */
export function feedAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  if (!secure || url.username || url.password || url.search || url.hash) return undefined;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** The feed that the archive's `package.json` names as `updates`. @returns undefined where this build has none */
export function feedOf(manifest: unknown): Feed | undefined {
  const updates = (manifest as { updates?: { feed?: unknown; publicKey?: unknown } } | null)?.updates;
  if (typeof updates?.feed !== 'string' || typeof updates.publicKey !== 'string') return undefined;
  const address = feedAddress(updates.feed);
  return address ? { address, publicKey: updates.publicKey } : undefined;
}
