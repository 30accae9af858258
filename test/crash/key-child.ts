// Runs under plain Node: moves the key of a workspace, or begins with a new one, and kills itself at a named point.
import { noKeyring } from '../../src-main/kernel/key/keyring.ts';
import { openKey } from '../../src-main/kernel/key/workspace-key.ts';
import { testKeyring } from '../support/keyring.ts';
import { type KeyTask, keyringPassword } from './key-task.ts';

const { folder, deed, point } = JSON.parse(process.argv[2] ?? '') as KeyTask;
const reach = (at: string) => {
  if (at === point) process.kill(process.pid, 'SIGKILL');
};
if (deed === 'begin') {
  // moving a key needs none of this, and every child would wait for it
  const { databaseFile } = await import('../../src-main/core.ts');
  const { beginAnew } = await import('../../src-main/features/key/lost.ts');
  await beginAnew({ folder, database: databaseFile(folder), keyring: noKeyring, now: 0, osUser: null }, reach);
} else await (await openKey({ folder, make: false, keyring: testKeyring(keyringPassword) })).move(deed, reach);
