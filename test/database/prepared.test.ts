import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { GatehouseDialect } from '../../src-main/database/dialect.ts';
import { askDirectly, prepared } from '../../src-main/database/prepared.ts';
import type { Schema } from '../../src-main/database/schema.ts';

function leases() {
  const connection = new Database(':memory:');
  connection.exec('CREATE TABLE lease (name TEXT, holder TEXT, until INTEGER)');
  const dialect = new GatehouseDialect(connection);
  const db = new Kysely<Schema>({ dialect });
  onTestFinished(() => db.destroy());
  const asked: string[] = [];
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((sql: string) => {
    asked.push(sql);
    return prepare(sql);
  }) as typeof connection.prepare;
  return { db, asked, dialect };
}

it('a prepared question is built once, and answered from its input and the current rows each time', async () => {
  const { db, asked } = leases();
  let built = 0;
  const held = prepared((db, { now, holder }: { now: number; holder: string }) => {
    built++;
    return db.selectFrom('lease').select('name').where('until', '>', now).where('holder', '=', holder).orderBy('name');
  });
  expect(await held(db, { now: 5, holder: "O'Hara" })).toEqual([]);
  await db.insertInto('lease').values({ name: 'mail', holder: "O'Hara", until: 6 }).execute();
  expect(await held(db, { now: 5, holder: "O'Hara" })).toEqual([{ name: 'mail' }]);
  expect(await held(db, { now: 6, holder: "O'Hara" })).toEqual([]);
  expect(await held(db, { holder: 'x', now: 5 })).toEqual([]);
  await db.deleteFrom('lease').execute();
  expect(await held(db, { now: 5, holder: "O'Hara" })).toEqual([]);
  expect(built).toBe(1);
  expect(asked.filter((sql) => sql.startsWith('select'))).toHaveLength(1);
});

it('a prepared question sees what its own transaction has written', async () => {
  const { db } = leases();
  const named = prepared((db, { name }: { name: string }) =>
    db.selectFrom('lease').select('until').where('name', '=', name),
  );
  await db.transaction().execute(async (within) => {
    await within.insertInto('lease').values({ name: 'mail', holder: 'a', until: 6 }).execute();
    expect(await named(within, { name: 'mail' })).toEqual([{ until: 6 }]);
  });
});

it('a prepared question gets the same answer past Kysely’s queue, and none once the database is closed', async () => {
  const { db, asked, dialect } = leases();
  await db.insertInto('lease').values({ name: 'mail', holder: 'a', until: 6 }).execute();
  const named = prepared((db, { name }: { name: string }) =>
    db.selectFrom('lease').select('until').where('name', '=', name),
  );
  const inLine = await named(db, { name: 'mail' });
  askDirectly(db, dialect.ask);
  expect(await named(db, { name: 'mail' })).toEqual(inLine);
  expect(await named(db, { name: 'other' })).toEqual([]);
  expect(asked.filter((sql) => sql.startsWith('select'))).toHaveLength(1);
  await db.destroy();
  await expect(named(db, { name: 'mail' })).rejects.toThrow('not open');
});

it('a prepared question has its constants in its SQL, safely quoted, and its input only as parameters', async () => {
  const { db, asked } = leases();
  await db.insertInto('lease').values({ name: `it's "mail"`, holder: 'a', until: 6 }).execute();
  const mail = prepared((db, { holder }: { holder: string }) =>
    db.selectFrom('lease').select('until').where('name', '=', `it's "mail"`).where('holder', 'in', [holder, 'nobody']),
  );
  expect(await mail(db, { holder: `a' OR '1'='1` })).toEqual([]);
  expect(await mail(db, { holder: 'a' })).toEqual([{ until: 6 }]);
  expect(asked.at(-1)).toBe(`select "until" from "lease" where "name" = 'it''s "mail"' and "holder" in (+?, 'nobody')`);
});

it('a prepared question cannot be built with a calculation on its input', async () => {
  const { db } = leases();
  const late = prepared((db, { now }: { now: number }) =>
    db
      .selectFrom('lease')
      .select('name')
      .where('until', '>', now - 5),
  );
  await expect(late(db, { now: 1 })).rejects.toThrow('a prepared question takes now as it is given');
});
