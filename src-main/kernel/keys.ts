import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { GatehouseError } from '#contract/errors.ts';
import { failpoint } from '../database/failpoint.ts';

/** The one place that gives the workspace secret: a file today, the system's keyring or a credential store later. */
export interface KeyProvider {
  /** 32 bytes; the same for as long as the workspace lives. */
  readonly secret: () => Buffer;
}

/** What the house does with the secret; the secret itself goes nowhere else. */
export interface Keys {
  /** 256 bits over `text`, base64url. `purpose` keeps uses apart. */
  readonly sign: (purpose: string, text: string) => string;
  /** Compares in constant time. Strings, not bytes: an altered spare bit of the last letter is refused too. */
  readonly verify: (purpose: string, text: string, signature: string) => boolean;
  readonly seal: (text: string) => string;
  readonly unseal: (sealed: string) => string;
}

const secretBytes = 32;

/**
 * A key file that only its owner may read.
 * @param make for a new workspace: makes the file unless it is there. Several processes may make it at once: one wins,
 * all read the winner's. For an old workspace it is never made anew: links and stored passwords would die silently.
 * @throws GatehouseError `key-unreadable` on first use when it is missing, cannot be read, or is not a key
 */
export function fileKey(file: string, { make }: { readonly make: boolean }): KeyProvider {
  const read = () => {
    try {
      const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
      if (secret.length === secretBytes) return secret;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    }
    throw new GatehouseError('key-unreadable', { file });
  };
  const begin = (draft: string) => {
    try {
      return openSync(draft, 'wx', 0o600);
    } catch (error) {
      throw new GatehouseError('file-unreadable', { file, detail: (error as NodeJS.ErrnoException).code ?? '' });
    }
  };
  const makeFile = () => {
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    const handle = begin(draft);
    try {
      writeSync(handle, `${randomBytes(secretBytes).toString('base64url')}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(draft, 0o600);
    failpoint('key.drafted');
    try {
      linkSync(draft, file); // fails when another process was first
      failpoint('key.linked');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    return read();
  };
  let secret = make ? (read() ?? makeFile()) : undefined;
  return {
    secret() {
      secret ??= read();
      if (!secret) throw new GatehouseError('key-unreadable', { file });
      return secret;
    },
  };
}

/** Derives a key per purpose from the workspace secret (RFC 5869) and works with those. */
export function workspaceKeys(provider: KeyProvider): Keys {
  const derived = new Map<string, Buffer>();
  const key = (purpose: string) => {
    let bytes = derived.get(purpose);
    if (!bytes) {
      bytes = Buffer.from(hkdfSync('sha256', provider.secret(), '', `gatehouse:${purpose}`, 32));
      derived.set(purpose, bytes);
    }
    return bytes;
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
