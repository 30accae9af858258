import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { databaseFile, openCore } from '../../src-main/core.ts';
import { beginAnew } from '../../src-main/features/key/lost.ts';
import { noKeyring } from '../../src-main/kernel/key/keyring.ts';
import { putAside } from '../../src-main/kernel/key/new-key.ts';
import { openKey } from '../../src-main/kernel/key/workspace-key.ts';
import { testKeyring } from '../support/keyring.ts';
import { freshWorkspace, temporaryFolder } from '../support/workspace.ts';
import { type KeyTask, keyringPassword } from './key-task.ts';

const keyring = testKeyring(keyringPassword);
const copyOf = (folder: string) => {
  const copy = path.join(temporaryFolder(), 'workspace');
  cpSync(folder, copy, { recursive: true });
  return copy;
};
async function killedAt(task: KeyTask): Promise<string | null> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'key-child.ts'), JSON.stringify(task)], {
    stdio: 'ignore',
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return signal;
}

it('a process killed with SIGKILL while the key moves never loses it, whichever way it moves', async () => {
  const template = temporaryFolder();
  const made = await openKey({ folder: template, make: true, keyring });
  const secret = made.secret();
  for (const deed of ['keyring', 'file'] as const) {
    const points: string[] = [];
    const rehearsed = copyOf(template);
    await (await openKey({ folder: rehearsed, make: false, keyring })).move(deed, (point) => points.push(point));
    expect(points).toHaveLength(4);
    for (const point of points) {
      const folder = copyOf(template);
      expect(await killedAt({ folder, deed, point }), point).toBe('SIGKILL');
      const key = await openKey({ folder, make: false, keyring });
      expect(key.secret(), point).toEqual(secret);
      await key.move(deed);
      expect(readdirSync(folder), point).toEqual([deed === 'keyring' ? 'workspace.key.sealed' : 'workspace.key']);
      expect((await openKey({ folder, make: false, keyring })).secret(), point).toEqual(secret);
    }
    await made.move(deed); // the other way begins where this one ends
  }
}, 300_000);

it('a process killed while a workspace begins with a new key leaves it without one, or with one that fits', async () => {
  const w = await freshWorkspace();
  await w.core.close();
  const template = w.core.folder;
  putAside(template, ['workspace.key'], 0);
  const begin = (folder: string, reach?: (point: string) => void) =>
    beginAnew({ folder, database: databaseFile(folder), keyring: noKeyring, now: 0, osUser: null }, reach);
  const points: string[] = [];
  await begin(copyOf(template), (point) => points.push(point));
  expect(points).toHaveLength(6);
  const begun = points.indexOf('the audit has begun anew');
  for (const [n, point] of points.entries()) {
    const folder = copyOf(template);
    expect(await killedAt({ folder, deed: 'begin', point }), point).toBe('SIGKILL');
    const core = await openCore({ folder, check: true });
    if (n >= begun) expect(core.workspaceKey.secret(), point).toHaveLength(32);
    else expect(() => core.workspaceKey.secret(), point).toThrow('key-unreadable');
    await core.close();
    if (n < begun) await begin(folder);
    const again = await openCore({ folder });
    const as = { face: 'cli', credentials: { kind: 'operator' } } as const;
    const { faults } = await again.dispatch(as, 'audit.verify', { organizationId: w.organizationId });
    expect(faults, point).toEqual([]);
    await again.close();
    for (const drafted of ['workspace.key.next', 'audit-ends.json.next'])
      expect(readdirSync(folder), point).not.toContain(drafted);
  }
}, 300_000);
