import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyringState } from '#contract/key.ts';
import type { Keyring } from '../../src-main/kernel/key/keyring.ts';

/** A keyring that seals with its own password, as a desktop's does; `reset` forgets the password. */
export interface TestKeyring extends Keyring {
  readonly reset: () => void;
  /** From now on, it is as if the desktop had no keyring. */
  readonly takeAway: () => void;
  /** What it has been given to seal so far. */
  readonly asked: string[];
}

export function testKeyring(password = randomBytes(32)): TestKeyring {
  let own = password;
  let state: KeyringState = { name: 'gnome_libsecret', lacking: null };
  const asked: string[] = [];
  return {
    asked,
    state: async () => state,
    async seal(text) {
      asked.push(text);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', own, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    async unseal(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', own, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return { text: Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(), again: false };
    },
    reset() {
      own = randomBytes(32);
    },
    takeAway() {
      state = { name: null, lacking: 'basic-text' };
    },
  };
}
