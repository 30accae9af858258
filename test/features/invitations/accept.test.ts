import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { createPasswords } from '../../../src-main/kernel/passwords.ts';
import { accept, dump, invite, member, newAccount, tokenOf } from '../../support/invitees.ts';
import { asNobody, freshWorkspace, hour, owner, quickPasswords, type Workspace } from '../../support/workspace.ts';

const person = (w: Workspace, email: string) =>
  w.core.store.read.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
const membership = (w: Workspace, id: number) =>
  w.core.store.read.selectFrom('membership').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const credentials = (w: Workspace) => w.core.store.read.selectFrom('credential').selectAll().execute();
const signIn = (w: Workspace, email: string, password: string) =>
  w.callAs(asNobody, 'session.signIn', { email, password });

/** A second organization of the same owner. */
async function otherOrganization(w: Workspace): Promise<Workspace> {
  const { organizationId } = await w.call('organizations.create', { name: 'Brightwater', owner });
  return { ...w, organizationId };
}

describe('accepting with a new account', () => {
  it('makes the person active, keeps their names and phone, and lets them sign in', async () => {
    const w = await freshWorkspace();
    const { token, membershipId, invitationId } = await invite(w, 'siobhan@example.org');
    w.clock.advance(hour);
    const answer = await accept(w, token, { ...newAccount, phone: '01 555 0136', country: 'IE' });
    expect(answer).toEqual({
      organization: { id: w.organizationId, name: 'Example Logistics', look: { accent: null, logo: null } },
      email: 'siobhan@example.org',
      leftOut: [],
    });
    expect(await person(w, 'siobhan@example.org')).toMatchObject({
      name: 'Siobhán Ní Mhurchú',
      first_name: 'Siobhán',
      last_name: 'Ní Mhurchú',
      phone: '+35315550136',
    });
    expect(await membership(w, membershipId)).toMatchObject({
      status: 'active',
      joined_at: w.clock.time,
      changed_at: w.clock.time,
      name: 'Siobhán Ní Mhurchú',
    });
    const { rows } = await w.call('users.list', { organizationId: w.organizationId, search: 'mhurchu' });
    expect(rows.map((r) => r.email)).toEqual(['siobhan@example.org']);
    expect(await signIn(w, 'siobhan@example.org', newAccount.password)).toMatchObject({
      person: { name: 'Siobhán Ní Mhurchú' },
    });
    const mail = await w.core.store.read
      .selectFrom('outbox')
      .selectAll()
      .where('invitation_id', '=', invitationId)
      .execute();
    expect(mail.map((m) => m.state)).toEqual(['cancelled']);
  });

  it('keeps the name that the operator gave in the list', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await invite(w, 'ana@example.org', { name: 'Ana (Warehouse)' });
    await accept(w, token);
    expect(await membership(w, membershipId)).toMatchObject({ name: 'Ana (Warehouse)' });
    expect(await person(w, 'ana@example.org')).toMatchObject({ name: 'Siobhán Ní Mhurchú' });
  });

  it('gives the membership the names and number that the person typed, not those that the inviter wrote', async () => {
    const w = await freshWorkspace();
    const written = { firstName: 'Siobhan', lastName: 'Murphy', phone: '+353 1 555 0136' };
    const one = await invite(w, 'siobhan@example.org', written);
    await accept(w, one.token, { ...newAccount, phone: '01 555 0199', country: 'IE' });
    const typed = { first_name: 'Siobhán', last_name: 'Ní Mhurchú', phone: '+35315550199' };
    // made of the two names that the inviter wrote, the name follows the person's own
    expect(await membership(w, one.membershipId)).toMatchObject({ ...typed, name: 'Siobhán Ní Mhurchú' });
    expect(await person(w, 'siobhan@example.org')).toMatchObject(typed);

    const two = await invite(w, 'ana@example.org', { ...written, name: 'Ana (Warehouse)' });
    await accept(w, two.token, { ...newAccount, phone: '' });
    // the form started with the inviter's number: whoever empties it has none
    expect(await membership(w, two.membershipId)).toMatchObject({ name: 'Ana (Warehouse)', phone: null });
  });

  it('audits who accepted, and writes neither token nor password anywhere', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    await accept(w, token);
    const everything = JSON.stringify(await dump(w));
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(token.split('.')[2]);
    expect(everything).not.toContain(newAccount.password);
    const audited = await w.core.store.read
      .selectFrom('audit')
      .selectAll()
      .where('operation', '=', 'invitations.accept')
      .execute();
    expect(audited).toMatchObject([{ organization_id: w.organizationId, target: 'ana@example.org', outcome: 'done' }]);
  });

  it.each([
    ['+353 1 555 0136', undefined, '+35315550136'],
    ['0151 23456789', 'DE', '+4915123456789'],
    ['(201) 555-0123', 'us', '+12015550123'],
    ['  ', 'DE', null],
  ])('reads the number %s with country %s as %s', async (phone, country, kept) => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    await accept(w, token, { ...newAccount, phone, ...(country ? { country } : {}) });
    expect((await person(w, 'ana@example.org')).phone).toBe(kept);
  });

  it.each([
    ['call me', 'DE'],
    ['12', 'DE'],
    ['0151 23456789', undefined],
    ['0151 23456789', 'ZZ'],
  ])('says that %s (%s) is not a phone number, and the link stays valid', async (phone, country) => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    await expect(accept(w, token, { ...newAccount, phone, ...(country ? { country } : {}) })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['account', 'phone'], code: 'not-a-phone-number' }],
    });
    await accept(w, token);
  });

  it('refuses short, long and common passwords and changes nothing', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    const before = await dump(w);
    for (const password of ['1234567', 'x'.repeat(129)])
      await expect(accept(w, token, { ...newAccount, password })).rejects.toMatchObject({
        code: 'invalid-input',
        issues: [{ path: ['account', 'password'] }],
      });
    await expect(accept(w, token, { ...newAccount, password: 'Password1' })).rejects.toMatchObject({
      code: 'password-common',
    });
    expect(await dump(w)).toEqual(before);
  });
});

