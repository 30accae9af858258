import { describe, expect, it, vi } from 'vitest';
import { handlers } from '../../../src-main/features/index.ts';
import { accept as accepting } from '../../../src-main/features/invitations/accept.ts';
import { send } from '../../../src-main/features/invitations/send.ts';
import { accept, dump, invite, member, newAccount } from '../../support/invitees.ts';
import { addOperator } from '../../support/operators.ts';
import { asNobody, asOperator, freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

// What happened to other services: a case from a public report about one of them is named by repository and number.

const people = (w: Workspace) =>
  w.core.store.read.selectFrom('person').select(['email', 'name']).orderBy('id').execute();
const row = async (w: Workspace, email: string) =>
  (await w.call('users.list', { organizationId: w.organizationId, search: email })).rows[0];
const setStatus = (w: Workspace, email: string, status: 'removed' | 'suspended' | 'revoked') =>
  w.core.changes.write([], w.core.clock.now(), async (db) => {
    const { id } = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow();
    await db.updateTable('membership').set({ status }).where('person_id', '=', id).execute();
  });
const open = (w: Workspace, token: string) => w.callAs(asNobody, 'invitations.open', { token });

describe('one address is one person', () => {
  it('however its letters were typed: invited as Ana@, signed in as ana@, invited elsewhere as ANA@ (outline#3364)', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'Ana@Example.org');
    await accept(w, ana.token);
    const signedIn = await w.callAs(asNobody, 'session.signIn', {
      email: ' ana@EXAMPLE.org',
      password: newAccount.password,
    });
    expect(signedIn.person?.email).toBe('Ana@example.org');
    const other = await w.call('organizations.create', { name: 'Brightwater', owner });
    const again = await w.call('invitations.send', {
      organizationId: other.organizationId,
      entries: [{ email: 'ANA@example.org', roles: ['Member'] }],
    });
    expect(again.invited).toMatchObject([{ email: 'Ana@example.org' }]);
    expect((await people(w)).map((p) => p.email)).toEqual([owner.email, 'Ana@example.org']);
  });

  it('and mail goes to the address as it was stored, not as it was typed later (Django CVE-2019-19844)', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'Ana@example.org');
    await w.call('invitations.revoke', member(w, ana.membershipId));
    await invite(w, 'aNa@example.org');
    const mails = await w.core.store.read.selectFrom('outbox').select('to_email').execute();
    expect(new Set(mails.map((m) => m.to_email))).toEqual(new Set(['Ana@example.org']));
  });

  it('in two organizations too: the second is joined with the same password, which stays as it is', async () => {
    const w = await freshWorkspace();
    await accept(w, (await invite(w, 'ana@example.org')).token);
    const credentials = () => w.core.store.read.selectFrom('credential').selectAll().execute();
    const before = await credentials();
    const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
    const second = await invite({ ...w, organizationId }, 'ANA@example.org', { name: 'Somebody Else' });
    expect(await open(w, second.token)).toMatchObject({ hasAccount: true, email: 'ana@example.org' });
    await accept(w, second.token, { kind: 'existing', password: newAccount.password });
    expect(await credentials()).toEqual(before);
    expect(await people(w)).toContainEqual({ email: 'ana@example.org', name: 'Siobhán Ní Mhurchú' });
  });
});

describe('the inviter', () => {
  it('is still named after being removed, and the invitation stays valid', async () => {
    const w = await freshWorkspace();
    await addOperator(w, 'ian@example.org', 'Admin');
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db.updateTable('person').set({ name: 'Ian Inviter' }).where('email', '=', 'ian@example.org').execute(),
    );
    const byIan = {
      ...w,
      call: ((name, input) => w.callAs(asOperator('ian@example.org'), name, input)) as Workspace['call'],
    };
    const ana = await invite(byIan, 'ana@example.org');
    await setStatus(w, 'ian@example.org', 'removed');
    expect(await row(w, 'ana@example.org')).toMatchObject({ invitedBy: { name: 'Ian Inviter' } });
    expect(await open(w, ana.token)).toMatchObject({ invitedBy: 'Ian Inviter' });
    await w.call('invitations.sendAgain', member(w, ana.membershipId));
    expect(await accept(w, ana.token)).toMatchObject({ email: 'ana@example.org' });
  });
});

