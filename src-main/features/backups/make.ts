import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupKind } from '#contract/backups.ts';
import { GatehouseError } from '#contract/errors.ts';
import { type CopyProgress, copyDatabase, flushFolder } from '../../database/backup.ts';
import { readFacts } from '../../database/backup-facts.ts';
import { failpoint } from '../../database/failpoint.ts';
import { openingTrouble } from '../../database/trouble.ts';
import type { BackupPlace, MadeBackup } from '../../kernel/backups.ts';
import type { KeyProvider } from '../../kernel/keys.ts';
import { openContainer, sealInto } from './container.ts';
import type { Cost } from './container-key.ts';
import { draftIn, removeDraft, sweepDrafts } from './drafts.ts';
import { nameOf } from './names.ts';

export interface MakeOptions {
  readonly folder: string;
  readonly usualFolder: string;
  readonly database: string;
  readonly key: KeyProvider;
  readonly mine: string;
  readonly cost?: Cost | undefined;
}

export interface Wanted extends BackupPlace {
  readonly kind: BackupKind;
  readonly at: number;
}

/**
 * Copies the database, opens the copy and checks all of it, and only then gives it a backup's name. A failure leaves
 * nothing behind, and earlier backups as they are.
 * @throws GatehouseError `file-unreadable` (no disk space, no folder, no right), `file-damaged`
 */
export async function makeBackup(options: MakeOptions, wanted: Wanted, progress: CopyProgress): Promise<MadeBackup> {
  const folder = wanted.folder ?? options.usualFolder;
  try {
    await prepareFolder(folder, wanted.folder === null);
    await sweepDrafts(folder);
    return await make(options, folder, wanted, progress);
  } catch (error) {
    throw openingTrouble(error, folder);
  }
}

/** A folder that somebody chose is never created: it may be on a disk that is not connected now. */
async function prepareFolder(folder: string, own: boolean): Promise<void> {
  if (own) await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await stat(folder)).isDirectory())
    throw new GatehouseError('file-unreadable', { file: folder, detail: 'ENOTDIR' });
}

async function make(
  options: MakeOptions,
  folder: string,
  { kind, at, passphrase }: Wanted,
  progress: CopyProgress,
): Promise<MadeBackup> {
  const encrypted = passphrase !== null;
  // what is to be encrypted must never be in the clear where backups go, which may be a USB stick or a network share
  const copy = draftIn(encrypted ? options.folder : folder);
  const sealed = draftIn(folder);
  try {
    await writeFile(copy, '', { flag: 'wx', mode: 0o600 });
    failpoint('backup.begun');
    await copyDatabase(options.database, copy, { progress });
    const facts = await readFacts(copy);
    failpoint('backup.checked');
    if (encrypted) await sealAndCheck(options, { copy, sealed, passphrase, at });
    failpoint('backup.sealed');
    const { name, free } = freeName(options, folder, { kind, at, encrypted });
    await rename(encrypted ? sealed : copy, path.join(folder, name));
    flushFolder(folder);
    failpoint('backup.named');
    const { size } = await stat(path.join(folder, name));
    const { organizations, people } = facts;
    return { name, at: free, size, kind, encrypted, organizations: organizations.length, people };
  } finally {
    for (const draft of [copy, sealed]) await removeDraft(draft);
  }
}

interface ToSeal {
  readonly copy: string;
  readonly sealed: string;
  readonly passphrase: string;
  readonly at: number;
}

/** The encrypted file is decrypted again, and must match to the last byte. */
async function sealAndCheck({ key, cost }: MakeOptions, { copy, sealed, passphrase, at }: ToSeal): Promise<void> {
  const secret = key.secret();
  await sealInto({ from: copy, to: sealed, passphrase, secret, made: at, cost });
  const before = createHash('sha256');
  await pipeline(createReadStream(copy), before);
  const after = createHash('sha256');
  const opened = await openContainer(sealed, passphrase, (piece) => void after.update(piece));
  if (!opened.secret.equals(secret) || !after.digest().equals(before.digest()))
    throw new GatehouseError('file-damaged', { file: sealed, detail: 'it reads differently from what was written' });
}

/** No backup replaces another. */
function freeName(options: MakeOptions, folder: string, about: { kind: BackupKind; at: number; encrypted: boolean }) {
  for (let free = about.at; ; free++) {
    const name = nameOf({ ...about, at: free, workspace: options.mine });
    if (!existsSync(path.join(folder, name))) return { name, free };
  }
}
