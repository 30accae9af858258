import { describe, expect, it } from 'vitest';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const people = [
  { email: 'zoe@example.org', name: 'Ägidius Zoller' },
  { email: 'anna@example.org', name: 'anna Meier' },
  { email: 'bela@example.org', name: 'Béla Nagy' },
  { email: 'chloe@example.org', name: 'Chloé 100% Martin_X' },
  { email: 'nameless@example.org' },
];
const filled = async () => {
  const w = await freshWorkspace();
  await w.call('invitations.send', {
    organizationId: w.organizationId,
    entries: people,
    defaults: { roles: ['Member'] },
  });
  return w;
};
const find = async (w: Workspace, search: string) =>
  (await w.call('users.list', { organizationId: w.organizationId, search })).rows.map((r) => r.email);

describe('the users list', () => {
  it('sorts by name whatever case and accents, and by address where there is no name', async () => {
    const w = await filled();
    const { rows, total } = await w.call('users.list', { organizationId: w.organizationId });
    expect(rows.map((r) => r.name || r.email)).toEqual([
      'Ägidius Zoller',
      'anna Meier',
      'Béla Nagy',
      'Chloé 100% Martin_X',
      'nameless@example.org',
      owner.name,
    ]);
    expect(total).toBe(6);
  });

  it('pages by key without losing or repeating anybody when somebody is added in between', async () => {
    const w = await filled();
    const { organizationId } = w;
    const first = await w.call('users.list', { organizationId, limit: 2 });
    await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'aaa@example.org', name: 'Aaron' }],
      defaults: { roles: ['Member'] },
    });
    const second = await w.call('users.list', { organizationId, limit: 2, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map((r) => r.email)).toEqual([
      'zoe@example.org',
      'anna@example.org',
      'bela@example.org',
      'chloe@example.org',
    ]);
    await expect(w.call('users.list', { organizationId, after: 'nonsense' })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['after'] }],
    });
  });

  it('finds any part of name or address, whatever case and accents, and takes % and _ literally', async () => {
    const w = await filled();
    expect(await find(w, 'nag')).toEqual(['bela@example.org']);
    expect(await find(w, 'BELA')).toEqual(['bela@example.org']);
    expect(await find(w, 'ägid')).toEqual(['zoe@example.org']);
    expect(await find(w, 'ame')).toEqual(['nameless@example.org']);
    expect(await find(w, 'io')).toEqual([]);
    expect(await find(w, 'zo')).toEqual(['zoe@example.org']);
    expect(await find(w, '100%')).toEqual(['chloe@example.org']);
    expect(await find(w, 'n_x')).toEqual(['chloe@example.org']);
    expect(await find(w, '%')).toEqual(['chloe@example.org']);
    expect(await find(w, `"'; DROP`)).toEqual([]);
    expect(await find(w, '" OR "a')).toEqual([]);
  });

  it('shows nobody of another organization', async () => {
    const w = await filled();
    const other = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
    });
    const { rows } = await w.call('users.list', { organizationId: other.organizationId });
    expect(rows.map((r) => r.email)).toEqual([owner.email]);
  });
});
