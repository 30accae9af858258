import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '#contract/index.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

type Send = InputOf<'invitations.send'>;
const send = (w: Workspace, entries: Send['entries'], more: Partial<Send> = {}) =>
  w.call('invitations.send', {
    organizationId: w.organizationId,
    entries,
    defaults: { roles: ['Member'] },
    ...more,
  });
const add = (w: Workspace, kind: StructureKind, name: string) =>
  w.call(`${kind as 'teams'}.create`, { organizationId: w.organizationId, name });

const kinds = { roles: 'role', teams: 'team', groups: 'group', products: 'product', lines: 'line' } as const;

/** A membership as it is stored, with the names of everything it has. */
async function memberOf(w: Workspace, email: string) {
  const row = await w.core.store.read
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .selectAll('membership')
    .where('person.email', '=', email)
    .where('membership.organization_id', '=', w.organizationId)
    .executeTakeFirstOrThrow();
  const has: Record<string, string[]> = {};
  for (const [plural, kind] of Object.entries(kinds)) {
    const names = await w.core.store.read
      .selectFrom(`membership_${kind}` as 'membership_team')
      .innerJoin(`${kind as 'team'} as s`, 's.id', `${kind}_id` as 'team_id')
      .select('s.name')
      .where('membership_id', '=', row.id)
      .orderBy('s.name_key')
      .execute();
    has[plural] = names.map((n) => n.name);
  }
  return { ...row, has };
}

describe('groups and lines of an invitee', () => {
  it('are taken by name from the row, and from the batch where the row names none', async () => {
    const w = await freshWorkspace();
    for (const name of ['First aiders', 'Night shift']) await add(w, 'groups', name);
    for (const name of ['Coastal', 'Baltic']) await add(w, 'lines', name);
    const { invited } = await send(
      w,
      [{ email: 'ana@example.org', groups: ['FIRST aiders', 'first aiders'], lines: [] }, { email: 'bob@example.org' }],
      { defaults: { roles: ['Member'], groups: ['Night shift'], lines: ['baltic', 'Coastal'] } },
    );
    expect(invited).toHaveLength(2);
    expect((await memberOf(w, 'ana@example.org')).has).toMatchObject({ groups: ['First aiders'], lines: [] });
    expect((await memberOf(w, 'bob@example.org')).has).toMatchObject({
      groups: ['Night shift'],
      lines: ['Baltic', 'Coastal'],
    });
  });

  it.each([
    ['groups', 'unknown-group'],
    ['lines', 'unknown-line'],
    ['teams', 'unknown-team'],
    ['products', 'unknown-product'],
  ] as const)('that are unknown or archived have the entry refused by their name (%s)', async (kind, reason) => {
    const w = await freshWorkspace();
    const { id } = await add(w, kind, 'Old one');
    await add(w, kind, 'New one');
    await w.call(`${kind as 'teams'}.archive`, { organizationId: w.organizationId, id });
    const { refused, invited } = await send(w, [
      { email: 'ana@example.org', [kind]: ['New one', 'Old one'] },
      { email: 'bob@example.org', [kind]: ['Nowhere'] },
      { email: 'carol@example.org', [kind]: ['new one'] },
    ]);
    expect(refused).toMatchObject([
      { position: 0, reason, detail: 'Old one' },
      { position: 1, reason, detail: 'Nowhere' },
    ]);
    expect(invited.map((i) => i.email)).toEqual(['carol@example.org']);
    expect((await memberOf(w, 'carol@example.org')).has[kind]).toEqual(['New one']);
  });

  it('may be required: without a group an entry is refused, whatever its kind', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await add(w, 'groups', 'All staff');
    await w.call('organizations.update', { organizationId, groupRequired: true });
    const entries = [{ email: 'ana@example.org' }, { email: 'bob@example.org', groups: ['All staff'] }];
    for (const kind of ['user', 'inbox-agent'] as const) {
      const { refused } = await send(w, entries, { kind });
      expect(refused, kind).toMatchObject([{ position: 0, email: 'ana@example.org', reason: 'group-needed' }]);
    }
    const fromBatch = await send(w, [{ email: 'carol@example.org' }], {
      defaults: { roles: ['Member'], groups: ['All staff'] },
    });
    expect(fromBatch.invited).toHaveLength(1);
    await w.call('organizations.update', { organizationId, groupRequired: false });
    expect((await send(w, [{ email: 'ana@example.org' }])).invited).toHaveLength(1);
  });
});

