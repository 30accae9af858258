import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../src-main/core.ts';
import { openStore } from '../../../src-main/database/open.ts';
import { now, run } from '../../support/command-line.ts';

// Why an admin can trust what the log says (row F of docs/features.md), done by `gatehouse call` as its own process.

test('F7: the audit is verified, and what was changed beside Gatehouse is found', async () => {
  const w = await now();
  await run(w, 'teams.create', { name: 'Freight' });
  const sound = await run(w, 'audit.verify', {});
  expect(sound).toMatchObject({ unproven: 0, faults: [] });
  expect(sound.proven).toBeGreaterThanOrEqual(2);
  const store = await openStore(databaseFile(w.core.folder));
  await sql.raw("UPDATE audit SET target = 'teams 9' WHERE operation = 'teams.create'").execute(store.write);
  await store.close();
  const { faults } = await run(w, 'audit.verify', {});
  expect(faults.map(({ fault }) => fault)).toEqual(['changed']);
});
