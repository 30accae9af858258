import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { GatehouseDialect } from '../../src-main/database/dialect.ts';
import { span } from '../../src-main/database/quiet.ts';
import { temporaryFolder } from '../support/workspace.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A connection, ways to ask it, and how often it was told to let go of its pages. */
function connected(file = ':memory:') {
  const connection = new Database(file);
  onTestFinished(() => void connection.close());
  const pragma = vi.spyOn(connection, 'pragma');
  const dialect = new GatehouseDialect(connection);
  const db = new Kysely<Record<never, never>>({ dialect });
  return {
    connection,
    ask: async (times: number) => {
      for (let n = 0; n < times; n++) await sql`SELECT 1`.execute(db);
    },
    askDirectly: () => dialect.ask('SELECT 1', []),
    letGo: () => pragma.mock.calls.filter(([said]) => said === 'shrink_memory').length,
  };
}

it('a connection lets go of its pages once little is asked, and only once until somebody asks again', async () => {
  const { ask, letGo } = connected();
  await ask(3);
  expect(letGo()).toBe(0);
  vi.advanceTimersByTime(span);
  expect(letGo()).toBe(1);
  vi.advanceTimersByTime(10 * span);
  expect(letGo()).toBe(1);
  await ask(1);
  vi.advanceTimersByTime(span);
  expect(letGo()).toBe(2);
});

it('a connection keeps its pages while much is asked', async () => {
  const { ask, letGo } = connected();
  for (let spans = 0; spans < 5; spans++) {
    await ask(100);
    vi.advanceTimersByTime(span);
  }
  expect(letGo()).toBe(0);
  vi.advanceTimersByTime(span);
  expect(letGo()).toBe(1);
});

it('questions that bypass Kysely count as well', () => {
  const { askDirectly, letGo } = connected();
  askDirectly();
  vi.advanceTimersByTime(span);
  expect(letGo()).toBe(1);
});

it('letting go loses nothing that a transaction has written so far', async () => {
  const { connection, ask, letGo } = connected(path.join(temporaryFolder(), 'gatehouse.sqlite'));
  connection.exec('CREATE TABLE t (text); BEGIN');
  const insert = connection.prepare('INSERT INTO t VALUES (?)');
  for (let n = 0; n < 200; n++) insert.run('x'.repeat(4000));
  await ask(1);
  vi.advanceTimersByTime(span);
  expect(letGo()).toBe(1);
  connection.exec('COMMIT');
  expect(connection.prepare('SELECT sum(length(text)) FROM t').pluck().get()).toBe(800_000);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
});

it('a connection that was closed meanwhile is left alone', async () => {
  const { connection, ask, letGo } = connected();
  await ask(1);
  connection.close();
  expect(() => vi.advanceTimersByTime(span)).not.toThrow();
  expect(letGo()).toBe(0);
});
