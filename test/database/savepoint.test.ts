import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { inSavepoint } from '../../src-main/database/savepoint.ts';
import type { WritableDb } from '../../src-main/database/schema.ts';
import { freshWorkspace } from '../support/workspace.ts';

const add = (db: WritableDb, name: string) =>
  db.insertInto('team').values({ organization_id: 1, name, name_key: name, created_at: 1 }).execute();

test('a savepoint that fails leaves nothing, and the one around it stays', async () => {
  const w = await freshWorkspace();
  await w.core.changes.write([], w.core.clock.now(), async (db) => {
    await add(db, 'before');
    await inSavepoint(db, async () => {
      await add(db, 'outer');
      await expect(
        inSavepoint(db, async () => {
          await add(db, 'inner');
          throw new Error('refused');
        }),
      ).rejects.toThrow('refused');
    });
    expect(await inSavepoint(db, async () => 'an answer')).toBe('an answer');
  });
  const teams = await w.core.store.read.selectFrom('team').select('name').execute();
  expect(teams.map((t) => t.name)).toEqual(['before', 'outer']);
});

test('a failure that ended the whole transaction is the one that is reported', async () => {
  const w = await freshWorkspace();
  const failed = w.core.store.write.connection().execute(async (connection) => {
    const db = connection as unknown as WritableDb;
    await inSavepoint(db, async () => {
      await inSavepoint(db, async () => undefined);
      // the whole transaction ends halfway, as on a full disk
      await connection.executeQuery(CompiledQuery.raw('ROLLBACK'));
      throw new Error('the disk is full');
    });
  });
  await expect(failed).rejects.toThrow('the disk is full');
});
