import { describe, expect, it } from 'vitest';
import { structureKinds } from '#contract/structure.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace } from '../../support/workspace.ts';

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
    await w.call(`${kind}.archive`, { organizationId, id });
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
    await expect(
      w.call(`${kind}.rename`, { organizationId: w.organizationId, id, name: 'Mine' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are changed only with the right to write them', async () => {
    const w = await freshWorkspace();
    await addOperator(w, 'manager@example.org', 'User manager');
    await expect(
      w.callAs(asOperator('manager@example.org'), `${kind}.create`, { organizationId: w.organizationId, name: 'X' }),
    ).rejects.toMatchObject({ code: 'not-permitted', data: { permission: 'structure:write' } });
  });
});
