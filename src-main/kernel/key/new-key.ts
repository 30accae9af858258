import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { flush, flushFolder } from '../../database/backup.ts';
import { readAnchors } from '../../database/backup-facts.ts';
import { auditEndsFile } from '../audit-ends.ts';
import { keyFilesIn, keyNames, type Reach } from './files.ts';
import { fitsAnchors } from './fitting.ts';
import { newSecret, readKeyFile, textOf, writePrivate } from './key-file.ts';

/** The ends of the audit as noted with the new key, until it counts. */
export const newEnds = `${auditEndsFile}.next`;

/** Writes a new key beside the old one; it counts once the audit has begun again with it (`finishNewKey`). */
export function draftNewKey(folder: string): Buffer {
  const secret = newSecret();
  rmSync(path.join(folder, newEnds), { force: true });
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
    for (const drafted of [next, path.join(folder, newEnds)]) rmSync(drafted, { force: true });
    return;
  }
  reach('before the old key goes');
  // the noted ends of the audit are signed with the old key
  putAside(folder, [keyNames.file, keyNames.sealed, auditEndsFile], now);
  placeNewEnds(folder);
  reach('before the new key arrives');
  renameSync(next, file);
  flushFolder(folder);
  rmSync(path.join(folder, newEnds), { force: true });
  reach('the new key is there');
}

/** Copied, not moved, as a step that may be repeated. None are there if the disk was full. */
function placeNewEnds(folder: string): void {
  const [from, to] = [path.join(folder, newEnds), path.join(folder, auditEndsFile)];
  if (!existsSync(from)) return;
  copyFileSync(from, to);
  flush(to);
}
