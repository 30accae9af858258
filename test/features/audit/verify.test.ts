import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openCore } from '../../../src-main/core.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, owner, temporaryFolder, type Workspace } from '../../support/workspace.ts';

const endsFile = ({ core }: Workspace) => path.join(core.folder, 'audit-ends.json');
const verify = (w: Workspace) => w.call('audit.verify', { organizationId: w.organizationId });
const faults = async (w: Workspace) => (await verify(w)).faults.map(({ fault, id }) => [fault, id]);
/** What somebody can do who has the database open in another program. */
async function tamper(w: Workspace, statement: string): Promise<void> {
  const { numAffectedRows } = await sql.raw(statement).execute(w.core.store.write);
  expect(numAffectedRows).toBeGreaterThan(0n);
}
const idsOf = async (w: Workspace) =>
  (
    await w.core.store.read
      .selectFrom('audit')
      .select('id')
      .where('organization_id', '=', w.organizationId)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id);

/** A workspace with some deeds of an ordinary day. */
async function withPast(): Promise<Workspace & { readonly ids: readonly number[] }> {
  const w = await freshWorkspace();
  const { organizationId } = w;
  for (const name of ['Freight', 'Sales', 'Yard', 'Legal']) await w.call('teams.create', { organizationId, name });
  await w
    .callAs(asOperator('nobody@example.com'), 'teams.create', { organizationId, name: 'x' })
    .catch(() => undefined);
  return { ...w, ids: await idsOf(w) };
}

