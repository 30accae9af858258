import { describe, expect, it } from 'vitest';
import { GatehouseError } from '#contract/errors.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, owner, quickPasswords, type Workspace } from '../../support/workspace.ts';

const member = { roles: ['Member'], teams: [], products: [] };
const send = (w: Workspace, entries: readonly { email: string; [key: string]: unknown }[], defaults = member) =>
  w.call('invitations.send', { organizationId: w.organizationId, entries: [...entries], defaults });
const rows = async (w: Workspace) => (await w.call('users.list', { organizationId: w.organizationId })).rows;
const mails = (w: Workspace) => w.core.store.read.selectFrom('outbox').selectAll().orderBy('id').execute();

describe('sending invitations', () => {
  it('lets the good entries through and returns the others with their reasons', async () => {
    const w = await freshWorkspace();
    const answer = await send(w, [
      { email: 'ana@example.org', name: 'Ana Silva' },
      { email: 'fatou@gmail.com' },
      { email: 'ANA@example.org' },
      { email: owner.email },
      { email: 'ivan@halden..test' },
      { email: 'bob@example.org', roles: ['Wizard'] },
      { email: 'carol@example.org', teams: ['Nowhere'] },
    ]);
    expect(answer.invited.map((i) => [i.position, i.email])).toEqual([[0, 'ana@example.org']]);
    expect(answer.skipped.map((s) => [s.position, s.verdict, s.detail])).toEqual([
      [2, 'duplicate', '0'],
      [3, 'already-member', undefined],
    ]);
    expect(answer.refused.map((r) => [r.position, r.reason, r.detail])).toEqual([
      [1, 'free-mail-provider', 'gmail.com'],
      [4, 'domain-dots', undefined],
      [5, 'unknown-role', 'Wizard'],
      [6, 'unknown-team', 'Nowhere'],
    ]);
    expect(await mails(w)).toHaveLength(1);
  });

  it('never mails anyone twice when the same list is sent again', async () => {
    const w = await freshWorkspace();
    const list = [{ email: 'ana@example.org' }, { email: 'bob@example.org' }];
    await send(w, list);
    const again = await send(w, [...list, { email: 'carol@example.org' }]);
    expect(again.invited.map((i) => i.email)).toEqual(['carol@example.org']);
    expect(again.skipped.map((s) => s.verdict)).toEqual(['already-invited', 'already-invited']);
    expect((await mails(w)).map((m) => m.to_email)).toEqual([
      'ana@example.org',
      'bob@example.org',
      'carol@example.org',
    ]);
  });

  it('decides by the exact address: ice@ is free although alice@ exists, and mıke@ is not mike@', async () => {
    const w = await freshWorkspace();
    const answer = await send(w, [
      { email: 'alice@example.org' },
      { email: 'ice@example.org' },
      { email: 'mike@example.org' },
      { email: 'mıke@example.org' },
      { email: 'Mike@Example.ORG' },
    ]);
    expect(answer.invited.map((i) => i.email)).toEqual([
      'alice@example.org',
      'ice@example.org',
      'mike@example.org',
      'mıke@example.org',
    ]);
    expect(answer.skipped.map((s) => s.position)).toEqual([4]);
  });

  it('refuses an entry whose role is not the operator’s to give, by the name of the role', async () => {
    const w = await freshWorkspace();
    await addOperator(w, 'manager@example.org', 'User manager');
    const answer = await w.callAs(asOperator('manager@example.org'), 'invitations.send', {
      organizationId: w.organizationId,
      entries: [{ email: 'ana@example.org', roles: ['Owner'] }, { email: 'bob@example.org' }],
      defaults: member,
    });
    expect(answer.refused).toMatchObject([{ position: 0, reason: 'role-not-yours-to-give', detail: 'Owner' }]);
    expect(answer.invited.map((i) => i.email)).toEqual(['bob@example.org']);
  });

  it('demands at least one role, from the row or from the batch', async () => {
    const w = await freshWorkspace();
    const answer = await send(w, [{ email: 'ana@example.org' }, { email: 'bob@example.org', roles: ['Auditor'] }], {
      ...member,
      roles: [],
    });
    expect(answer.refused).toMatchObject([{ position: 0, reason: 'role-needed' }]);
    expect((await rows(w)).find((r) => r.email === 'bob@example.org')?.roles.map((r) => r.name)).toEqual(['Auditor']);
  });

  it('keeps what a row says and fills in the rest from the batch', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Freight' });
    await w.call('teams.create', { organizationId, name: 'Lisbon' });
    await w.call('products.create', { organizationId, name: 'Tracking' });
    await send(w, [{ email: 'ana@example.org', teams: ['lisbon'] }, { email: 'bob@example.org' }], {
      roles: ['Member', 'Auditor'],
      teams: ['Freight'] as never[],
      products: ['Tracking'] as never[],
    });
    const [ana, bob] = await rows(w);
    expect(ana).toMatchObject({
      teams: [{ name: 'Lisbon' }],
      products: [{ name: 'Tracking' }],
      invitedBy: { name: owner.name },
    });
    expect(bob).toMatchObject({ teams: [{ name: 'Freight' }], roles: [{ name: 'Auditor' }, { name: 'Member' }] });
  });

  it('chooses only among products that are enabled: an archived one is refused by name', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const { id } = await w.call('products.create', { organizationId, name: 'Billing' });
    await w.call('products.archive', { organizationId, id });
    const answer = await send(w, [{ email: 'ana@example.org', products: ['Billing'] }]);
    expect(answer.refused).toMatchObject([{ reason: 'unknown-product', detail: 'Billing' }]);
  });

  it('follows the organization’s policies: free providers allowed, a name required', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('organizations.update', { organizationId, refuseFreeMail: false, nameRequired: true });
    const answer = await send(w, [{ email: 'fatou@gmail.com' }, { email: 'gil@gmail.com', name: 'Gil' }]);
    expect(answer.refused).toMatchObject([{ position: 0, reason: 'name-needed' }]);
    expect(answer.invited).toMatchObject([{ position: 1 }]);
  });

  it('leaves nothing of a batch behind when its transaction fails halfway', async () => {
    const w = await freshWorkspace({ report: () => undefined });
    await w.core.changes.write([], w.core.clock.now(), async (db) => {
      const { sql } = await import('kysely');
      await sql
        .raw(
          `CREATE TRIGGER fail_late BEFORE INSERT ON outbox WHEN NEW.to_email = 'p250@example.org'
           BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
        )
        .execute(db);
    });
    const list = Array.from({ length: 300 }, (_, i) => ({ email: `p${i}@example.org` }));
    await expect(send(w, list)).rejects.toBeInstanceOf(GatehouseError);
    expect(await rows(w)).toHaveLength(1); // the owner
    expect(await mails(w)).toEqual([]);
    const people = await w.core.store.read.selectFrom('person').select('email').execute();
    expect(people.map((p) => p.email)).toEqual([owner.email]);
  });

  it('makes one invitation when the same person is invited several times at once', async () => {
    const w = await freshWorkspace({ passwords: quickPasswords() });
    const answers = await Promise.all([1, 2, 3].map(() => send(w, [{ email: 'ana@example.org' }])));
    expect(answers.flatMap((a) => a.invited)).toHaveLength(1);
    expect(await mails(w)).toHaveLength(1);
  });

  it('leaves an audit entry for every person, and no link in the database', async () => {
    const w = await freshWorkspace();
    const { invited } = await send(w, [{ email: 'ana@example.org' }, { email: 'bob@example.org' }]);
    const { rows: audit } = await w.call('audit.list', { organizationId: w.organizationId });
    expect(audit.filter((a) => a.operation === 'invitations.send').map((a) => a.target)).toEqual([
      'bob@example.org',
      'ana@example.org',
    ]);
    const { link } = await w.call('invitations.copyLink', {
      organizationId: w.organizationId,
      membershipId: invited[0]?.membershipId ?? 0,
    });
    const secret = link.split('.').at(-1) ?? 'missing';
    expect(secret).toHaveLength(43);
    const tables = ['audit', 'invitation', 'outbox', 'change_log', 'session', 'job'] as const;
    for (const table of tables)
      expect(JSON.stringify(await w.core.store.read.selectFrom(table).selectAll().execute())).not.toContain(secret);
  });
});

describe('somebody who was removed or revoked', () => {
  it('is invited from scratch: old roles and teams do not come back, and the next generation begins', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Freight' });
    const first = await send(w, [{ email: 'ana@example.org', roles: ['Admin'], teams: ['Freight'] }]);
    const membershipId = first.invited[0]?.membershipId ?? 0;
    await w.call('invitations.revoke', { organizationId, membershipId });
    expect((await rows(w)).map((r) => r.email)).toEqual([owner.email]);
    const second = await send(w, [{ email: 'ana@example.org', name: 'Ana' }]);
    expect(second.invited[0]?.membershipId).toBe(membershipId);
    expect((await rows(w)).find((r) => r.membershipId === membershipId)).toMatchObject({
      name: 'Ana',
      roles: [{ name: 'Member' }],
      teams: [],
      status: 'pending',
    });
    const invitations = await w.core.store.read
      .selectFrom('invitation')
      .select(['generation', 'state'])
      .orderBy('generation')
      .execute();
    expect(invitations).toEqual([
      { generation: 1, state: 'revoked' },
      { generation: 2, state: 'pending' },
    ]);
  });
});
