import { existsSync } from 'node:fs';
import { type ErrorReport, GatehouseError } from '#contract/errors.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import type { BackupPlace } from '../../kernel/backups.ts';
import type { Keys } from '../../kernel/keys.ts';

export interface BackupSettings {
  readonly automatic: boolean;
  /** Null: the workspace's own folder. */
  readonly folder: string | null;
  readonly passphraseSealed: string | null;
  readonly failure: { readonly at: number; readonly error: ErrorReport } | null;
}

export async function loadBackupSettings(db: ReadableDb): Promise<BackupSettings> {
  const row = await db.selectFrom('backup_settings').selectAll().executeTakeFirstOrThrow();
  return {
    automatic: row.automatic === 1,
    folder: row.folder,
    passphraseSealed: row.passphrase_sealed,
    failure:
      row.failed_at === null ? null : { at: row.failed_at, error: JSON.parse(row.failure ?? '{}') as ErrorReport },
  };
}

/** Where backups go, with the passphrase. @throws GatehouseError `backup-passphrase-lost` when another key sealed it */
export function placeOf({ folder, passphraseSealed }: BackupSettings, keys: Keys): BackupPlace {
  try {
    return { folder, passphrase: passphraseSealed === null ? null : keys.unseal(passphraseSealed) };
  } catch {
    throw new GatehouseError('backup-passphrase-lost', {});
  }
}

/** New settings are a new try: an earlier failure says nothing about them. */
export async function saveBackupSettings(
  db: WritableDb,
  { automatic, folder, passphraseSealed }: Omit<BackupSettings, 'failure'>,
): Promise<void> {
  await db
    .updateTable('backup_settings')
    .set({
      automatic: automatic ? 1 : 0,
      folder,
      passphrase_sealed: passphraseSealed,
      failed_at: null,
      failure: null,
    })
    .execute();
}

/** Keeps why an automatic backup failed, until one succeeds. */
export async function noteFailure(db: WritableDb, failure: BackupSettings['failure']): Promise<void> {
  await db
    .updateTable('backup_settings')
    .set({ failed_at: failure?.at ?? null, failure: failure ? JSON.stringify(failure.error) : null })
    .execute();
}

/** A restored workspace may be on another computer, where the first one's folder means nothing. */
export async function forgetLostFolder(db: WritableDb): Promise<void> {
  const { folder } = await loadBackupSettings(db);
  if (folder !== null && !existsSync(folder)) await db.updateTable('backup_settings').set({ folder: null }).execute();
  await noteFailure(db, null);
}