describe('verifying the audit', () => {
  it('proves every entry of an untouched workspace, denials included', async () => {
    const w = await withPast();
    expect(await verify(w)).toEqual({
      proven: 6,
      unproven: 0,
      erased: 0,
      provenSince: w.clock.now(),
      removed: [],
      endsNotedSince: w.clock.now(),
      faults: [],
      more: 0,
    });
  });

  it.each([
    ['what was done to whom', `SET detail = '{}' WHERE target = 'teams 2'`, 'changed'],
    ['who did it', `SET actor = 'somebody@example.com' WHERE target = 'teams 2'`, 'changed'],
    ['to whom it was done', `SET target = 'teams 1' WHERE target = 'teams 2'`, 'changed'],
    ['when', `SET at = at - 1 WHERE target = 'teams 2'`, 'broken'],
    ['that it was denied', `SET outcome = 'done' WHERE outcome = 'denied'`, 'broken'],
    ['the seal', `SET seal = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE target = 'teams 2'`, 'broken'],
    ['that it was sealed at all', `SET seal = NULL, digest = NULL WHERE target = 'teams 2'`, 'unsealed'],
  ])('finds that somebody changed %s', async (_what, change, fault) => {
    const w = await withPast();
    await tamper(w, `UPDATE audit ${change}`);
    const [first] = await faults(w);
    expect(first?.[0]).toBe(fault);
    expect(w.ids).toContain(first?.[1]);
  });

  it('finds that an entry is gone, at the one that followed it', async () => {
    const w = await withPast();
    await tamper(w, `DELETE FROM audit WHERE id = ${w.ids[2]}`);
    expect(await faults(w)).toEqual([['broken', w.ids[3]]]);
  });

  it('finds entries that were swapped', async () => {
    const w = await withPast();
    const [, a, b] = w.ids;
    await tamper(w, `UPDATE audit SET id = -1 WHERE id = ${a}`);
    await tamper(w, `UPDATE audit SET id = ${a} WHERE id = ${b}`);
    await tamper(w, `UPDATE audit SET id = ${b} WHERE id = -1`);
    expect((await faults(w)).map(([, id]) => id)).toEqual(expect.arrayContaining([a, b]));
  });

  it('finds an entry that was added, whether copied from a true one or made up', async () => {
    const w = await withPast();
    const columns = 'organization_id, at, actor, face, operation, outcome, target, detail, digest, seal';
    await tamper(w, `INSERT INTO audit (${columns}) SELECT ${columns} FROM audit WHERE id = ${w.ids[1]}`);
    expect(await faults(w)).toHaveLength(1);
    await tamper(
      w,
      `INSERT INTO audit (organization_id, at, actor, face, operation, outcome, detail)
        VALUES (${w.organizationId}, 1, 'x', 'cli', 'teams.create', 'done', '{}')`,
    );
    expect((await faults(w)).map(([fault]) => fault)).toEqual(['changed', 'unsealed']);
  });

  it('finds a tail that was cut off, at once and after more was written', async () => {
    const w = await withPast();
    expect(await faults(w)).toEqual([]);
    const last = w.ids.at(-1);
    await tamper(w, `DELETE FROM audit WHERE id >= ${w.ids.at(-2)}`);
    expect(await faults(w)).toEqual([['cut', last]]);
    // the next entry takes the number of the one that is gone, and seals a chain that is sound in itself
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Later' });
    expect(await faults(w)).toEqual([['cut', last]]);
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Later still' });
    expect(await faults(w)).toEqual([['cut', last]]);
  });

  it('finds that a whole chain was removed', async () => {
    const w = await withPast();
    await verify(w);
    await tamper(w, 'DELETE FROM audit');
    await tamper(w, 'DELETE FROM audit_anchor');
    expect(await faults(w)).toEqual([['cut', w.ids.at(-1)]]);
  });

  it('finds a beginning that was moved past what was removed', async () => {
    const w = await withPast();
    await tamper(w, `DELETE FROM audit WHERE id <= ${w.ids[1]}`);
    await tamper(
      w,
      `UPDATE audit_anchor SET after_id = ${w.ids[1]}, seal = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE chain = ${w.organizationId}`,
    );
    expect(await faults(w)).toEqual([
      ['beginning-forged', w.ids[2]],
      ['broken', w.ids[2]],
    ]);
  });

  it('finds that the note of the ends is gone or was written by somebody else', async () => {
    const w = await withPast();
    await verify(w);
    const text = readFileSync(endsFile(w), 'utf8');
    writeFileSync(endsFile(w), text.replace(/"id":\d+/, '"id":1'));
    expect(await faults(w)).toEqual([['ends-forged', null]]);
    rmSync(endsFile(w));
    expect(await verify(w)).toMatchObject({ faults: [{ fault: 'ends-missing' }], endsNotedSince: null });
    // once they are noted anew, it says since when
    w.clock.advance(1000);
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Later' });
    expect(await verify(w)).toMatchObject({ faults: [], endsNotedSince: w.clock.now() });
  });

  it('covers what belongs to no organization: signing in, and failing to', async () => {
    const w = await withPast();
    const window = { face: 'window', credentials: { kind: 'anonymous' } } as const;
    const signIn = (password: string) => w.callAs(window, 'session.signIn', { email: owner.email, password });
    await signIn(owner.password);
    await expect(signIn('a wrong one')).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(await verify(w)).toMatchObject({ proven: 8, faults: [] });
    await tamper(w, "DELETE FROM audit WHERE organization_id IS NULL AND outcome = 'denied'");
    expect((await faults(w)).map(([fault]) => fault)).toEqual(['cut']);
  });

  it('names the first faults of a chain that was rewritten, and counts the others', async () => {
    const w = await withPast();
    const { organizationId } = w;
    for (let n = 0; n < 30; n += 1) await w.call('teams.create', { organizationId, name: `Team ${n}` });
    await tamper(w, `UPDATE audit SET actor = 'somebody@example.com'`);
    const { faults: found, more, proven } = await verify(w);
    expect([found.length, more, proven]).toEqual([20, 16, 0]);
  });

  it('counts what earlier versions wrote before the chain as unproven', async () => {
    const w = await withPast();
    await verify(w);
    await tamper(w, 'UPDATE audit SET seal = NULL, digest = NULL');
    await tamper(w, 'DELETE FROM audit_anchor');
    rmSync(endsFile(w));
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Later' });
    expect(await verify(w)).toMatchObject({ proven: 1, unproven: 6, faults: [] });
    // from now on an old entry cannot be passed off as one of those
    await tamper(w, `UPDATE audit SET seal = NULL, digest = NULL`);
    expect((await verify(w)).faults.map(({ fault }) => fault)).toEqual(['unsealed', 'cut']);
  });

  it('notes the ends when a process closes, and goes on from there in the next one', async () => {
    const folder = temporaryFolder();
    const one = await freshWorkspace({ folder });
    await one.core.close();
    const core = await openCore({ folder, clock: one.clock });
    try {
      await sql.raw('DELETE FROM audit WHERE organization_id IS NOT NULL').execute(core.store.write);
      const { faults: found } = await core.dispatch(asOperator(owner.email), 'audit.verify', {
        organizationId: one.organizationId,
      });
      expect(found.map(({ fault }) => fault)).toEqual(['cut']);
    } finally {
      await core.close();
    }
  });

  it('misses nothing in a workspace whose first process was killed before it noted an end', async () => {
    const killed = await freshWorkspace();
    const { organizationId } = killed;
    // what lies on the disk now is what a kill would leave
    const folder = path.join(temporaryFolder(), 'workspace');
    cpSync(killed.core.folder, folder, { recursive: true });
    const core = await openCore({ folder, clock: killed.clock });
    try {
      const verdict = await core.dispatch(asOperator(owner.email), 'audit.verify', { organizationId });
      expect(verdict).toMatchObject({ proven: 1, faults: [], endsNotedSince: killed.clock.now() });
    } finally {
      await core.close();
    }
  });

  it('says nothing about another organization, and is refused to whoever may not read the audit', async () => {
    const w = await withPast();
    const { organizationId: other } = await w.call('organizations.add', { name: 'Example Retail' });
    await tamper(w, `UPDATE audit SET actor = 'x' WHERE organization_id = ${other}`);
    expect((await verify(w)).faults).toEqual([]);
    await addOperator(w, 'uma@example.org', 'User manager');
    await expect(
      w.callAs(asOperator('uma@example.org'), 'audit.verify', { organizationId: w.organizationId }),
    ).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'audit:read' } });
  });
});
