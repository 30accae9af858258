import { expect, test } from 'vitest';
import { now, refused, run, userOf } from '../../support/command-line.ts';
import { addOperator } from '../../support/operators.ts';
import { freshWorkspace } from '../../support/workspace.ts';

// What an admin does before anything is sent (rows F1 and F2 of docs/features.md), done by `gatehouse call`.

const terms = { kind: 'user' as const, defaults: { roles: ['Member'] } };
const ben = 'ben@example.com';

test('F1: a batch is saved as a draft, edited row by row, and sent or scheduled later, without network and server', async () => {
  const w = await now();
  const entries = [{ email: 'ana@example.org' }, { email: 'bela at example.org' }, { email: 'carl@example.org' }];
  const { id } = await run(w, 'drafts.save', { name: 'Spring', terms, entries });
  expect((await run(w, 'users.counts', { invited: true })).pending).toBe(0);
  const draft = await run(w, 'drafts.get', { id });
  expect(draft.entries.map((row) => row.verdict)).toEqual(['new', 'refused', 'new']);
  const [, bela, carl] = draft.entries;
  await run(w, 'drafts.change', {
    id,
    change: [{ id: bela?.id ?? 0, entry: { email: 'bela@example.org', name: 'Bela' } }],
    remove: [carl?.id ?? 0],
  });
  expect(await refused(w, 'drafts.schedule', { id, sendAt: Date.now() - 1000 })).toMatchObject({
    code: 'send-time',
    message: expect.stringContaining('send now'),
  });
  await run(w, 'drafts.schedule', { id, sendAt: Date.now() + 3_600_000 });
  expect(await run(w, 'drafts.counts', {})).toMatchObject({ counts: { scheduled: 1 } });
  await run(w, 'drafts.unschedule', { id });
  expect(await run(w, 'drafts.send', { id })).toMatchObject({ kept: 0, refused: [], skipped: [] });
  expect(await userOf(w, 'bela@example.org')).toMatchObject({ name: 'Bela', delivery: { state: 'queued' } });
  expect(await refused(w, 'drafts.get', { id })).toMatchObject({ code: 'not-found' });
  const other = await run(w, 'drafts.save', { name: 'Autumn', terms, entries });
  await run(w, 'drafts.discard', { id: other.id });
  expect(await run(w, 'drafts.list', {})).toMatchObject({ rows: [], sent: [{ name: 'Spring', invited: 2 }] });
});

test('F2: where the organization asks for it, a second operator approves invitations or returns them', async () => {
  const alone = await now();
  expect(await refused(alone, 'organizations.update', { approvalRequired: true })).toMatchObject({
    code: 'approver-needed',
  });
  const w = await freshWorkspace();
  w.clock.time = Date.now();
  await addOperator(w, ben, 'Admin');
  await run(w, 'organizations.update', { approvalRequired: true });
  const entries = [{ email: 'ana@example.org', roles: ['Member'] }];
  const denied = await refused(w, 'invitations.send', { entries });
  expect(denied.code).toBe('approval-needed');
  for (const name of ['drafts.save', 'drafts.submit', 'drafts.approve']) expect(denied.message).toContain(name);
  expect(await refused(w, 'guests.invite', { emails: ['gus@example.org'] })).toMatchObject({ code: 'approval-needed' });

  const { id } = await run(w, 'drafts.save', { name: 'Spring', terms, entries });
  expect(await refused(w, 'drafts.send', { id })).toMatchObject({ code: 'approval-needed' });
  await run(w, 'drafts.submit', { id });
  expect(await refused(w, 'drafts.approve', { id, version: 1 })).toMatchObject({ code: 'approval-not-yours' });
  expect(await run(w, 'drafts.counts', {}, ben)).toMatchObject({ forYou: 1, counts: { review: 1 } });
  await run(w, 'drafts.return', { id, comment: 'Add a name.' }, ben);
  expect(await run(w, 'drafts.get', { id })).toMatchObject({ state: 'draft', returned: { comment: 'Add a name.' } });
  await run(w, 'drafts.submit', { id });
  const { outcome } = await run(w, 'drafts.approve', { id, version: 1 }, ben);
  expect(outcome?.invited).toMatchObject([{ email: 'ana@example.org' }]);
});
