import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/**
 * @param publicKey SubjectPublicKeyInfo in base64
 * @returns undefined for anything but a public Ed25519 key
 */
export function ed25519Key(publicKey: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the key's holder signed exactly these bytes: Ed25519 (RFC 8032), the signature in base64.
 * @param publicKey SubjectPublicKeyInfo in base64
 */
export function isSigned(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  const raw = Buffer.from(signature.trim(), 'base64');
  const key = ed25519Key(publicKey);
  // without a key nothing is trusted
  return raw.length === 64 && key !== undefined && verify(null, bytes, key, raw);
}
