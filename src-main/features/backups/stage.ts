import { readdirSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { copyDatabase, flush, flushFolder, settleAlone } from '../../database/backup.ts';
import { readFacts } from '../../database/backup-facts.ts';
import { watchChanges } from '../../database/changes.ts';
import { failpoint } from '../../database/failpoint.ts';
import { openStore } from '../../database/open.ts';
import { openingTrouble } from '../../database/trouble.ts';
import { beginAllAnew } from '../../kernel/audit-chain.ts';
import { keepAuditEnds } from '../../kernel/audit-ends.ts';
import type { Inspected, Restorer } from '../../kernel/backups.ts';
import { keepErasures, readErasures } from '../../kernel/erasures.ts';
import { fitsAnchors } from '../../kernel/key/fitting.ts';
import { type KeyProvider, workspaceKeys } from '../../kernel/keys.ts';
import { eraseAgain } from '../users/erase/again.ts';
import { isContainer } from './container.ts';
import { decryptTo, type InspectOptions } from './inspect.ts';
import { readName } from './names.ts';
import { settle } from './settle.ts';
import { names, stagingIn } from './swap.ts';

/**
 * Makes a whole workspace from a backup in a separate folder: migrated to this version, with its key, and brought to rest, so
 * that nothing in it is mailed or resumes by itself. The present workspace is not touched.
 */
export async function stageBackup(
  options: InspectOptions,
  file: string,
  passphrase: string | undefined,
  by: Restorer,
): Promise<Inspected> {
  const staging = stagingIn(options.folder);
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { mode: 0o700 });
    failpoint('restore.begun');
    const database = path.join(staging, names.database);
    const found = await bring(options, file, database, passphrase);
    failpoint('restore.brought');
    const { secret, ...inspected } = found;
    await options.key.keepIn(staging, secret);
    failpoint('restore.keyed');
    const store = await openStore(database, { check: false });
    try {
      const keys = workspaceKeys({ secret: () => secret });
      const changes = watchChanges(store);
      // a new file: the entries known to the one beside the replaced database are not in this database
      const ends = keepAuditEnds({ store, changes, keys, clock: { now: () => by.at }, folder: staging });
      const erasures = await readErasures(options.folder, keys);
      await changes.write(['audit'], by.at, async (db) => {
        if (inspected.key === 'other') await beginAllAnew(db, keys, by.at);
        await settle(db, keys, by, inspected.at);
        await eraseAgain(db, keys, erasures, by.at);
      });
      failpoint('restore.settled');
      await ends.close();
      await keepErasures({ store, changes, keys, clock: { now: () => by.at }, folder: staging }).close();
      changes.close();
    } finally {
      await store.close();
    }
    settleAlone(database);
    for (const name of readdirSync(staging)) flush(path.join(staging, name));
    flushFolder(staging);
    failpoint('restore.staged');
    return inspected;
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw openingTrouble(error, file);
  }
}

interface Brought extends Inspected {
  readonly secret: Buffer;
}

async function bring(
  { key }: { readonly key: KeyProvider },
  file: string,
  database: string,
  passphrase: string | undefined,
): Promise<Brought> {
  if (await isContainer(file)) {
    const { secret, made } = await decryptTo(file, database, passphrase);
    return { facts: await readFacts(database), at: made, encrypted: true, key: 'inside', secret };
  }
  await readFacts(file); // reports what is wrong with the file itself
  await copyDatabase(file, database);
  const facts = await readFacts(database);
  const at = readName(path.basename(file))?.at ?? Math.floor((await stat(file)).mtimeMs);
  return { facts, at, encrypted: false, key: fitsAnchors(facts.anchors, key), secret: key.secret() };
}
