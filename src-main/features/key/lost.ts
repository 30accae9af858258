import { existsSync } from 'node:fs';
import { GatehouseError } from '#contract/errors.ts';
import type { KeyPlace } from '#contract/key.ts';
import { settleAlone } from '../../database/backup.ts';
import { readAnchors } from '../../database/backup-facts.ts';
import { watchChanges } from '../../database/changes.ts';
import { openStore } from '../../database/open.ts';
import { openingTrouble } from '../../database/trouble.ts';
import { writeAudit } from '../../kernel/audit.ts';
import { beginAllAnew } from '../../kernel/audit-chain.ts';
import { keepAuditEnds } from '../../kernel/audit-ends.ts';
import type { Caller } from '../../kernel/context.ts';
import { keyFilesIn, keyNames, type Reach } from '../../kernel/key/files.ts';
import { refuseOther } from '../../kernel/key/fitting.ts';
import { readKeyFile, textOf, writePrivate } from '../../kernel/key/key-file.ts';
import { type Keyring, writeSealedKey } from '../../kernel/key/keyring.ts';
import { draftNewKey, finishNewKey, newEnds, putAside } from '../../kernel/key/new-key.ts';
import { readRecoveryKey } from '../../kernel/key/recovery-key.ts';
import { workspaceKeys } from '../../kernel/keys.ts';
import { openContainer } from '../backups/container.ts';

/** A workspace that cannot be opened because its key cannot be read. */
export interface Locked {
  readonly folder: string;
  readonly database: string;
  readonly keyring: Keyring;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly osUser: string | null;
}

/** @throws GatehouseError `recovery-key-wrong` when a letter is wrong */
export function secretOfRecoveryKey(typed: string): Buffer {
  const secret = readRecoveryKey(typed);
  if (!secret) throw new GatehouseError('recovery-key-wrong', {});
  return secret;
}

/** The key that an encrypted backup carries. @throws GatehouseError what reading a backup throws */
export async function secretInBackup(file: string, passphrase: string | undefined): Promise<Buffer> {
  if (passphrase === undefined) throw new GatehouseError('backup-passphrase-needed', {});
  try {
    return (await openContainer(file, passphrase, () => undefined)).secret;
  } catch (error) {
    throw openingTrouble(error, file);
  }
}

/**
 * Gives a workspace its key back: into the keyring if it was there before and there is one, else into the key file. Old
 * files that could not be read are put aside.
 * @throws GatehouseError `key-wrong` when it is the key of another workspace
 */
export async function putBack({ folder, database, keyring, now }: Locked, secret: Buffer): Promise<KeyPlace> {
  const { file, sealed } = keyFilesIn(folder);
  refuseOther(readAnchors(database), { secret: () => secret }, file);
  if (!mayCount(file) && existsSync(sealed) && (await keyring.state()).lacking === null) {
    try {
      await writeSealedKey(sealed, secret, keyring);
      return 'keyring';
    } catch {
      // then the file
    }
  }
  putAside(folder, [keyNames.file], now);
  writePrivate(file, textOf(secret), { replace: true });
  putAside(folder, [keyNames.sealed], now);
  return 'file';
}

/** Whether the next start would read the key file instead of the sealed one. */
function mayCount(file: string): boolean {
  try {
    return readKeyFile(file) !== undefined;
  } catch {
    return true;
  }
}

/**
 * Begins with a new key. Links that are out die with the old one, and sealed passwords can no longer be read; earlier audit
 * entries stay, and count as unproven.
 * @throws GatehouseError `workspace-busy` while somebody has the database open with the old key
 */
export async function beginAnew({ folder, database, now, osUser }: Locked, reach: Reach = () => {}): Promise<void> {
  try {
    if (!settleAlone(database)) throw new GatehouseError('workspace-busy', { file: database });
    const secret = draftNewKey(folder);
    reach('the new key is drafted');
    const keys = workspaceKeys({ secret: () => secret });
    const store = await openStore(database);
    const changes = watchChanges(store);
    const ends = keepAuditEnds({ store, changes, keys, clock: { now: () => now }, folder, name: newEnds });
    const caller: Caller = { face: 'window', credentials: { kind: 'core' }, osUser: osUser ?? undefined };
    try {
      await changes.write(['audit', 'key'], now, async (db) => {
        await beginAllAnew(db, keys, now);
        await db.deleteFrom('session').execute();
        const organizations = await db.selectFrom('organization').select('id').orderBy('id').execute();
        for (const { id } of organizations)
          await writeAudit(db, keys, {
            ...{ now, operation: 'key.begin', actor: { kind: 'core' }, caller, outcome: 'done' },
            note: { organizationId: id, detail: { links: 'ended', before: 'unproven' } },
          });
        reach('before the audit begins anew');
      });
      await ends.close();
    } finally {
      changes.close();
      await store.close();
    }
    reach('the audit has begun anew');
    finishNewKey(folder, database, now, reach);
  } catch (error) {
    throw openingTrouble(error, folder);
  }
}
