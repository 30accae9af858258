import { expect, it } from 'vitest';
import { windowConnection } from '../../../src-main/window-connection.ts';
import { sheetXml, workbook } from '../../support/workbook.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const rows = 60_000;
const csv = () => ['E-mail', ...Array.from({ length: rows }, (_, i) => `p${i}@example.org`)].join('\n');

/** A call as the window makes it, cancelled once the core has had this many turns. */
async function cancelledAfter(w: Workspace, turns: number, name: string, input: object) {
  const call = windowConnection(w.core, 'tester');
  await call('session.signIn', { email: owner.email, password: owner.password });
  const stop = new AbortController();
  let ended = false;
  const answer = call(name, { organizationId: w.organizationId, ...input }, stop.signal).then(
    () => 'answered',
    (error: { readonly code: string }) => error.code,
  );
  void answer.then(() => {
    ended = true;
  });
  for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
  expect(ended, 'the work is still under way').toBe(false);
  stop.abort();
  // a whole reading of so many rows takes dozens of turns
  let left = 0;
  while (!ended && left < 1000) {
    left++;
    await new Promise((next) => setImmediate(next));
  }
  return { outcome: await answer, left };
}

it.each([
  ['import.read', {}],
  ['import.check', { fields: ['email'], headingLine: 1 }],
  ['import.compare', { fields: ['email'], headingLine: 1 }],
])('%s stops within a few rows when it is cancelled, in the core too', async (name, more) => {
  const w = await freshWorkspace();
  const file = { base64: Buffer.from(csv()).toString('base64') };
  const { outcome, left } = await cancelledAfter(w, 6, name, { file, ...more });
  expect(outcome).toBe('cancelled');
  expect(left).toBeLessThan(10);
  // nothing of it remains: the next call is answered
  expect(await w.call('import.read', { organizationId: w.organizationId, file })).toMatchObject({ rows });
});

it('reading a workbook stops as well', async () => {
  const w = await freshWorkspace();
  const table = ['E-mail', ...Array.from({ length: rows }, (_, i) => `p${i}@example.org`)].map((cell) => [cell]);
  const file = { base64: workbook({ People: sheetXml(table) }).toString('base64') };
  const { outcome } = await cancelledAfter(w, 3, 'import.read', { file });
  expect(outcome).toBe('cancelled');
});
