import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** The one source of the workspace secret; `kernel/key` decides where it comes from. */
export interface KeyProvider {
  /** 32 bytes; the same for as long as the workspace lives. */
  readonly secret: () => Buffer;
}

/** Everything Gatehouse does with the secret; the secret itself goes nowhere else. */
export interface Keys {
  /** 256 bits over `text`, base64url. `purpose` keeps uses apart. */
  readonly sign: (purpose: string, text: string) => string;
  /** Compares in constant time, and strings rather than bytes: an altered spare bit in the last letter is refused too. */
  readonly verify: (purpose: string, text: string, signature: string) => boolean;
  readonly seal: (text: string) => string;
  readonly unseal: (sealed: string) => string;
}

/** Derives a key per purpose from the workspace secret (RFC 5869) and works with those. */
export function workspaceKeys(provider: KeyProvider): Keys {
  // key objects: from bare bytes each signature would make a new one, which takes five times as long as signing
  const derived = new Map<string, KeyObject>();
  const key = (purpose: string) => {
    let made = derived.get(purpose);
    if (!made) {
      made = createSecretKey(Buffer.from(hkdfSync('sha256', provider.secret(), '', `gatehouse:${purpose}`, 32)));
      derived.set(purpose, made);
    }
    return made;
  };
  const sign = (purpose: string, text: string) => createHmac('sha256', key(purpose)).update(text).digest('base64url');
  return {
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key('seal'), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key('seal'), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
