import { describe, expect, it, onTestFinished } from 'vitest';
import type { Tag } from '#contract/operation.ts';
import { databaseFile } from '../../src-main/core.ts';
import { type Changes, watchChanges } from '../../src-main/database/changes.ts';
import { openStore } from '../../src-main/database/open.ts';
import { temporaryFolder } from '../support/workspace.ts';

/** A separate process as far as SQLite is concerned: it has connections of its own. */
async function processOn(folder: string) {
  const store = await openStore(databaseFile(folder));
  const changes = watchChanges(store);
  onTestFinished(async () => {
    changes.close();
    await store.close();
  });
  const heard: Tag[][] = [];
  changes.onCommit((tags) => heard.push([...tags]));
  return { changes, heard };
}
const write = (changes: Changes, ...tags: Tag[]) => changes.write(tags, 0, async () => undefined);
const until = (condition: () => boolean) => expect.poll(condition, { timeout: 5000, interval: 20 }).toBe(true);

describe('changes', () => {
  it('by another process are announced once, with exactly their tags', async () => {
    const folder = temporaryFolder();
    const [window, cli] = [await processOn(folder), await processOn(folder)];
    await write(cli.changes, 'teams', 'audit');
    await until(() => window.heard.length > 0);
    expect(window.heard).toEqual([['teams', 'audit']]);
    await write(cli.changes, 'groups');
    await until(() => window.heard.length > 1);
    expect(window.heard).toEqual([['teams', 'audit'], ['groups']]);
    expect(cli.heard).toEqual([['teams', 'audit'], ['groups']]);
  });

  it('by this process are announced once, even if another one has written in between', async () => {
    const folder = temporaryFolder();
    const [window, cli] = [await processOn(folder), await processOn(folder)];
    await write(cli.changes, 'teams');
    await write(window.changes, 'roles');
    await write(cli.changes, 'groups');
    await write(window.changes, 'lines');
    await until(() => window.heard.flat().includes('groups') && cli.heard.flat().includes('lines'));
    expect(window.heard.flat().sort()).toEqual(['groups', 'lines', 'roles', 'teams']);
    expect(cli.heard.flat().sort()).toEqual(['groups', 'lines', 'roles', 'teams']);
  });

  it('that were rolled back are announced to nobody', async () => {
    const folder = temporaryFolder();
    const [window, cli] = [await processOn(folder), await processOn(folder)];
    const failing = cli.changes.write(['users'], 0, () => Promise.reject(new Error('in the middle')));
    await expect(failing).rejects.toThrow('in the middle');
    await write(cli.changes, 'teams');
    await until(() => window.heard.length > 0);
    expect([window.heard, cli.heard]).toEqual([[['teams']], [['teams']]]);
  });

  it('without tags (a renewed lease) wake nobody', async () => {
    const folder = temporaryFolder();
    const [window, cli] = [await processOn(folder), await processOn(folder)];
    await write(cli.changes);
    await write(cli.changes, 'mail');
    await until(() => window.heard.length > 0);
    expect(window.heard).toEqual([['mail']]);
  });

  it('are kept in a log that stays short', async () => {
    const store = await openStore(databaseFile(temporaryFolder()));
    const changes = watchChanges(store);
    onTestFinished(async () => {
      changes.close();
      await store.close();
    });
    await store.write.insertInto('change_log').values({ id: 9999, at: 0, tags: 'users' }).execute();
    await store.write.insertInto('change_log').values({ id: 5000, at: 0, tags: 'users' }).execute();
    await write(changes, 'teams');
    const rows = await store.read.selectFrom('change_log').select('id').execute();
    expect(rows.map((r) => r.id)).toEqual([9999, 10_000]);
  });
});
