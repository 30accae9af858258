import { existsSync, rmSync } from 'node:fs';
import { GatehouseError } from '#contract/errors.ts';
import type { KeyPlace } from '#contract/key.ts';
import { flushFolder } from '../../database/backup.ts';
import type { KeyProvider } from '../keys.ts';
import { keyFilesIn, type Reach } from './files.ts';
import type { GivenKey } from './given-key.ts';
import { makeKeyFile, readGivenKey, readKeyFile, textOf, writePrivate } from './key-file.ts';
import { type Keyring, noKeyring, readSealedKey, writeSealedKey } from './keyring.ts';

/** The key of a workspace, and where it lies. */
export interface WorkspaceKey extends KeyProvider {
  readonly place: () => KeyPlace;
  /** The file that holds it, sealed or not. */
  readonly file: () => string;
  /** Others could read the key file until this start. */
  readonly mended: boolean;
  readonly keyring: Keyring;
  /** Puts a key where a workspace in another folder will look for it, kept the way this one is. */
  readonly keepIn: (folder: string, secret: Buffer) => Promise<void>;
  /**
   * Moves it. The key is always in at least one place: the new one is written and read back before the old one goes.
   * @throws GatehouseError `keyring-missing`, `file-unreadable`
   */
  readonly move: (to: 'file' | 'keyring', reach?: Reach) => Promise<void>;
}

export interface OpenKeyOptions {
  readonly folder: string;
  /** Makes a key, for a new workspace. An old one never gets another: links and stored passwords would silently die. */
  readonly make: boolean;
  readonly keyring?: Keyring | undefined;
  readonly given?: GivenKey | undefined;
}

interface Found {
  readonly place: KeyPlace;
  readonly file: string;
  readonly mended?: boolean;
  readonly secret: Buffer | GatehouseError;
}

/**
 * Finds the key of a workspace: the one that was given, else its own file, else what the keyring has sealed.
 * @returns for an old workspace without a readable key, one whose use throws `key-unreadable`, `key-exposed` or
 * `key-in-keyring`
 * @throws GatehouseError the same, at once, for a new workspace
 */
export async function openKey(options: OpenKeyOptions): Promise<WorkspaceKey> {
  const { folder, make, keyring = noKeyring } = options;
  const files = keyFilesIn(folder);
  let found = await find(options, keyring);
  if (make && found.secret instanceof GatehouseError) throw found.secret;
  const secret = () => {
    if (!(found.secret instanceof GatehouseError)) return found.secret;
    // it may have been put back meanwhile
    const again =
      found.place === 'file' ? attempt(() => readKeyFile(files.file)?.secret ?? lost(files.file)) : found.secret;
    found = { ...found, secret: again };
    if (again instanceof GatehouseError) throw again;
    return again;
  };
  return {
    secret,
    keyring,
    place: () => found.place,
    file: () => found.file,
    mended: found.mended === true,
    async keepIn(other, theirs) {
      const there = keyFilesIn(other);
      if (found.place === 'keyring' && (await seals(keyring, there.sealed, theirs))) return;
      writePrivate(there.file, textOf(theirs), { replace: true });
    },
    async move(to, reach = () => {}) {
      if (to === 'keyring') await intoKeyring(folder, secret(), keyring, reach);
      else intoFile(folder, secret(), reach);
      found = { ...found, place: to, file: to === 'keyring' ? files.sealed : files.file };
    },
  };
}

async function find({ folder, make, given }: OpenKeyOptions, keyring: Keyring): Promise<Found> {
  const { file, sealed } = keyFilesIn(folder);
  if (given)
    return {
      place: 'given',
      file: given.file,
      secret: attempt(() => readGivenKey(given.file, { strict: !given.isCredential })),
    };
  // where a move was cut off both exist, and the one that needs no keyring counts
  if (existsSync(file) || !existsSync(sealed)) {
    let mended = false;
    const secret = attempt(() => {
      const found = readKeyFile(file);
      mended = found?.mended ?? false;
      return found?.secret ?? (make ? makeKeyFile(file) : lost(file));
    });
    return { place: 'file', file, mended, secret };
  }
  return { place: 'keyring', file: sealed, secret: await unsealed(sealed, keyring) };
}

const lost = (file: string): never => {
  throw new GatehouseError('key-unreadable', { file });
};

function attempt(read: () => Buffer): Buffer | GatehouseError {
  try {
    return read();
  } catch (error) {
    if (error instanceof GatehouseError) return error;
    throw error;
  }
}

async function unsealed(file: string, keyring: Keyring): Promise<Buffer | GatehouseError> {
  const { lacking } = await keyring.state();
  if (lacking !== null) return new GatehouseError('key-in-keyring', { file, why: lacking });
  try {
    return await readSealedKey(file, keyring);
  } catch {
    return new GatehouseError('key-in-keyring', { file, why: 'refused' });
  }
}

async function seals(keyring: Keyring, file: string, secret: Buffer): Promise<boolean> {
  if ((await keyring.state()).lacking !== null) return false;
  try {
    await writeSealedKey(file, secret, keyring);
    return true;
  } catch (error) {
    if (error instanceof GatehouseError) throw error;
    return false;
  }
}

async function intoKeyring(folder: string, secret: Buffer, keyring: Keyring, reach: Reach): Promise<void> {
  const { file, sealed } = keyFilesIn(folder);
  reach('before it is sealed');
  if (!(await seals(keyring, sealed, secret))) throw new GatehouseError('keyring-missing', {});
  reach('sealed');
  // from the disk, as the next start will
  const again = await readSealedKey(sealed, keyring).catch(() => undefined);
  if (!again?.equals(secret)) throw new GatehouseError('keyring-missing', {});
  reach('before the file goes');
  rmSync(file, { force: true });
  flushFolder(folder);
  reach('the file is gone');
}

function intoFile(folder: string, secret: Buffer, reach: Reach): void {
  const { file, sealed } = keyFilesIn(folder);
  reach('before the file');
  writePrivate(file, textOf(secret), { replace: true });
  reach('the file is written');
  if (!readKeyFile(file)?.secret.equals(secret)) throw new GatehouseError('file-unreadable', { file, detail: 'EIO' });
  reach('before the sealed one goes');
  rmSync(sealed, { force: true });
  flushFolder(folder);
  reach('the sealed one is gone');
}
