import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { GatehouseError } from '#contract/errors.ts';
import { flush, flushFolder, settleAlone } from '../../database/backup.ts';
import { failpoint } from '../../database/failpoint.ts';
import { openingTrouble } from '../../database/trouble.ts';
import { auditEndsFile } from '../../kernel/audit-ends.ts';
import { keyNames } from '../../kernel/key/files.ts';

/** The files that a restored workspace brings; besides, one of the two forms of a key. */
export const names = { database: 'gatehouse.sqlite', auditEnds: auditEndsFile } as const;
const keyForms = [keyNames.file, keyNames.sealed] as const;
/** Files that belong to the replaced database, and to no other. */
const companions = ['gatehouse.sqlite-wal', 'gatehouse.sqlite-shm'] as const;

/** Where a workspace is made from a backup. */
export const stagingIn = (folder: string) => path.join(folder, 'restore-staging');
const journalIn = (folder: string) => path.join(folder, 'restore-journal.json');
const journal = z.object({ keep: z.string().regex(/^replaced-[0-9TZ-]+$/) });

/** Whether a restored workspace is about to take its place. */
export const restoreIsPending = (folder: string) => existsSync(journalIn(folder));

/**
 * Puts the staged workspace in the place of the present one, which nobody may have open and which is kept. Once the journal
 * is written, whoever opens the workspace finishes this; before that, nothing has happened.
 * @returns the folder that holds what was replaced
 * @throws GatehouseError `workspace-busy` when somebody has it open; then nothing has happened
 */
export function applyRestore(folder: string, now: number): string {
  if (!stagedKey(folder)) throw new GatehouseError('not-found', { what: 'backup' });
  try {
    refuseBusy(folder);
    const keep = freeName(folder, `replaced-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`);
    failpoint('restore.ready');
    const draft = `${journalIn(folder)}.draft`;
    writeFileSync(draft, JSON.stringify({ keep } satisfies z.infer<typeof journal>), { mode: 0o600 });
    flush(draft);
    failpoint('restore.journal-drafted');
    renameSync(draft, journalIn(folder));
    flushFolder(folder);
    finishRestore(folder);
    return path.join(folder, keep);
  } catch (error) {
    throw openingTrouble(error, folder);
  }
}

/** The form of the restored workspace's key while it waits to be moved; undefined once it is in place. */
const stagedKey = (folder: string) => keyForms.find((name) => existsSync(path.join(stagingIn(folder), name)));

/** Discards what was staged. */
export const dropStaging = (folder: string) => rmSync(stagingIn(folder), { recursive: true, force: true });

/**
 * Continues a restore that was begun, if there is one. Each step can be repeated.
 * @throws GatehouseError `workspace-busy` while another program still has the replaced database open
 */
export function finishRestore(folder: string): void {
  if (!restoreIsPending(folder)) return;
  const { keep } = journal.parse(JSON.parse(readFileSync(journalIn(folder), 'utf8')));
  const kept = path.join(folder, keep);
  const staging = stagingIn(folder);
  failpoint('restore.journal-written');
  if (existsSync(path.join(staging, names.database))) refuseBusy(folder);
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  for (const name of companions) {
    failpoint('restore.companion');
    moveIfThere(path.join(folder, name), path.join(kept, name));
  }
  // the key first: a database without its key would look like one whose key was lost
  const key = stagedKey(folder);
  for (const name of [...(key ? [key] : []), names.auditEnds, names.database]) {
    if (!existsSync(path.join(staging, name))) continue; // already in place
    failpoint('restore.leaves');
    for (const leaving of name === key ? keyForms : [name])
      moveIfThere(path.join(folder, leaving), path.join(kept, leaving));
    failpoint('restore.arrives');
    renameSync(path.join(staging, name), path.join(folder, name));
  }
  for (const changed of [kept, folder]) flushFolder(changed);
  failpoint('restore.all-moved');
  rmSync(journalIn(folder), { force: true });
  flushFolder(folder);
  failpoint('restore.journal-gone');
  dropStaging(folder);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

/** A damaged database cannot be checked, and is moved as it is. */
function refuseBusy(folder: string): void {
  const file = path.join(folder, names.database);
  if (!existsSync(file)) return;
  let alone: boolean;
  try {
    alone = settleAlone(file);
  } catch {
    return;
  }
  if (!alone) throw new GatehouseError('workspace-busy', { file });
}

function freeName(folder: string, wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(path.join(folder, name)); n++) name = `${wanted}-${n}`;
  return name;
}