describe('rights end with the membership', () => {
  it.each(['removed', 'suspended', 'revoked'] as const)('at once, even in an open session (%s)', async (status) => {
    const w = await freshWorkspace();
    await accept(w, (await invite(w, 'ana@example.org', { roles: ['Admin'] })).token);
    const { token } = await w.callAs({ face: 'window', credentials: { kind: 'anonymous' } }, 'session.signIn', {
      email: 'ana@example.org',
      password: newAccount.password,
    });
    const ana = { face: 'window', credentials: { kind: 'session', token } } as const;
    const input = { organizationId: w.organizationId };
    expect((await w.callAs(ana, 'users.list', input)).rows).toHaveLength(2);
    await setStatus(w, 'ana@example.org', status);
    await expect(w.callAs(ana, 'users.list', input)).rejects.toMatchObject({ code: 'not-a-member' });
    await expect(w.callAs(ana, 'teams.create', { ...input, name: 'x' })).rejects.toMatchObject({
      code: 'not-a-member',
    });
    expect(await w.callAs(ana, 'session.state', {})).toMatchObject({ places: [] });
    expect(await w.callAs(ana, 'organizations.list', {})).toEqual({ organizations: [] });
    await expect(w.callAs(asOperator('ana@example.org'), 'users.list', input)).rejects.toMatchObject({
      code: 'unknown-operator',
    });
  });

  it('and a link whose membership ended otherwise makes nobody active', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    await setStatus(w, 'ana@example.org', 'removed');
    const before = await dump(w);
    await expect(accept(w, token)).rejects.toMatchObject({ code: 'link-revoked' });
    expect(await dump(w)).toEqual(before);
  });
});

describe('the end of a link', () => {
  it('is replaced by a live one on reinvitation, under a new token only (sentry#16533)', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'ana@example.org');
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    w.clock.advance(72 * hour);
    await expect(open(w, ana.token)).rejects.toMatchObject({ code: 'link-expired' });
    await w.call('invitations.reinvite', member(w, ana.membershipId));
    const { link, validUntil } = await w.call('invitations.copyLink', member(w, ana.membershipId));
    expect(validUntil - w.clock.time).toBe(72 * hour);
    await expect(open(w, ana.token)).rejects.toMatchObject({ code: 'link-replaced' });
    expect(await accept(w, link.split('/i/')[1] ?? '')).toMatchObject({ email: 'ana@example.org' });
  });

  it('stays at the same instant when the clocks change or another zone is set (zulip#19931)', async () => {
    const w = await freshWorkspace();
    w.clock.time = Date.UTC(2027, 2, 27, 12); // Amsterdam's clocks go forward the night after
    const ana = await invite(w, 'ana@example.org');
    const { validUntil } = await w.call('invitations.copyLink', member(w, ana.membershipId));
    await w.call('organizations.update', { organizationId: w.organizationId, timeZone: 'Pacific/Kiritimati' });
    expect(await row(w, 'ana@example.org')).toMatchObject({ validUntil });
    expect(validUntil).toBe(Date.UTC(2027, 2, 30, 12));
    w.clock.time = validUntil - 1;
    expect(await open(w, ana.token)).toMatchObject({ validUntil, organization: { timeZone: 'Pacific/Kiritimati' } });
  });
});

describe('settings of the organization', () => {
  it('take a life of one hour to sixty days and nothing else', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    for (const linkLifeHours of [0, -24, 1.5, 60 * 24 + 1, Number.NaN])
      await expect(w.call('organizations.update', { organizationId, linkLifeHours })).rejects.toMatchObject({
        code: 'invalid-input',
        issues: [{ path: ['linkLifeHours'] }],
      });
    for (const linkLifeHours of [1, 60 * 24]) await w.call('organizations.update', { organizationId, linkLifeHours });
  });

  it('do not change an invitation that is under way', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'ana@example.org');
    await w.call('organizations.update', { organizationId: w.organizationId, linkLifeHours: 1 });
    const { validUntil } = await w.call('invitations.copyLink', member(w, ana.membershipId));
    expect(validUntil - w.clock.time).toBe(72 * hour);
  });
});

describe('odd names', () => {
  it('are kept without invisible characters, whoever typed them', async () => {
    const w = await freshWorkspace();
    const ana = await invite(w, 'ana@example.org', { name: '\u202eAna\u200b\r\nBcc: eve@example.com\0' });
    const named = { ...newAccount, firstName: '\u2067Ana', lastName: 'Silva\u200f' };
    await accept(w, ana.token, named);
    expect(await row(w, 'ana@example.org')).toMatchObject({ name: 'Ana Bcc: eve@example.com' });
    expect(await people(w)).toContainEqual({ email: 'ana@example.org', name: 'Ana Silva' });
    const [mail] = await w.core.store.read.selectFrom('outbox').select('to_name').execute();
    expect(mail?.to_name).toBe('Ana Bcc: eve@example.com');
  });

  it('may be as long as a name can be, and the pages of the list still go on after them', async () => {
    const w = await freshWorkspace();
    for (const [i, letter] of ['漢', '한', 'ﷺ', '𠮷'].entries()) {
      const name = letter.repeat(Math.floor(200 / letter.length));
      for (const half of ['a', 'b']) await invite(w, `${half}${i}@example.org`, { name });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await w.call('users.list', {
        organizationId: w.organizationId,
        limit: 1,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.rows.map((r) => r.email));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(9);
    expect(seen).toHaveLength(9);
    await expect(invite(w, 'c@example.org', { name: 'x'.repeat(201) })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['entries', 0, 'name'] }],
    });
  });
});