describe('what the inviter writes about a person', () => {
  it('is kept on the membership: first and last name make the name where none is given', async () => {
    const w = await freshWorkspace();
    await send(w, [
      { email: 'ana@example.org', firstName: 'Ana', lastName: 'de Souza' },
      { email: 'bob@example.org', name: 'Bob (Warehouse)', firstName: 'Robert', lastName: 'Lee' },
      { email: 'carol@example.org', name: 'Carol Doe' },
      { email: 'dan@example.org', lastName: 'Roe' },
    ]);
    const facts = async (email: string) => {
      const { name, first_name, last_name } = await memberOf(w, email);
      return [name, first_name, last_name];
    };
    expect(await facts('ana@example.org')).toEqual(['Ana de Souza', 'Ana', 'de Souza']);
    expect(await facts('bob@example.org')).toEqual(['Bob (Warehouse)', 'Robert', 'Lee']);
    expect(await facts('carol@example.org')).toEqual(['Carol Doe', null, null]);
    expect(await facts('dan@example.org')).toEqual(['Roe', null, 'Roe']);
    const mail = await w.core.store.read.selectFrom('outbox').select(['to_email', 'to_name']).orderBy('id').execute();
    expect(mail[0]).toEqual({ to_email: 'ana@example.org', to_name: 'Ana de Souza' });
    expect(await memberOf(w, 'ana@example.org')).toMatchObject({ sort_key: 'ana de souza' });
  });

  it('meets the policy that requires names with first and last name', async () => {
    const w = await freshWorkspace();
    await w.call('organizations.update', { organizationId: w.organizationId, nameRequired: true });
    const { invited, refused } = await send(w, [
      { email: 'ana@example.org', firstName: 'Ana', lastName: 'Silva' },
      { email: 'bob@example.org', name: 'Bob' },
      { email: 'carol@example.org', firstName: ' ', lastName: '\u200b' },
    ]);
    expect(invited.map((i) => i.position)).toEqual([0, 1]);
    expect(refused).toMatchObject([{ position: 2, reason: 'name-needed' }]);
  });

  it('includes a phone number, kept in E.164 and read with its country', async () => {
    const w = await freshWorkspace();
    await send(w, [
      { email: 'ana@example.org', phone: '01 555 0136', country: 'IE' },
      { email: 'bob@example.org', phone: '+44 7700 900123', country: 'IE' },
      { email: 'carol@example.org', phone: '   ', country: 'IE' },
      { email: 'dan@example.org', country: 'IE' },
    ]);
    expect((await memberOf(w, 'ana@example.org')).phone).toBe('+35315550136');
    expect((await memberOf(w, 'bob@example.org')).phone).toBe('+447700900123');
    expect((await memberOf(w, 'carol@example.org')).phone).toBeNull();
    expect((await memberOf(w, 'dan@example.org')).phone).toBeNull();
    // until the person signs up, none of this is in their account
    const people = await w.core.store.read.selectFrom('person').select(['phone', 'first_name']).execute();
    expect(people).toEqual(people.map(() => ({ phone: null, first_name: null })));
  });

  it.each([
    ['call me', 'DE'],
    ['12', 'DE'],
    ['0151 23456789', undefined],
    ['0151 23456789', 'ZZ'],
  ])('refuses the entry, and only it, when %s (%s) cannot be a phone number', async (phone, country) => {
    const w = await freshWorkspace();
    const { invited, refused } = await send(w, [
      { email: 'ana@example.org', phone, ...(country ? { country } : {}) },
      { email: 'bob@example.org' },
    ]);
    expect(refused).toMatchObject([{ position: 0, reason: 'not-a-phone-number', detail: phone }]);
    expect(invited.map((i) => i.email)).toEqual(['bob@example.org']);
  });

  it('becomes a number that can be dialled or none, whatever was typed', async () => {
    const w = await freshWorkspace();
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 +()-/.x'), maxLength: 24 });
    const typed = fc.oneof(digits, fc.string({ maxLength: 40 }));
    const country = fc.constantFrom(undefined, 'DE', 'us', 'ZZ', 'IE');
    let n = 0;
    const property = fc.asyncProperty(typed, country, async (phone, from) => {
      const email = `p${n++}@example.org`;
      const { invited, refused } = await send(w, [{ email, phone, ...(from ? { country: from } : {}) }]);
      const kept = refused.length > 0 ? null : (await memberOf(w, email)).phone;
      if (refused.length > 0) expect(refused).toMatchObject([{ reason: 'not-a-phone-number' }]);
      else expect(invited).toHaveLength(1);
      if (kept === null) expect(refused).toHaveLength(phone.trim() === '' ? 0 : 1);
      else {
        expect(kept).toMatch(/^\+[1-9]\d{1,14}$/);
        expect(parsePhoneNumberFromString(kept)?.number).toBe(kept);
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

describe('inbox agents', () => {
  it('get teams and groups but no role, whatever the row or the batch says about roles', async () => {
    const w = await freshWorkspace();
    await add(w, 'teams', 'Freight');
    await add(w, 'groups', 'All staff');
    await addOperator(w, 'manager@example.org', 'User manager');
    const { invited, refused } = await w.callAs(asOperator('manager@example.org'), 'invitations.send', {
      organizationId: w.organizationId,
      kind: 'inbox-agent',
      entries: [
        { email: 'ana@example.org', teams: ['Freight'] },
        { email: 'bob@example.org', roles: ['Owner'] }, // not the operator's to give, and not given
        { email: 'carol@example.org', roles: ['Wizard'] },
      ],
      defaults: { roles: ['Admin'], groups: ['All staff'] },
    });
    expect(refused).toEqual([]);
    expect(invited).toHaveLength(3);
    for (const { email } of invited) {
      const member = await memberOf(w, email);
      expect(member).toMatchObject({ kind: 'inbox-agent', status: 'pending', has: { roles: [] } });
      expect(member.has.groups).toEqual(['All staff']);
    }
    expect((await memberOf(w, 'ana@example.org')).has.teams).toEqual(['Freight']);
  });

  it('need no role, while users do', async () => {
    const w = await freshWorkspace();
    const entries = [{ email: 'ana@example.org' }];
    const asUser = await send(w, entries, { defaults: {} });
    expect(asUser.refused).toMatchObject([{ reason: 'role-needed' }]);
    const asAgent = await send(w, entries, { defaults: {}, kind: 'inbox-agent' });
    expect(asAgent.invited).toHaveLength(1);
  });

  it('have their roles ignored in the preview as well', async () => {
    const w = await freshWorkspace();
    const text = 'E-mail\tRole\nana@example.org\tWizard';
    const preview = (kind: 'user' | 'inbox-agent') =>
      w.call('invitations.preview', { organizationId: w.organizationId, text, kind });
    expect((await preview('user')).entries).toMatchObject([{ verdict: 'refused', reason: 'unknown-role' }]);
    expect((await preview('inbox-agent')).entries).toMatchObject([{ verdict: 'new' }]);
  });

  it('become users, and users become agents, only by being invited from scratch', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const entry = { email: 'ana@example.org', firstName: 'Ana', lastName: 'Silva', phone: '+353 1 555 0136' };
    const [first] = (await send(w, [entry])).invited;
    const again = await send(w, [entry], { kind: 'inbox-agent' });
    expect(again.skipped).toMatchObject([{ verdict: 'already-invited' }]);
    expect(await memberOf(w, entry.email)).toMatchObject({ kind: 'user' });

    const membershipId = first?.membershipId ?? 0;
    await w.call('invitations.revoke', { organizationId, membershipId });
    const second = await send(w, [{ email: entry.email }], { kind: 'inbox-agent' });
    expect(second.invited).toMatchObject([{ membershipId }]);
    expect(await memberOf(w, entry.email)).toMatchObject({
      kind: 'inbox-agent',
      status: 'pending',
      first_name: null,
      last_name: null,
      phone: null,
      has: { roles: [] },
    });

    await w.call('invitations.revoke', { organizationId, membershipId });
    await send(w, [{ ...entry, phone: '+353 1 555 0199' }]);
    expect(await memberOf(w, entry.email)).toMatchObject({
      kind: 'user',
      first_name: 'Ana',
      phone: '+35315550199',
      has: { roles: ['Member'] },
    });
  });

  it('and users can be invited this way, but not guests', async () => {
    const w = await freshWorkspace();
    await expect(send(w, [{ email: 'ana@example.org' }], { kind: 'guest' as 'user' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await memberOf(w, owner.email)).toMatchObject({ kind: 'user' });
  });
});
