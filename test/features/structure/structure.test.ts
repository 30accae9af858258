import { describe, expect, it } from 'vitest';
import { structureKinds } from '#contract/vocabulary/structure.ts';
import { accept, invite } from '../../support/invitees.ts';
import { give, lastAudit, namesOf, setMember } from '../../support/memberships.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, type Workspace } from '../../support/workspace.ts';

const relations = { teams: 'team', groups: 'group', products: 'product', lines: 'line' } as const;

/** Somebody who is invited, and is already in these. */
async function inviteInto(w: Workspace, kind: keyof typeof relations, email: string, ids: number[]) {
  const invited = await invite(w, email);
  await give(w, relations[kind], invited.membershipId, ids);
  return invited;
}

describe.each(structureKinds)('%s', (kind) => {
  it('are created, renamed and archived, and counted with their members', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: ' Night  shift ' });
    await w.call(`${kind}.create`, { organizationId, name: 'Freight' });
    await expect(w.call(`${kind}.create`, { organizationId, name: 'FREIGHT' })).rejects.toMatchObject({
      code: 'already-exists',
      data: { what: kind, name: 'FREIGHT' },
    });
    await w.call(`${kind}.rename`, { organizationId, id, name: 'Day shift' });
    const names = async (archived = false) =>
      (await w.call(`${kind}.list`, { organizationId, archived })).rows.map((r) => `${r.name} ${r.members}`);
    expect(await names()).toEqual(['Day shift 0', 'Freight 0']);
    expect(await lastAudit(w, `${kind}.rename`)).toMatchObject({
      target: `${kind} ${id}`,
      detail: { name: 'Day shift', before: 'Night  shift' },
    });
    await w.call(`${kind}.archive`, { organizationId, id });
    expect(await lastAudit(w, `${kind}.archive`)).toMatchObject({ detail: { name: 'Day shift' } });
    expect(await names()).toEqual(['Freight 0']);
    expect(await names(true)).toEqual(['Day shift 0', 'Freight 0']);
    await expect(w.call(`${kind}.archive`, { organizationId, id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of another organization are out of reach', async () => {
    const w = await freshWorkspace();
    const other = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: 'Olive', email: 'owner@example.com', password: 'another long sentence' },
    });
    const { id } = await w.call(`${kind}.create`, { organizationId: other.organizationId, name: 'Theirs' });
    const mine = await w.call(`${kind}.create`, { organizationId: w.organizationId, name: 'Mine' });
    const here = { organizationId: w.organizationId, id };
    const none = { code: 'not-found', data: { what: kind } };
    await expect(w.call(`${kind}.rename`, { ...here, name: 'Ours' })).rejects.toMatchObject(none);
    await expect(w.call(`${kind}.archive`, here)).rejects.toMatchObject(none);
    await expect(w.call(`${kind}.restore`, here)).rejects.toMatchObject(none);
    await expect(w.call(`${kind}.merge`, { ...here, into: mine.id })).rejects.toMatchObject(none);
    await expect(w.call(`${kind}.merge`, { ...here, id: mine.id, into: id })).rejects.toMatchObject(none);
  });

  it('are changed only with the right to write them', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: 'Freight' });
    const { id: into } = await w.call(`${kind}.create`, { organizationId, name: 'Sea' });
    await addOperator(w, 'manager@example.org', 'User manager');
    const manager = asOperator('manager@example.org');
    const refused = { code: 'not-permitted', data: { permission: 'structure:write' } };
    await expect(w.callAs(manager, `${kind}.create`, { organizationId, name: 'X' })).rejects.toMatchObject(refused);
    await expect(w.callAs(manager, `${kind}.rename`, { organizationId, id, name: 'X' })).rejects.toMatchObject(refused);
    await expect(w.callAs(manager, `${kind}.archive`, { organizationId, id })).rejects.toMatchObject(refused);
    await expect(w.callAs(manager, `${kind}.restore`, { organizationId, id })).rejects.toMatchObject(refused);
    await expect(w.callAs(manager, `${kind}.merge`, { organizationId, id, into })).rejects.toMatchObject(refused);
    const { rows } = await w.callAs(manager, `${kind}.list`, { organizationId });
    expect(rows.map((r) => r.name)).toEqual(['Freight', 'Sea']);
  });

  it('are restored from the archive under their name, with their members', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: 'Freight' });
    await inviteInto(w, kind, 'ana@example.org', [id]);
    await expect(w.call(`${kind}.restore`, { organizationId, id })).rejects.toMatchObject({ code: 'not-found' });
    await w.call(`${kind}.archive`, { organizationId, id });
    await expect(w.call(`${kind}.create`, { organizationId, name: 'freight' })).rejects.toMatchObject({
      code: 'already-exists',
    });
    await w.call(`${kind}.restore`, { organizationId, id });
    expect((await w.call(`${kind}.list`, { organizationId })).rows).toEqual([
      { id, name: 'Freight', archived: false, members: 1 },
    ]);
    expect(await lastAudit(w, `${kind}.restore`)).toMatchObject({
      target: `${kind} ${id}`,
      detail: { name: 'Freight' },
    });
  });

  it('count pending, active and suspended members, but nobody who has left', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: 'Freight' });
    const statuses = ['pending', 'active', 'suspended', 'revoked', 'removed'] as const;
    for (const status of statuses) {
      const { membershipId } = await inviteInto(w, kind, `${status}@example.org`, [id]);
      await setMember(w, membershipId, { status });
    }
    const { rows } = await w.call(`${kind}.list`, { organizationId });
    expect(rows.map((r) => r.members)).toEqual([3]);
  });

  it('are merged: members move, each once, and the one they leave is gone', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: 'Night' });
    const { id: into } = await w.call(`${kind}.create`, { organizationId, name: 'Day' });
    const moved = await inviteInto(w, kind, 'moved@example.org', [id]);
    const both = await inviteInto(w, kind, 'both@example.org', [id, into]);
    const there = await inviteInto(w, kind, 'there@example.org', [into]);
    const gone = await inviteInto(w, kind, 'gone@example.org', [id]);
    await setMember(w, both.membershipId, { status: 'active' });
    await setMember(w, gone.membershipId, { status: 'removed', changed_at: 5 });
    w.clock.advance(1000);

    expect(await w.call(`${kind}.merge`, { organizationId, id, into })).toEqual({ members: 2 });
    expect((await w.call(`${kind}.list`, { organizationId, archived: true })).rows).toEqual([
      { id: into, name: 'Day', archived: false, members: 3 },
    ]);
    for (const { membershipId } of [moved, both, there, gone])
      expect(await namesOf(w, relations[kind], membershipId)).toEqual(['Day']);
    const members = await w.core.store.read
      .selectFrom('membership')
      .select(['id', 'changed_at'])
      .where(
        'id',
        'in',
        [moved, both, there, gone].map((m) => m.membershipId),
      )
      .orderBy('id')
      .execute();
    const now = w.clock.now();
    expect(members.map((m) => m.changed_at)).toEqual([now, now, now - 1000, 5]);
    expect(await lastAudit(w, `${kind}.merge`)).toMatchObject({
      target: `${kind} ${id}`,
      detail: { name: 'Night', into: 'Day', members: 2 },
    });
    const notices = await w.core.store.read.selectFrom('notice').select(['kind', 'detail']).execute();
    expect(notices).toEqual([{ kind: 'access-changed', detail: JSON.stringify({ added: [], removed: ['Night'] }) }]);
    await expect(w.call(`${kind}.merge`, { organizationId, id, into })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leave a pending invitation valid when they are merged', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: 'Night' });
    const { id: into } = await w.call(`${kind}.create`, { organizationId, name: 'Day' });
    const { token, membershipId } = await inviteInto(w, kind, 'ana@example.org', [id]);
    await w.call(`${kind}.merge`, { organizationId, id, into });
    expect(await accept(w, token)).toMatchObject({ leftOut: [] });
    expect(await namesOf(w, relations[kind], membershipId)).toEqual(['Day']);
  });

  it('show the same people in saved views after a merge, whoever saved them', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: 'Night' });
    const { id: into } = await w.call(`${kind}.create`, { organizationId, name: 'Day' });
    const { id: other } = await w.call(`${kind}.create`, { organizationId, name: 'Freight' });
    await addOperator(w, 'ada@example.com', 'Admin');
    const ada = asOperator('ada@example.com');
    const save = (name: string, ids: number[]) =>
      w.callAs(ada, 'views.save', { organizationId, name, query: { filter: { [kind]: ids, search: 'quay' } } });
    await save('a', [id]);
    await save('b', [other, id, into]);
    await save('c', [other]);
    await w.call(`${kind}.merge`, { organizationId, id, into });
    const { rows } = await w.callAs(ada, 'views.list', { organizationId });
    expect(rows.map(({ query }) => query.filter[kind])).toEqual([[into], [other, into], [other]]);
    expect(rows[0]?.query.filter.search).toBe('quay');
  });

  it('are not merged into themselves or an archived one, while an archived one can be merged', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call(`${kind}.create`, { organizationId, name: 'Night' });
    const { id: into } = await w.call(`${kind}.create`, { organizationId, name: 'Day' });
    await expect(w.call(`${kind}.merge`, { organizationId, id, into: id })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['into'], code: 'same-one' }],
    });
    await w.call(`${kind}.archive`, { organizationId, id: into });
    await expect(w.call(`${kind}.merge`, { organizationId, id, into })).rejects.toMatchObject({
      code: 'not-found',
      data: { what: kind },
    });
    expect(await w.call(`${kind}.merge`, { organizationId, id: into, into: id })).toEqual({ members: 0 });
  });
});
