import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, keyFile, openCore } from '../../src-main/core.ts';
import { atFailpoints, type Failpoint } from '../../src-main/database/failpoint.ts';
import { applyRestore, restoreIsPending } from '../../src-main/features/backups/swap.ts';
import { backupWorkspace } from '../support/backups.ts';
import { rawDatabase } from '../support/digest.ts';
import { invite } from '../support/invitees.ts';
import { temporaryFolder } from '../support/workspace.ts';

/** A closed workspace with a backup staged: Ana is in both, Bo only in the one that is replaced. */
async function staged(): Promise<string> {
  const w = await backupWorkspace();
  await invite(w, 'ana@example.org');
  const { name } = await w.call('backups.make', {});
  await invite(w, 'bo@example.org');
  await w.call('backups.restore', { file: { name } });
  await w.core.close();
  return w.core.folder;
}
const copyOf = (folder: string) => {
  const copy = path.join(temporaryFolder(), 'workspace');
  cpSync(folder, copy, { recursive: true });
  return copy;
};

async function runChild(task: {
  folder: string;
  point: Failpoint;
  nth: number;
  begun: boolean;
}): Promise<string | null> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'restore-child.ts'), JSON.stringify(task)], {
    stdio: 'ignore',
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return signal;
}

const peopleIn = (file: string) => {
  const raw = rawDatabase(file, { readonly: true });
  const found = raw.prepare("SELECT email FROM person WHERE email LIKE '%@example.org' ORDER BY email").pluck().all();
  raw.close();
  return found;
};

describe('a process killed with SIGKILL while a backup takes the place of a workspace', () => {
  it('leaves the old or the new workspace whole, with its key, and whoever opens it next finishes what was begun', async () => {
    const template = await staged();
    const key = readFileSync(keyFile(template), 'utf8');
    const points: Failpoint[] = [];
    const unhook = atFailpoints((point) => {
      if (point.startsWith('restore.')) points.push(point);
    });
    applyRestore(copyOf(template), 0);
    unhook();
    expect(points.length).toBeGreaterThan(10);
    const begun = points.indexOf('restore.journal-written');
    for (const [n, point] of points.entries()) {
      const folder = copyOf(template);
      const nth = points.slice(0, n + 1).filter((one) => one === point).length;
      expect(await runChild({ folder, point, nth, begun: false }), point).toBe('SIGKILL');
      expect(restoreIsPending(folder), point).toBe(n >= begun && point !== 'restore.journal-gone');
      // and whoever goes on with it is killed as well, if it gets that far
      // (finished steps are not taken again)
      if (restoreIsPending(folder))
        expect(await runChild({ folder, point, nth: 1, begun: true }), point).toBe('SIGKILL');
      const core = await openCore({ folder, check: true });
      await core.store.read.selectFrom('person').select('id').execute();
      await core.close();
      const isNew = n >= begun;
      expect(peopleIn(databaseFile(folder)), point).toEqual(['ana@example.org', ...(isNew ? [] : ['bo@example.org'])]);
      expect(readFileSync(keyFile(folder), 'utf8'), point).toBe(key);
      const kept = readdirSync(folder).filter((name) => name.startsWith('replaced-'));
      expect(kept, point).toHaveLength(isNew ? 1 : 0);
      for (const name of kept)
        expect(peopleIn(path.join(folder, name, 'gatehouse.sqlite')), point).toEqual([
          'ana@example.org',
          'bo@example.org',
        ]);
      if (isNew) expect(existsSync(path.join(folder, 'restore-journal.json'))).toBe(false);
    }
  }, 120_000);
});