describe('the audit', () => {
  it('names who accepted, which person it concerned, and who signed in', async () => {
    const w = await freshWorkspace();
    await accept(w, (await invite(w, 'ana@example.org')).token);
    await w.callAs(asNobody, 'session.signIn', { email: 'ana@example.org', password: newAccount.password });
    const rows = await w.core.store.read
      .selectFrom('audit')
      .select(['operation', 'actor', 'target', 'face', 'outcome', 'organization_id'])
      .where('operation', 'in', ['invitations.accept', 'session.signIn'])
      .orderBy('id')
      .execute();
    const common = { target: 'ana@example.org', actor: 'ana@example.org', face: 'portal', outcome: 'done' };
    expect(rows).toEqual([
      { ...common, operation: 'invitations.accept', organization_id: w.organizationId },
      { ...common, operation: 'session.signIn', organization_id: null },
    ]);
  });
});

describe('a failure halfway', () => {
  it('never deletes or changes a person who was there before', async () => {
    let fails = false;
    const w = await freshWorkspace({
      report: () => undefined,
      handlers: {
        ...handlers,
        async 'invitations.send'(ctx, input) {
          const output = await send(ctx, input);
          if (fails) throw new Error('the disk is full');
          return output;
        },
      },
    });
    await accept(w, (await invite(w, 'ana@example.org', { name: 'Ana', roles: ['Auditor'] })).token);
    await setStatus(w, 'ana@example.org', 'removed');
    const before = await dump(w);
    fails = true;
    await expect(invite(w, 'ana@example.org', { name: 'Other' })).rejects.toMatchObject({ code: 'internal' });
    expect(await dump(w)).toEqual(before);
  });

  it('of an acceptance leaves the link as it was, to be used again', async () => {
    let fails = true;
    const w = await freshWorkspace({
      report: () => undefined,
      handlers: {
        ...handlers,
        'invitations.accept': {
          ...accepting,
          async handle(ctx, input, proof) {
            const output = await accepting.handle(ctx, input, proof);
            if (fails) throw new Error('the disk is full');
            return output;
          },
        },
      },
    });
    const { token } = await invite(w, 'ana@example.org');
    const before = await dump(w);
    await expect(accept(w, token)).rejects.toMatchObject({ code: 'internal' });
    expect(await dump(w)).toEqual(before);
    fails = false;
    expect(await accept(w, token)).toMatchObject({ email: 'ana@example.org' });
  });
});

describe('a reinvitation', () => {
  it('keeps teams and products (openwork#3272)', async () => {
    const w = await freshWorkspace();
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Freight' });
    await w.call('products.create', { organizationId: w.organizationId, name: 'Tracking' });
    const ana = await invite(w, 'ana@example.org', { teams: ['Freight'], products: ['Tracking'] });
    await w.call('invitations.reinvite', member(w, ana.membershipId));
    const kept = { teams: [{ name: 'Freight' }], products: [{ name: 'Tracking' }] };
    expect(await row(w, 'ana@example.org')).toMatchObject({ status: 'pending', ...kept });
  });
});

describe('a preview of ten thousand lines', () => {
  it('asks the database once per five hundred people, and nothing else more often for more lines', async () => {
    const w = await freshWorkspace();
    const asked = vi.spyOn(w.core.store.read, 'selectFrom');
    const previewed = async (lines: number) => {
      asked.mockClear();
      const text = Array.from({ length: lines }, (_, i) => `Person ${i} <p${i}@example.org>`).join('\n');
      const { entries } = await w.call('invitations.preview', { organizationId: w.organizationId, text });
      expect(entries).toHaveLength(lines);
      const people = asked.mock.calls.filter(([table]) => (table as unknown) === 'person').length;
      return { people, rest: asked.mock.calls.length - people };
    };
    const small = await previewed(1000);
    const large = await previewed(10_000);
    expect(small.people).toBe(1 + 1000 / 500); // one finds out who is asking
    expect(large.people).toBe(1 + 10_000 / 500);
    expect(large.rest).toBe(small.rest);
  });
});
