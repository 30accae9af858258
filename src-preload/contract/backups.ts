import { z } from 'zod';
import { command, effect, query } from './operation.ts';
import { done, id, instant, none } from './values.ts';

/** Why a backup was made. */
export const backupKinds = ['daily', 'before-migration', 'by-hand'] as const;
export type BackupKind = (typeof backupKinds)[number];

/** Long enough that it cannot be guessed: whoever has the file has all the time in the world. */
export const passphraseLength = { least: 12, most: 200 } as const;
const newPassphrase = z
  .string()
  .refine((s) => [...s].length >= passphraseLength.least, 'passphrase-too-short')
  .refine((s) => [...s].length <= passphraseLength.most, 'too-long');

/** No system has a path with a NUL in it, and Node throws on one. */
const somePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => !path.includes('\0'), 'control-character');
/** A backup from the list by name, or a file: any from the command line, from the window only one chosen in its dialog. */
const backupFile = z.union([z.strictObject({ name: z.string().min(1).max(200) }), z.strictObject({ path: somePath })]);
export type BackupFile = z.infer<typeof backupFile>;
const oneBackup = z.strictObject({ file: backupFile, passphrase: z.string().max(1000).optional() });

export const backupRow = z.object({
  name: z.string(),
  at: instant,
  /** In bytes. */
  size: z.int(),
  kind: z.enum(backupKinds),
  encrypted: z.boolean(),
});
export type BackupRow = z.infer<typeof backupRow>;

/** An organization in a backup, and what it has. Its name is given only to its members. */
const heldOrganization = z.object({
  id,
  name: z.string().nullable(),
  people: z.int(),
  pending: z.int(),
  waiting: z.int(),
});

export const backups = {
  list: query({
    summary: 'Lists the backups of this workspace, newest first, and whether one is being made.',
    input: none,
    output: z.object({
      folder: z.string(),
      rows: z.array(backupRow),
      /** How much of a backup under way has been copied, in percent. */
      making: z.int().nullable(),
    }),
    needs: 'signed-in', // the handler requires an owner: a backup is of the whole workspace, not of one organization
    reads: ['backups'],
  }),
  make: effect({
    summary: 'Makes a backup now, and verifies it by opening it.',
    input: none,
    output: backupRow.extend({ organizations: z.int(), people: z.int() }),
    needs: 'signed-in', // the handler requires an owner
    changes: ['backups'],
  }),
  settings: query({
    summary: 'Shows whether and where backups are made, and why the last automatic one failed.',
    input: none,
    output: z.object({
      automatic: z.boolean(),
      /** Null: the workspace’s own. */
      folder: z.string().nullable(),
      usualFolder: z.string(),
      hasPassphrase: z.boolean(),
      failure: z.object({ at: instant, error: z.object({ code: z.string(), data: z.unknown() }) }).nullable(),
    }),
    needs: 'signed-in', // the handler requires an owner
    reads: ['backups'],
  }),
  saveSettings: command({
    summary: 'Sets whether and where backups are made, and the passphrase that they are encrypted with.',
    input: z.strictObject({
      automatic: z.boolean(),
      /** From the window, only one chosen in its dialog. */
      folder: somePath.nullable(),
      /** Omitted: unchanged. Null: backups are no longer encrypted. */
      passphrase: newPassphrase.nullable().optional(),
    }),
    output: done,
    needs: 'signed-in', // the handler requires an owner
    changes: ['backups'],
  }),
  inspect: query({
    summary: 'Reads a backup and tells what it holds, beside what is here now. Changes nothing.',
    input: oneBackup,
    output: z.object({
      at: instant,
      encrypted: z.boolean(),
      version: z.string(),
      people: z.int(),
      organizations: z.array(heldOrganization),
      /** Whether its links stay valid and its stored passwords can be read: it has the key, or the key here fits. */
      key: z.enum(['inside', 'fits', 'other', 'unknown']),
      here: z.object({ people: z.int(), organizations: z.array(heldOrganization) }),
    }),
    needs: 'anyone', // while there is no organization; afterwards the handler requires an owner
    reads: [],
  }),
  restore: effect({
    summary:
      'Gets a backup ready to take the place of the workspace; the command line and the window then let it, and keep what was there.',
    input: oneBackup,
    output: z.object({ at: instant, organizations: z.int(), people: z.int() }),
    needs: 'anyone', // while there is no organization; afterwards the handler requires an owner
    changes: [],
  }),
};
