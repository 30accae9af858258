import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import { countFacts } from '../../database/backup-facts.ts';
import { failpoint } from '../../database/failpoint.ts';
import { openingTrouble } from '../../database/trouble.ts';
import type { BackupHouse } from '../../kernel/backups.ts';
import type { WorkspaceKey } from '../../kernel/key/workspace-key.ts';
import { type KeyProvider, workspaceKeys } from '../../kernel/keys.ts';
import type { Cost } from './container-key.ts';
import { inspectBackup } from './inspect.ts';
import { makeBackup } from './make.ts';
import { readName } from './names.ts';
import { toRemove } from './prune.ts';
import { stageBackup } from './stage.ts';

export interface BackupHouseOptions {
  /** The workspace's folder. */
  readonly folder: string;
  readonly database: string;
  readonly key: WorkspaceKey;
  /** Called when a backup is being made, and when one was made. */
  readonly told?: () => void;
  /** For tests, which make many backups. */
  readonly cost?: Cost | undefined;
}

/** Eight digits derived from the key: they keep the backups of several workspaces in one folder apart. */
function fingerprint(key: KeyProvider): string {
  try {
    return Buffer.from(workspaceKeys(key).sign('backup-names', ''), 'base64url').toString('hex').slice(0, 8);
  } catch {
    return '00000000'; // a workspace whose key is gone needs its backups most of all
  }
}

/** Makes, finds and reads the backups of a workspace. */
export function createBackups(options: BackupHouseOptions): BackupHouse {
  const { folder: workspace, key, told = () => {} } = options;
  const usualFolder = path.join(workspace, 'backups');
  const mine = fingerprint(key);
  let percent: number | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const drafts = { ...options, usualFolder, mine };
  /** Two at once would only be slower: they read and write the same disk. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const list = async (folder: string | null) => {
    const at = folder ?? usualFolder;
    try {
      if (folder === null && !existsSync(at)) return [];
      const found = (await readdir(at)).flatMap((name) => readName(name) ?? []).filter((b) => b.workspace === mine);
      const rows = await Promise.all(
        found.map(async ({ workspace: _, ...row }) => ({ ...row, size: (await stat(path.join(at, row.name))).size })),
      );
      return rows.sort((a, b) => b.at - a.at);
    } catch (error) {
      throw openingTrouble(error, at);
    }
  };
  return {
    usualFolder,
    making: () => percent,
    make: (kind, at, place) =>
      inTurn(async () => {
        const tell = (now: number | null) => {
          if (now === percent) return;
          percent = now;
          told();
        };
        tell(0);
        try {
          return await makeBackup(drafts, { kind, at, ...place }, (done, total) => {
            // a tenth at a time: a page that shows it rereads the list for each
            tell(Math.floor((10 * done) / Math.max(1, total)) * 10);
          });
        } finally {
          tell(null);
        }
      }),
    list,
    async prune(folder) {
      const rows = (await list(folder)).map((row) => ({ ...row, workspace: mine }));
      const gone = toRemove(rows).map(({ name }) => name);
      for (const name of gone) {
        await rm(path.join(folder ?? usualFolder, name), { force: true });
        failpoint('backup.pruned');
      }
      return gone;
    },
    find(file, folder) {
      if ('path' in file) return path.resolve(file.path);
      if (!readName(file.name)) throw new GatehouseError('not-found', { what: 'backup' });
      const at = path.join(folder ?? usualFolder, file.name);
      if (!existsSync(at)) throw new GatehouseError('not-found', { what: 'backup' });
      return at;
    },
    inspect: (file, passphrase, asking) => inspectBackup(drafts, file, passphrase, asking),
    here: (asking) => countFacts(options.database, asking),
    stage: (file, passphrase, by) => inTurn(() => stageBackup(drafts, file, passphrase, by)),
  };
}
