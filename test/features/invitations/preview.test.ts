import { describe, expect, it } from 'vitest';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, hour, owner } from '../../support/workspace.ts';

describe('the preview of a pasted list', () => {
  it('says for each entry, even several on a line, what an invitation would do', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Freight' });
    await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'elif@example.org' }, { email: 'old@example.org' }],
      defaults: { roles: ['Member'] },
      linkLifeHours: 24,
    });
    const old = (await w.call('users.list', { organizationId, search: 'old@' })).rows[0]?.membershipId ?? 0;
    await w.call('invitations.copyLink', { organizationId, membershipId: old });
    w.clock.advance(25 * hour);
    const text = [
      '"Brandt, Lukas" <lukas@example.org>',
      `Olive <${owner.email}>; Duc Pham <duc@example.org>`,
      'ELIF@example.org',
      'old@example.org',
      'fatou@gmail.com',
      'LUKAS@example.org',
      'ivan@halden..test',
    ].join('\n');
    const { entries } = await w.call('invitations.preview', { organizationId, text });
    expect(entries.map((e) => [e.line, e.index, e.verdict, e.reason, e.detail])).toEqual([
      [1, 0, 'new', undefined, undefined],
      [2, 0, 'already-member', undefined, undefined],
      [2, 1, 'new', undefined, undefined],
      [3, 0, 'already-invited', undefined, undefined],
      [4, 0, 'already-invited', 'expired', undefined],
      [5, 0, 'refused', 'free-mail-provider', 'gmail.com'],
      [6, 0, 'duplicate', 'same-address', '1'],
      [7, 0, 'refused', 'domain-dots', undefined],
    ]);
    expect(entries[0]).toMatchObject({ name: 'Lukas Brandt', email: 'lukas@example.org' });
    for (const e of entries) expect(text.slice(e.start, e.end)).toBe(e.raw);
    expect(entries[4]?.membershipId).toBe(old);
  });

  it('reads roles and teams from columns and refuses by name what is unknown or not the operator’s to give', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Freight' });
    await addOperator(w, 'manager@example.org', 'User manager');
    const text = [
      'Team\tE-mail\tRole\tFirst name\tLast name',
      'Freight\tana@example.org\tMember\tAna\tSilva',
      '\tbob@example.org\tOwner\tBob\tLee',
      'Nowhere\tcarol@example.org\tMember\tCarol\tDoe',
      '\tdan@example.org\tWizard\tDan\tRoe',
    ].join('\n');
    const { entries, headingLine } = await w.callAs(asOperator('manager@example.org'), 'invitations.preview', {
      organizationId,
      text,
    });
    expect(headingLine).toBe(1);
    expect(entries.map((e) => [e.email, e.name, e.verdict, e.reason, e.detail])).toEqual([
      ['ana@example.org', 'Ana Silva', 'new', undefined, undefined],
      ['bob@example.org', 'Bob Lee', 'refused', 'role-not-yours-to-give', 'Owner'],
      ['carol@example.org', 'Carol Doe', 'refused', 'unknown-team', 'Nowhere'],
      ['dan@example.org', 'Dan Roe', 'refused', 'unknown-role', 'Wizard'],
    ]);
    expect(entries[0]).toMatchObject({ roles: ['Member'], teams: ['Freight'] });
  });

  it('agrees entry for entry with what sending then does', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const text = `ana@example.org, bob@gmail.com, ANA@example.org; ${owner.email}\nx@@y\nCarl <carl@example.org>`;
    const { entries } = await w.call('invitations.preview', { organizationId, text });
    const answer = await w.call('invitations.send', {
      organizationId,
      entries: entries.map((e) => ({ email: e.email ?? e.raw, ...(e.name ? { name: e.name } : {}) })),
      defaults: { roles: ['Member'] },
    });
    const positions = (verdict: string) => entries.flatMap((e, i) => (e.verdict === verdict ? [i] : []));
    expect(answer.invited.map((i) => i.position)).toEqual(positions('new'));
    expect(answer.refused.map((r) => r.position)).toEqual(positions('refused'));
    expect(answer.skipped.map((s) => s.position).sort()).toEqual(
      [...positions('duplicate'), ...positions('already-member')].sort(),
    );
  });

  it('changes nothing', async () => {
    const w = await freshWorkspace();
    const before = await w.core.store.read.selectFrom('change_log').select('id').execute();
    await w.call('invitations.preview', { organizationId: w.organizationId, text: 'ana@example.org' });
    expect(await w.core.store.read.selectFrom('change_log').select('id').execute()).toEqual(before);
    expect(await w.core.store.read.selectFrom('person').select('id').execute()).toHaveLength(1);
  });

  it('flags a domain that mixes scripts but leaves the decision to the admin', async () => {
    const w = await freshWorkspace();
    const { entries } = await w.call('invitations.preview', {
      organizationId: w.organizationId,
      text: 'ana@exаmple.org\nbea@пример.org\nmüller@münchen.example.org',
    });
    expect(entries.map((e) => [e.verdict, e.warning])).toEqual([
      ['new', 'mixed-script'],
      ['new', undefined],
      ['new', undefined],
    ]);
  });
});
