import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupWorkspace, save } from '../../support/backups.ts';
import { ended } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The command line where no file may grow beyond so many blocks of 512 bytes, so that writing fails halfway. */
function makeWithin(folder: string, blocks: number) {
  const cli = [process.execPath, 'src-main/faces/cli/index.ts', 'call', 'backups.make', '--workspace', folder];
  return ended(spawn('sh', ['-c', `ulimit -f ${blocks} && exec "$@"`, 'sh', ...cli], { cwd: root, stdio: 'pipe' }));
}

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  it.each([undefined, 'a passphrase for backups'])(
    'leaves no part of a backup behind, and earlier backups alone (passphrase: %s)',
    async (passphrase) => {
      const w = await backupWorkspace();
      const chosen = path.join(temporaryFolder(), 'stick');
      mkdirSync(chosen);
      await save(w, { folder: chosen, ...(passphrase ? { passphrase } : {}) });
      const first = await w.call('backups.make', {});
      const { folder } = w.core;
      await w.core.close();
      const before = readdirSync(folder).sort();
      // enough for the audit entry in the WAL, but not for a copy
      const { code, json, stderr } = await makeWithin(folder, 300);
      expect([code, json.code], stderr).toEqual([1, 'file-unreadable']);
      expect(json.message).toContain(chosen);
      expect(readdirSync(chosen)).toEqual([first.name]);
      expect(
        readdirSync(folder)
          .filter((name) => !/-(wal|shm)$/.test(name))
          .sort(),
      ).toEqual(before);
    },
    60_000,
  );
});
