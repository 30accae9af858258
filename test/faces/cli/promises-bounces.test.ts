import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { now, refused, run, userOf } from '../../support/command-line.ts';
import { reportFile } from '../../support/delivery-report.ts';
import { temporaryFolder } from '../../support/workspace.ts';

// Mail that came back (row F2 of docs/features.md), told by `gatehouse call` as its own process.

test('F2: a delivery report is read from a file and shows on the invitation; a mark is set and taken back', async () => {
  const w = await now();
  const entries = ['ana@example.org', 'bela@example.org'].map((email) => ({ email, roles: ['Member'] }));
  await run(w, 'invitations.send', { entries });
  // a server has taken both
  await w.core.changes.write([], w.core.clock.now(), (db) =>
    db.updateTable('outbox').set({ state: 'sent', next_at: null, sent_at: w.clock.time, answer: '250 Ok' }).execute(),
  );
  const file = path.join(temporaryFolder(), 'bounce.eml');
  writeFileSync(file, reportFile({ to: 'ana@example.org', diagnostic: '550 5.1.1 No such person' }));
  const files = [{ path: file }];
  const line = { source: 'bounce.eml', email: 'ana@example.org', verdict: 'bounced' };
  expect((await run(w, 'bounces.preview', { files })).lines).toMatchObject([line]);
  expect((await run(w, 'bounces.import', { files, text: 'eve@example.org' })).lines).toMatchObject([
    line,
    { verdict: 'unknown' },
  ]);
  expect(await userOf(w, 'ana@example.org')).toMatchObject({
    status: 'pending',
    delivery: { state: 'bounced', answer: '550 5.1.1 No such person' },
  });
  const { jobId } = await run(w, 'users.exportMany', {
    choice: { kind: 'matching', filter: { mail: ['bounced'] } },
    columns: ['email', 'mailState', 'mailAnswer', 'generation'],
  });
  expect((await run(w, 'jobs.results', { jobId })).rows).toMatchObject([
    { cells: ['ana@example.org', 'bounced', '550 5.1.1 No such person', '1'] },
  ]);
  expect((await run(w, 'users.list', { invited: true, sort: 'timeLeft' })).rows).toHaveLength(2);
  const choice = { kind: 'matching' as const, filter: { search: 'bela' } };
  await run(w, 'bounces.markMany', { choice, why: 'Their own word' });
  expect((await run(w, 'users.counts', { invited: true, mail: true })).mail).toMatchObject({ bounced: 2, sent: 0 });
  await run(w, 'bounces.unmarkMany', { choice });
  expect(await userOf(w, 'bela@example.org')).toMatchObject({ delivery: { state: 'sent', answer: '250 Ok' } });
  const gone = [{ path: path.join(path.dirname(file), 'gone.eml') }];
  expect((await run(w, 'bounces.preview', { files: gone })).lines).toMatchObject([
    { source: 'gone.eml', verdict: 'unreadable', reason: 'file-unreadable' },
  ]);
  expect(await refused(w, 'bounces.unmark', { id: 9999 })).toMatchObject({ code: 'not-found' });
});
