import { expect, test } from 'vitest';
import { now, refused, run } from '../../support/command-line.ts';
import { addOperator } from '../../support/operators.ts';
import { owner } from '../../support/workspace.ts';

// The log of who did what (row F7 of docs/features.md), read by `gatehouse call` as its own process.

test('F7: the log is filtered, searched and exported; an operator without the right to read it is refused', async () => {
  const w = await now();
  await run(w, 'teams.create', { name: 'Night shift' });
  await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
  const today = new Date(w.clock.time).toISOString().slice(0, 10);
  const targets = async (filter: object) =>
    (await run(w, 'audit.list', filter)).rows.map(({ operation, target }) => [operation, target]);
  expect(await targets({ operations: ['teams.create'] })).toEqual([['teams.create', 'teams 1']]);
  expect(await targets({ search: 'night SHIFT' })).toEqual([['teams.create', 'teams 1']]);
  expect(await targets({ search: 'ANA', faces: ['cli'], outcomes: ['done'] })).toEqual([
    ['invitations.send', 'ana@example.org'],
  ]);
  expect(await targets({ target: 'ana@example.org', to: '2020-01-01' })).toEqual([]);
  expect((await targets({ actors: [owner.email], from: '2020-01-01' })).length).toBeGreaterThan(1);
  expect((await run(w, 'audit.actors', {})).actors).toContain(owner.email);
  const { jobId } = await run(w, 'audit.exportMany', {
    filter: { operations: ['teams.create'] },
    columns: ['actor', 'target'],
  });
  expect((await run(w, 'jobs.results', { jobId })).rows).toMatchObject([{ detail: `${owner.email},teams 1` }]);
  expect(await refused(w, 'audit.list', { from: `${today}T00:00` })).toMatchObject({ code: 'invalid-input' });
  await addOperator(w, 'uma@example.org', 'User manager');
  expect(await refused(w, 'audit.list', {}, 'uma@example.org')).toMatchObject({ code: 'not-permitted' });
});