describe('accepting once', () => {
  it('lets one of 64 simultaneous attempts win, and tells the others that the link is used', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    const outcomes = await Promise.allSettled(Array.from({ length: 64 }, () => accept(w, token)));
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    for (const o of outcomes) if (o.status === 'rejected') expect(o.reason).toMatchObject({ code: 'link-used' });
    expect(await credentials(w)).toHaveLength(2); // the owner and Ana
    expect(await w.call('users.counts', { organizationId: w.organizationId })).toMatchObject({ active: 2, pending: 0 });
  });

  it('refuses dead links before hashing anything', async () => {
    const real = createPasswords({ memoryCost: 8, timeCost: 1 });
    let hashed = 0;
    const count = <T>(work: T) => {
      hashed++;
      return work;
    };
    const w = await freshWorkspace({
      passwords: { ...real, hash: (p) => count(real.hash(p)), verify: (h, p) => count(real.verify(h, p)) },
    });
    const [used, revoked, expired] = [
      await invite(w, 'ana@example.org'),
      await invite(w, 'bob@example.org'),
      await invite(w, 'carol@example.org'),
    ];
    await accept(w, used.token);
    await w.call('invitations.revoke', member(w, revoked.membershipId));
    await w.call('invitations.copyLink', member(w, expired.membershipId));
    w.clock.advance(72 * hour);
    hashed = 0;
    for (const account of [newAccount, { kind: 'existing', password: 'whatever it is' } as const]) {
      await expect(accept(w, used.token, account)).rejects.toMatchObject({ code: 'link-used' });
      await expect(accept(w, revoked.token, account)).rejects.toMatchObject({ code: 'link-revoked' });
      await expect(accept(w, expired.token, account)).rejects.toMatchObject({ code: 'link-expired' });
      await expect(accept(w, '1.1.x', account)).rejects.toMatchObject({ code: 'link-unknown' });
    }
    expect(hashed).toBe(0);
  });

  it('refuses a link that is revoked, replaced or expires while the password is being hashed', async () => {
    const real = quickPasswords();
    let meanwhile: () => unknown = () => undefined;
    const w = await freshWorkspace({
      passwords: {
        ...real,
        async hash(password) {
          await meanwhile();
          return real.hash(password);
        },
      },
    });
    const one = await invite(w, 'ana@example.org');
    meanwhile = () => w.call('invitations.revoke', member(w, one.membershipId));
    await expect(accept(w, one.token)).rejects.toMatchObject({ code: 'link-revoked' });

    const two = await invite(w, 'bob@example.org');
    meanwhile = () => w.call('invitations.reinvite', member(w, two.membershipId));
    await expect(accept(w, two.token)).rejects.toMatchObject({ code: 'link-replaced' });

    const three = await invite(w, 'carol@example.org');
    await w.call('invitations.copyLink', member(w, three.membershipId));
    meanwhile = () => w.clock.advance(72 * hour);
    await expect(accept(w, three.token)).rejects.toMatchObject({ code: 'link-expired' });
    expect(await credentials(w)).toHaveLength(1);
  });

  it('takes the fresh link after a reinvitation, not the old one', async () => {
    const w = await freshWorkspace();
    const { token, membershipId } = await invite(w, 'ana@example.org');
    const { invitationId } = await w.call('invitations.reinvite', member(w, membershipId));
    await expect(accept(w, token)).rejects.toMatchObject({ code: 'link-replaced' });
    await accept(w, await tokenOf(w, invitationId));
    expect(await membership(w, membershipId)).toMatchObject({ status: 'active' });
  });
});

