import type { BackupFile, BackupKind, BackupRow } from '#contract/backups.ts';
import type { Face } from '#contract/operation.ts';
import type { Facts } from '../database/backup-facts.ts';

/** Where backups go and how; from the settings of the workspace. */
export interface BackupPlace {
  /** Null: the workspace's own folder. */
  readonly folder: string | null;
  /** Null: not encrypted. */
  readonly passphrase: string | null;
}

export interface MadeBackup extends BackupRow {
  readonly organizations: number;
  readonly people: number;
}

export interface Inspected {
  readonly facts: Facts;
  readonly at: number;
  readonly encrypted: boolean;
  readonly key: 'inside' | 'fits' | 'other' | 'unknown';
}

/** What a restored workspace records about the restore. */
export interface Restorer {
  readonly at: number;
  readonly actor: string;
  readonly face: Face;
  readonly osUser: string | null;
}

/** Makes, finds and reads the backups of one workspace. Files only: it also works while the database cannot be opened. */
export interface BackupHouse {
  /** The workspace's own folder for them. */
  readonly usualFolder: string;
  /** How much of the backup being made is copied, in percent. */
  readonly making: () => number | null;
  /** @throws GatehouseError `file-unreadable` */
  readonly make: (kind: BackupKind, at: number, place: BackupPlace) => Promise<MadeBackup>;
  /** Those of this workspace, newest first. @throws GatehouseError `file-unreadable` */
  readonly list: (folder: string | null) => Promise<BackupRow[]>;
  /** Removes what the schedule no longer keeps. */
  readonly prune: (folder: string | null) => Promise<readonly string[]>;
  /** The path of a file that was named from outside. @throws GatehouseError `not-found` */
  readonly find: (file: BackupFile, folder: string | null) => string;
  /**
   * Reads a backup through.
   * @param asking the key of an address: which organizations that person belongs to
   * @throws GatehouseError `backup-passphrase-needed`, `backup-passphrase-wrong`, `file-damaged`, `file-newer`, `file-unreadable`
   */
  readonly inspect: (file: string, passphrase?: string, asking?: string) => Promise<Inspected>;
  /** What the workspace itself holds now. @param asking as for `inspect` */
  readonly here: (asking?: string) => Facts;
  /** Unpacks a backup into a workspace beside the present one. @throws as `inspect` does */
  readonly stage: (file: string, passphrase: string | undefined, by: Restorer) => Promise<Inspected>;
}
