import { createPublicKey, verify } from 'node:crypto';

/**
 * Whether whoever holds the key signed exactly these bytes: Ed25519 (RFC 8032), the signature in base64.
 * @param publicKey SubjectPublicKeyInfo in base64
 */
export function isSigned(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  const raw = Buffer.from(signature.trim(), 'base64');
  if (raw.length !== 64) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, raw);
  } catch {
    return false; // no key: nothing is believed
  }
}
