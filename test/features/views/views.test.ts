import { describe, expect, it } from 'vitest';
import { presentStatuses } from '#contract/vocabulary/user-filter.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, owner } from '../../support/workspace.ts';

const colleague = asOperator('ada@example.com');
const fresh = async () => {
  const w = await freshWorkspace();
  await addOperator(w, 'ada@example.com', 'Admin');
  const here = { organizationId: w.organizationId };
  return { w, here };
};
const expired = {
  filter: { statuses: ['expired' as const], search: 'quay' },
  sort: 'changed' as const,
  descending: true,
};

describe('saved views', () => {
  it('are listed by name as they were saved, with what was left out filled in', async () => {
    const { w, here } = await fresh();
    const { id: late } = await w.call('views.save', { ...here, name: 'Too late', query: expired });
    const { id: all } = await w.call('views.save', { ...here, name: 'all of them', query: { filter: {} } });
    const nothing = { roles: [], teams: [], groups: [], products: [], lines: [], guests: [], mail: [], invited: false };
    expect(await w.call('views.list', here)).toEqual({
      rows: [
        {
          id: all,
          name: 'all of them',
          query: {
            filter: { kinds: ['user', 'guest'], statuses: [...presentStatuses], ...nothing, search: '' },
            sort: 'name',
            descending: false,
          },
        },
        {
          id: late,
          name: 'Too late',
          query: {
            filter: { kinds: ['user', 'guest'], statuses: ['expired'], ...nothing, search: 'quay' },
            sort: 'changed',
            descending: true,
          },
        },
      ],
    });
  });

  it('keep their choice of guests, and those of an older version keep their meaning', async () => {
    const { w, here } = await fresh();
    const query = { filter: { guests: ['expiring' as const, 'no-sponsor' as const] }, sort: 'expiry' as const };
    await w.call('views.save', { ...here, name: 'Soon', query });
    await w.call('views.save', { ...here, name: 'Then', query: { filter: {} } });
    const older = JSON.stringify({ filter: { kinds: ['guest'], statuses: ['active'] }, sort: 'name' });
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('saved_view').set({ query: older }).where('name', '=', 'Then').execute(),
    );
    const { rows } = await w.call('views.list', here);
    expect(rows).toMatchObject([
      { name: 'Soon', query },
      { name: 'Then', query: { filter: { kinds: ['guest'], statuses: ['active'], guests: [] }, sort: 'name' } },
    ]);
  });

  it('are replaced by a name that differs at most in case and accents', async () => {
    const { w, here } = await fresh();
    const first = await w.call('views.save', { ...here, name: 'Über Zeit', query: { filter: {} } });
    const second = await w.call('views.save', { ...here, name: 'uber  ZEIT', query: expired });
    expect(second).toEqual(first);
    const { rows } = await w.call('views.list', here);
    expect(rows).toMatchObject([{ id: first.id, name: 'uber  ZEIT', query: { sort: 'changed' } }]);
  });

  it('belong to one operator in one organization', async () => {
    const { w, here } = await fresh();
    const { id } = await w.call('views.save', { ...here, name: 'Mine', query: expired });
    const { id: theirs } = await w.callAs(colleague, 'views.save', { ...here, name: 'Mine', query: { filter: {} } });
    const other = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
    });
    const there = { organizationId: other.organizationId };
    expect((await w.callAs(colleague, 'views.list', here)).rows.map((r) => r.id)).toEqual([theirs]);
    expect((await w.call('views.list', there)).rows).toEqual([]);
    for (const remove of [
      w.call('views.remove', { ...here, id: theirs }),
      w.callAs(colleague, 'views.remove', { ...here, id }),
      w.call('views.remove', { ...there, id }),
      w.call('views.remove', { ...here, id: 4711 }),
    ])
      await expect(remove).rejects.toMatchObject({ code: 'not-found', data: { what: 'view' } });
    expect((await w.call('views.list', here)).rows.map((r) => r.id)).toEqual([id]);
    await w.call('views.remove', { ...here, id });
    expect((await w.call('views.list', here)).rows).toEqual([]);
    expect((await w.callAs(colleague, 'views.list', here)).rows).toHaveLength(1);
  });

  it('are for people who may read users, not for the core itself', async () => {
    const { w, here } = await fresh();
    const core = { face: 'core', credentials: { kind: 'core' } } as const;
    await expect(w.callAs(core, 'views.list', here)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(w.callAs(core, 'views.save', { ...here, name: 'x', query: { filter: {} } })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    await addOperator(w, 'mia@example.com', 'Member');
    await expect(w.callAs(asOperator('mia@example.com'), 'views.list', here)).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  it('hold only what a list can show', async () => {
    const { w, here } = await fresh();
    for (const query of [{ filter: { statuses: [] } }, { filter: { colour: 'red' } }, { filter: {}, sort: 'age' }])
      await expect(
        w.call('views.save', { ...here, name: 'x', query: query as unknown as typeof expired }),
      ).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(w.call('views.save', { ...here, name: ' ', query: expired })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
