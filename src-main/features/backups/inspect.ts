import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import { type Facts, readFacts } from '../../database/backup-facts.ts';
import { openingTrouble } from '../../database/trouble.ts';
import type { Inspected } from '../../kernel/backups.ts';
import { fitsAnchors } from '../../kernel/key/fitting.ts';
import type { WorkspaceKey } from '../../kernel/key/workspace-key.ts';
import { isContainer, type Opened, openContainer } from './container.ts';
import { draftIn, removeDraft } from './drafts.ts';
import { readName } from './names.ts';

export interface InspectOptions {
  readonly folder: string;
  readonly key: WorkspaceKey;
}

/** Decrypts in the workspace's folder, whose own database is in the clear anyway, and leaves nothing there. */
export async function inspectBackup(
  options: InspectOptions,
  file: string,
  passphrase: string | undefined,
  asking: string | undefined,
): Promise<Inspected> {
  try {
    if (!(await isContainer(file))) return await plain(options, file, await readFacts(file, asking));
    const draft = draftIn(options.folder);
    try {
      const { made } = await decryptTo(file, draft, passphrase);
      return { facts: await readFacts(draft, asking), at: made, encrypted: true, key: 'inside' };
    } finally {
      await removeDraft(draft);
    }
  } catch (error) {
    throw openingTrouble(error, file);
  }
}

async function plain({ key }: InspectOptions, file: string, facts: Facts): Promise<Inspected> {
  const at = readName(path.basename(file))?.at ?? Math.floor((await stat(file)).mtimeMs);
  return { facts, at, encrypted: false, key: fitsAnchors(facts.anchors, key) };
}

/** Writes the database of an encrypted backup to a new file, which the caller must remove whatever happens. */
export async function decryptTo(file: string, to: string, passphrase: string | undefined): Promise<Opened> {
  if (passphrase === undefined) throw new GatehouseError('backup-passphrase-needed', {});
  const target = await open(to, 'wx', 0o600);
  try {
    const opened = await openContainer(file, passphrase, async (piece) => void (await target.write(piece)));
    await target.sync();
    return opened;
  } finally {
    await target.close();
  }
}
