import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../src-main/core.ts';
import { openStore } from '../../../src-main/database/open.ts';
import { now, run } from '../../support/command-line.ts';

// Why an admin can trust what the log says (row F of docs/features.md), done by `gatehouse call` as its own process.

test('F7: the audit is verified, and a change made outside Gatehouse is found', async () => {
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

test('F7: how long the audit is kept is set, and what that would remove is told first', async () => {
  const w = await now();
  expect(await run(w, 'audit.expiry', { days: 365 })).toEqual({ entries: 0, until: null, clockDoubted: false });
  await run(w, 'organizations.update', { auditDays: 365 });
  expect(await run(w, 'organizations.get', {})).toMatchObject({ auditDays: 365 });
});

test('F15: somebody who was revoked is erased once their address is typed', async () => {
  const w = await now();
  const email = 'kim@example.org';
  await run(w, 'invitations.send', { entries: [{ email, name: 'Kim Kirsch', roles: ['Member'] }] });
  const { rows } = await run(w, 'users.list', { search: email });
  const membershipId = rows[0]?.membershipId ?? 0;
  await run(w, 'invitations.revoke', { membershipId });
  const { pseudonym } = await run(w, 'users.erase', { membershipId, email });
  const { rows: log } = await run(w, 'audit.list', { target: pseudonym });
  expect(log.map(({ operation }) => operation)).toEqual(['users.erase', 'invitations.revoke', 'invitations.send']);
  expect((await run(w, 'users.list', { search: email, statuses: ['revoked'] })).rows).toEqual([]);
  expect(await run(w, 'audit.verify', {})).toMatchObject({ faults: [], erased: 2 });
});
