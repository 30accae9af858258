import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import { flushFolder } from '../../database/backup.ts';
import { failpoint } from '../../database/failpoint.ts';
import { readRecoveryKey } from './recovery-key.ts';

/** Length of a workspace key. */
export const secretBytes = 32;
export const newSecret = () => randomBytes(secretBytes);

/** Only on POSIX does a file's mode say who may read it; on Windows the profile's folder keeps others out. */
const hasModes = process.platform !== 'win32';
const forOthers = 0o077;

export interface FoundKey {
  readonly secret: Buffer;
  /** Others could read the file until now; they no longer can. */
  readonly mended: boolean;
}

/** A key as a file holds it: base64url, or the line of a recovery key. */
function keyIn(text: string): Buffer | undefined {
  const whole = text.trim();
  if (/^[\w-]{43}$/.test(whole)) return Buffer.from(whole, 'base64url');
  for (const line of text.split(/\r?\n/)) {
    const secret = readRecoveryKey(line);
    if (secret) return secret;
  }
  return undefined;
}

/**
 * Reads the key file of a workspace. One that others may read is mended, since refusing it would not undo their reading.
 * @returns undefined when it is not there
 * @throws GatehouseError `key-unreadable`; `key-exposed` when it belongs to somebody else or cannot be mended
 */
export function readKeyFile(file: string): FoundKey | undefined {
  const opened = open(file);
  if (opened === undefined) return undefined;
  try {
    const { mode, uid } = fstatSync(opened);
    const me = process.getuid?.() ?? uid;
    // the folder's owner could put any database there anyway; this also lets root open it
    const trusted = [me, 0, statSync(path.dirname(file)).uid];
    if (hasModes && !trusted.includes(uid)) throw new GatehouseError('key-exposed', { file, why: 'owner' });
    const mended = hasModes && (mode & forOthers) !== 0;
    if (mended) mend(opened, file);
    return { secret: secretIn(opened, file), mended };
  } finally {
    closeSync(opened);
  }
}

/**
 * Reads a key that was given from outside: the file is not ours to change.
 * @param strict refuses a file that others may read; systemd's credentials have an ACL whose mask looks like that
 * @throws GatehouseError `key-unreadable`, `key-exposed`
 */
export function readGivenKey(file: string, { strict }: { readonly strict: boolean }): Buffer {
  const opened = open(file);
  if (opened === undefined) throw new GatehouseError('key-unreadable', { file });
  try {
    if (hasModes && strict && (fstatSync(opened).mode & forOthers) !== 0)
      throw new GatehouseError('key-exposed', { file, why: 'mode' });
    return secretIn(opened, file);
  } finally {
    closeSync(opened);
  }
}

function open(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new GatehouseError('key-unreadable', { file });
  }
}

function mend(opened: number, file: string): void {
  try {
    fchmodSync(opened, 0o600);
  } catch {
    throw new GatehouseError('key-exposed', { file, why: 'mode' });
  }
}

function secretIn(opened: number, file: string): Buffer {
  let secret: Buffer | undefined;
  try {
    // a key is short: a long file is not read at all
    if (fstatSync(opened).size <= 65_536) secret = keyIn(readFileSync(opened, 'utf8'));
  } catch {
    // a folder, say
  }
  if (!secret) throw new GatehouseError('key-unreadable', { file });
  return secret;
}

/**
 * Writes a file that only its owner can read, whole or not at all, and waits until it is on the disk.
 * @param replace whether it may take the place of one that is there
 * @returns false when one was there that must not be replaced
 * @throws GatehouseError `file-unreadable`
 */
export function writePrivate(file: string, text: string, { replace }: { readonly replace: boolean }): boolean {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  let begun = false;
  try {
    const handle = openSync(draft, 'wx', 0o600);
    begun = true;
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(draft, 0o600);
    if (replace) renameSync(draft, file);
    else {
      failpoint('key.drafted');
      linkSync(draft, file); // fails when another process was first
      failpoint('key.linked');
    }
    flushFolder(path.dirname(file));
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && !replace) return false;
    throw new GatehouseError('file-unreadable', { file, detail: code });
  } finally {
    if (begun) rmSync(draft, { force: true });
  }
}

/** The content of a key file. */
export const textOf = (secret: Buffer) => `${secret.toString('base64url')}\n`;

/** Makes the key of a new workspace. Several processes may do so at once: one wins, and all get the winner's key. */
export function makeKeyFile(file: string): Buffer {
  writePrivate(file, textOf(newSecret()), { replace: false });
  const found = readKeyFile(file);
  if (!found) throw new GatehouseError('key-unreadable', { file });
  return found.secret;
}
