import { expect, test } from 'vitest';
import { now, refused, run, userOf } from '../../support/command-line.ts';
import { accept, tokenOf } from '../../support/invitees.ts';

// What an admin does with the mail (row F of docs/features.md), done by `gatehouse call` as its own process.

test('F1: without network or server, mails are prepared, held and cancelled; links are copied and work', async () => {
  const w = await now();
  const { invited } = await run(w, 'invitations.send', {
    entries: ['ana', 'bela', 'chloe'].map((name) => ({ email: `${name}@example.org`, roles: ['Member'] })),
  });
  const search = 'BÉLA';
  const { rows, total } = await run(w, 'outbox.list', { search, kinds: ['invitation'] });
  expect([rows.length, total, rows[0]?.state]).toEqual([1, 1, 'queued']);
  const all = { kind: 'matching' as const, filter: {} };
  expect(await run(w, 'outbox.holdMany', { choice: all })).toEqual({ done: 3, left: [] });
  expect(await run(w, 'outbox.releaseMany', { choice: { kind: 'chosen', ids: [rows[0]?.id ?? 0] } })).toEqual({
    done: 1,
    left: [],
  });
  expect(await run(w, 'outbox.cancelMany', { choice: { ...all, filter: { state: 'held' } } })).toEqual({
    done: 2,
    left: [],
  });
  const { counts } = await run(w, 'outbox.state', {});
  expect(counts).toMatchObject({ queued: 1, cancelled: 2, held: 0 });
  expect(await refused(w, 'outbox.pause', {})).toMatchObject({ code: 'mail-not-set-up' });
  // the invitation of a cancelled mail is open still
  const { membershipId = 0, invitationId = 0 } = invited[0] ?? {};
  const { link } = await run(w, 'invitations.copyLink', { membershipId });
  expect(link).toContain('/i/');
  await accept(w, await tokenOf(w, invitationId));
  expect(await userOf(w, 'ana@example.org')).toMatchObject({ status: 'active' });
});

test('F2: pending people are listed with what became of their mail', async () => {
  const w = await now();
  await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
  expect(await userOf(w, 'ana@example.org')).toMatchObject({ status: 'pending', delivery: { state: 'queued' } });
  const { rows } = await run(w, 'outbox.list', {});
  await run(w, 'outbox.hold', { id: rows[0]?.id ?? 0 });
  expect(await userOf(w, 'ana@example.org')).toMatchObject({ validUntil: null, delivery: { state: 'held' } });
});

test('F2: pending people are filtered and counted by what became of their mail, and their links are copied together', async () => {
  const w = await now();
  const entries = ['ana@example.org', 'bela@example.org'].map((email) => ({ email, roles: ['Member'] }));
  await run(w, 'invitations.send', { entries });
  const { rows } = await run(w, 'outbox.list', { search: 'ana' });
  await run(w, 'outbox.hold', { id: rows[0]?.id ?? 0 });
  expect((await run(w, 'users.list', { mail: ['held'] })).rows.map((row) => row.email)).toEqual(['ana@example.org']);
  expect((await run(w, 'users.counts', { invited: true, mail: true })).mail).toMatchObject({ held: 1, waiting: 1 });
  const { links } = await run(w, 'invitations.copyLinks', { choice: { kind: 'matching', filter: { mail: ['held'] } } });
  expect(links).toMatchObject([{ email: 'ana@example.org', link: expect.stringContaining('/i/') }]);
});
