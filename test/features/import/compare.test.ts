import { describe, expect, it } from 'vitest';
import { given } from '../../support/workbook.ts';
import { freshWorkspace, owner } from '../../support/workspace.ts';

describe('comparing a list with the members', () => {
  it('shows who is missing here, who is only here, who is on both, and which lines cannot be read', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { invited } = await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'ana@example.org' }, { email: 'bo@example.org', name: 'Bo Lee' }, { email: 'cy@example.org' }],
      defaults: { roles: ['Member'] },
    });
    const idOf = (email: string) => invited.find((one) => one.email === email)?.membershipId ?? 0;
    await w.call('invitations.revoke', { organizationId, membershipId: idOf('cy@example.org') });
    const text = `E-mail,Name\nANA@example.org,\nana@example.org,\ncy@example.org,Cy Roe\nnobody,\n${owner.email},\n`;
    const list = { organizationId, file: given(text), headingLine: 1, fields: ['email' as const, 'name' as const] };
    const answer = await w.call('import.compare', list);
    expect(answer).toEqual({
      missing: [{ line: 4, email: 'cy@example.org', name: 'Cy Roe' }],
      surplus: [{ membershipId: idOf('bo@example.org'), email: 'bo@example.org', name: 'Bo Lee' }],
      both: [
        { line: 2, membershipId: idOf('ana@example.org'), email: 'ana@example.org', name: '' },
        { line: 6, membershipId: expect.any(Number), email: owner.email, name: owner.name },
      ],
      unreadable: [{ line: 5, raw: 'nobody', reason: 'no-at' }],
    });
    const active = await w.call('import.compare', { ...list, filter: { statuses: ['active'] } });
    expect(active.missing.map(({ email }) => email)).toEqual(['ANA@example.org', 'cy@example.org']);
    expect(active.surplus).toEqual([]);
  });

  it('yields ids that bulk operations take', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'ana@example.org' }, { email: 'bo@example.org' }],
      defaults: { roles: ['Member'] },
    });
    const { surplus } = await w.call('import.compare', {
      organizationId,
      file: given(`${owner.email}\nana@example.org\n`),
      fields: ['email'],
    });
    const membershipIds = surplus.map(({ membershipId }) => membershipId);
    await w.call('invitations.revokeMany', { organizationId, choice: { kind: 'chosen', membershipIds } });
    await w.core.jobs.idle();
    const { rows } = await w.call('users.list', { organizationId });
    expect(rows.map(({ email }) => email).sort()).toEqual(['ana@example.org', owner.email]);
  });
});
