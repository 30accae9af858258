import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { flushFolder } from '../../database/backup.ts';
import { readAnchors } from '../../database/backup-facts.ts';
import { keyFilesIn, keyNames, type Reach } from './files.ts';
import { fitsAnchors } from './fitting.ts';
import { newSecret, readKeyFile, textOf, writePrivate } from './key-file.ts';

/** Writes a new key beside the old one; it counts once the audit has begun again with it (`finishNewKey`). */
export function draftNewKey(folder: string): Buffer {
  const secret = newSecret();
  writePrivate(keyFilesIn(folder).next, textOf(secret), { replace: true });
  return secret;
}

/** Moves a key's files out of the way. They stay in the folder: an old backup may still need them. */
export function putAside(folder: string, names: readonly string[], now: number): void {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  for (const name of names)
    for (let n = 1, from = path.join(folder, name); existsSync(from); n++) {
      const to = path.join(folder, `${name}.lost-${time}${n > 1 ? `-${n}` : ''}`);
      if (!existsSync(to)) renameSync(from, to);
    }
}

/**
 * Puts a new key in the place of the lost one if the database has begun again with it; if that was cut off, the new key is
 * removed. Each step can be repeated.
 * @param now milliseconds since 1970
 */
export function finishNewKey(folder: string, database: string, now: number, reach: Reach = () => {}): void {
  const { file, next } = keyFilesIn(folder);
  const found = existsSync(next) ? readKeyFile(next) : undefined;
  if (!found) return;
  const anchors = existsSync(database) ? readAnchors(database) : [];
  if (fitsAnchors(anchors, { secret: () => found.secret }) !== 'fits') {
    rmSync(next, { force: true });
    return;
  }
  reach('before the old key goes');
  // the noted ends of the audit are signed with the old key
  putAside(folder, [keyNames.file, keyNames.sealed, 'audit-ends.json'], now);
  reach('before the new key arrives');
  renameSync(next, file);
  flushFolder(folder);
  reach('the new key is there');
}