describe('accepting with an account that exists', () => {
  async function known() {
    const w = await freshWorkspace();
    await accept(w, (await invite(w, 'ana@example.org')).token);
    const other = await otherOrganization(w);
    return { w, other, second: await invite(other, 'ANA@example.org') };
  }
  const password = newAccount.password;

  it('signs in and joins, and never touches the credential', async () => {
    const { w, other, second } = await known();
    expect(await w.callAs(asNobody, 'invitations.open', { token: second.token })).toMatchObject({ hasAccount: true });
    const before = await credentials(w);
    await accept(other, second.token, { kind: 'existing', password });
    expect(await credentials(w)).toEqual(before);
    expect(await membership(w, second.membershipId)).toMatchObject({ status: 'active' });
  });

  it('gives the organization what the person wrote about themselves, and the rest from its own invitation', async () => {
    const w = await freshWorkspace();
    await accept(w, (await invite(w, 'ana@example.org')).token);
    const other = await otherOrganization(w);
    const { token, membershipId } = await invite(other, 'ana@example.org', {
      firstName: 'Ana',
      lastName: 'Silva',
      phone: '+353 1 555 0136',
    });
    await accept(other, token, { kind: 'existing', password });
    expect(await membership(w, membershipId)).toMatchObject({
      name: 'Siobhán Ní Mhurchú',
      first_name: 'Siobhán',
      last_name: 'Ní Mhurchú',
      phone: '+35315550136',
    });
    expect((await person(w, 'ana@example.org')).phone).toBeNull(); // nobody else writes into somebody's account
  });

  it('refuses a wrong password and audits the attempt, and the invitation stays open', async () => {
    const { w, other, second } = await known();
    await expect(accept(other, second.token, { kind: 'existing', password: 'not this one' })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    const denied = await w.core.store.read.selectFrom('audit').selectAll().where('outcome', '=', 'denied').execute();
    expect(denied).toMatchObject([{ operation: 'invitations.accept' }]);
    expect(await membership(w, second.membershipId)).toMatchObject({ status: 'pending' });
  });

  it('gives no new password to an account that has one', async () => {
    const { w, other, second } = await known();
    const before = await dump(w);
    const takeOver = { ...newAccount, password: 'another sentence entirely' };
    await expect(accept(other, second.token, takeOver)).rejects.toMatchObject({ code: 'account-exists' });
    expect(await dump(w)).toEqual(before);
  });

  it('gives no second password when two invitations of one person are accepted at once', async () => {
    const w = await freshWorkspace();
    const other = await otherOrganization(w);
    const one = await invite(w, 'ana@example.org');
    const two = await invite(other, 'ana@example.org');
    const outcomes = await Promise.allSettled([
      accept(w, one.token, { ...newAccount, password: 'the first sentence' }),
      accept(other, two.token, { ...newAccount, password: 'the second sentence' }),
    ]);
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find((o) => o.status === 'rejected')?.reason).toMatchObject({ code: 'account-exists' });
    expect(await credentials(w)).toHaveLength(2);
  });

  it('lets that person join with one click while signed in, and nobody else', async () => {
    const { w, other, second } = await known();
    const stranger: Caller = {
      face: 'portal',
      credentials: { kind: 'session', token: (await signIn(w, owner.email, owner.password)).token },
    };
    const ana: Caller = {
      face: 'portal',
      credentials: { kind: 'session', token: (await signIn(w, 'ana@example.org', password)).token },
    };
    const signedIn = { kind: 'signed-in' } as const;
    await expect(accept(other, second.token, signedIn)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(accept(other, second.token, signedIn, stranger)).rejects.toMatchObject({
      code: 'account-other',
      data: { email: 'ana@example.org' },
    });
    await accept(other, second.token, signedIn, ana);
    expect(await membership(w, second.membershipId)).toMatchObject({ status: 'active' });
  });

  it('answers the same when there is no account to sign in to', async () => {
    const w = await freshWorkspace();
    const { token } = await invite(w, 'ana@example.org');
    await expect(accept(w, token, { kind: 'existing', password })).rejects.toMatchObject({ code: 'wrong-credentials' });
  });
});
