import { expect, test } from 'vitest';
import { gatehouse } from '../../support/cli.ts';
import { now, refused, run, userOf } from '../../support/command-line.ts';
import { accept, tokenOf } from '../../support/invitees.ts';
import { addOperator } from '../../support/operators.ts';
import { owner } from '../../support/workspace.ts';

// The promises in rows A to D of docs/features.md, kept by `gatehouse call` as a script of an admin would.

test('A2, A3: rows keep their own role and teams, the batch fills in the others', async () => {
  const w = await now();
  for (const name of ['Rotterdam', 'Night desk']) await run(w, 'teams.create', { name });
  const sent = await run(w, 'invitations.send', {
    entries: [
      { email: 'ana@example.org', roles: ['Auditor'], teams: ['Rotterdam', 'Night desk'] },
      { email: 'bela@example.org' },
      { email: 'chloe@example.org', teams: ['Night desk'] },
    ],
    defaults: { roles: ['Member'] },
  });
  expect(sent).toMatchObject({ invited: [{}, {}, {}], skipped: [], refused: [] });
  const shown = async (email: string) => {
    const { roles, teams } = await userOf(w, email);
    return { roles: roles.map((r) => r.name), teams: teams.map((t) => t.name) };
  };
  expect(await shown('ana@example.org')).toEqual({ roles: ['Auditor'], teams: ['Night desk', 'Rotterdam'] });
  expect(await shown('bela@example.org')).toEqual({ roles: ['Member'], teams: [] });
  expect(await shown('chloe@example.org')).toEqual({ roles: ['Member'], teams: ['Night desk'] });
});

test('A2: a role is compulsory and can be changed later; a team can be added later', async () => {
  const w = await now();
  const { refused: turnedAway } = await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org' }] });
  expect(turnedAway).toMatchObject([{ reason: 'role-needed' }]);
  await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
  const { id: team } = await run(w, 'teams.create', { name: 'Rotterdam' });
  const { rows: roles } = await run(w, 'roles.list', {});
  const idOf = (name: string) => roles.find((r) => r.name === name)?.id ?? 0;
  const { membershipId } = await userOf(w, 'ana@example.org');
  await run(w, 'users.update', {
    membershipId,
    roles: { add: [idOf('Auditor')], remove: [idOf('Member')] },
    teams: { add: [team] },
  });
  expect(await userOf(w, 'ana@example.org')).toMatchObject({
    roles: [{ name: 'Auditor' }],
    teams: [{ name: 'Rotterdam' }],
  });
});

test('A4, A5, B5: reinviting queues a fresh mail and ends the waiting one, and needs its own permission', async () => {
  const w = await now();
  await addOperator(w, 'manager@example.org', 'User manager');
  const { invited } = await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
  const { membershipId = 0, invitationId = 0 } = invited[0] ?? {};
  const before = await tokenOf(w, invitationId);
  expect(await refused(w, 'invitations.reinvite', { membershipId }, 'manager@example.org')).toMatchObject({
    code: 'not-permitted',
    message: expect.stringContaining('Reinvite'),
  });
  await run(w, 'invitations.reinvite', { membershipId });
  const { rows } = await run(w, 'outbox.list', {});
  expect(rows.map((r) => [r.kind, r.state])).toEqual([
    ['reinvitation', 'queued'],
    ['invitation', 'cancelled'],
  ]);
  await expect(accept(w, before)).rejects.toMatchObject({ code: 'link-replaced' });
});

test('A6: an operator without write on Users cannot invite, and is told which right it takes', async () => {
  const w = await now();
  await addOperator(w, 'auditor@example.org', 'Auditor');
  const entries = [{ email: 'ana@example.org', roles: ['Member'] }];
  expect(await refused(w, 'invitations.send', { entries }, 'auditor@example.org')).toMatchObject({
    code: 'not-permitted',
    message: expect.stringContaining('write on Users'),
  });
});

test('A7: the organization’s settings and the operator’s own profile can be read and changed', async () => {
  const w = await now();
  await run(w, 'organizations.update', { linkLifeHours: 24, groupRequired: true });
  expect(await run(w, 'organizations.get', {})).toMatchObject({ linkLifeHours: 24, groupRequired: true });
  const change = JSON.stringify({ firstName: 'Olive', lastName: 'Oak', phone: '+31 10 555 0188' });
  const at = ['--workspace', w.core.folder, '--as', owner.email];
  expect(await gatehouse(['call', 'profile.update', change, ...at])).toMatchObject({ code: 0 });
  expect((await gatehouse(['call', 'profile.get', ...at])).json).toMatchObject({
    name: 'Olive Oak',
    email: owner.email,
    phone: '+31105550188',
  });
});

test('B2: a pasted block of cells is read line by line', async () => {
  const w = await now();
  const text = 'Name\tE-mail\n"Silva, Ana"\tana@example.org\nBéla Nagy\tbela@example.org\nnobody\tnot an address';
  const { entries } = await run(w, 'invitations.preview', { text });
  expect(entries).toMatchObject([
    { email: 'ana@example.org', verdict: 'new' },
    { email: 'bela@example.org', verdict: 'new' },
    { verdict: 'refused' },
  ]);
});

test('B3: only products that the organization has enabled can be chosen', async () => {
  const w = await now();
  await run(w, 'products.create', { name: 'Tracking' });
  const { id } = await run(w, 'products.create', { name: 'Billing' });
  await run(w, 'products.archive', { id });
  const entries = [{ email: 'ana@example.org', roles: ['Member'] }];
  const send = (products: string[]) => run(w, 'invitations.send', { entries, defaults: { products } });
  expect((await send(['Billing'])).refused).toMatchObject([{ reason: 'unknown-product', detail: 'Billing' }]);
  expect((await send(['Tracking'])).invited).toHaveLength(1);
  expect((await userOf(w, 'ana@example.org')).products).toMatchObject([{ name: 'Tracking' }]);
});

test('B1, B4, B6: the list shows who is pending, who invited them, and until when; a link works once', async () => {
  const w = await now();
  const { invited } = await run(w, 'invitations.send', {
    entries: [{ email: 'ana@example.org', roles: ['Member'] }],
    linkLifeHours: 24,
  });
  const { membershipId = 0, invitationId = 0 } = invited[0] ?? {};
  const { validUntil } = await run(w, 'invitations.copyLink', { membershipId });
  const { rows } = await run(w, 'users.list', { statuses: ['pending'] });
  expect(rows).toMatchObject([
    { email: 'ana@example.org', status: 'pending', validUntil, invitedBy: { name: owner.name } },
  ]);
  const token = await tokenOf(w, invitationId);
  await accept(w, token);
  await expect(accept(w, token)).rejects.toMatchObject({ code: 'link-used' });
  expect((await run(w, 'users.list', { statuses: ['active'] })).rows).toHaveLength(2);
});

test('B7: people are assigned to lines', async () => {
  const w = await now();
  const { id: line } = await run(w, 'lines.create', { name: 'Night' });
  await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'], lines: ['Night'] }] });
  const { rows } = await run(w, 'users.list', { lines: [line] });
  expect(rows).toMatchObject([{ email: 'ana@example.org', lines: [{ name: 'Night' }] }]);
});

test('C1: several roles for one person; the organization may ask for a display name', async () => {
  const w = await now();
  await run(w, 'organizations.update', { nameRequired: true });
  const roles = ['Member', 'Auditor'];
  const { refused: turnedAway, invited } = await run(w, 'invitations.send', {
    entries: [
      { email: 'ana@example.org', roles },
      { email: 'bela@example.org', name: 'Béla Nagy', roles },
    ],
  });
  expect(turnedAway).toMatchObject([{ email: 'ana@example.org', reason: 'name-needed' }]);
  expect(invited).toHaveLength(1);
  expect((await userOf(w, 'bela@example.org')).roles.map((r) => r.name).sort()).toEqual(['Auditor', 'Member']);
});

test('C2: free e-mail providers are refused, naming address and reason, until the policy is turned off', async () => {
  const w = await now();
  const entries = [{ email: 'ana@gmail.com', roles: ['Member'] }];
  expect((await run(w, 'invitations.send', { entries })).refused).toMatchObject([
    { email: 'ana@gmail.com', reason: 'free-mail-provider', detail: 'gmail.com' },
  ]);
  await run(w, 'organizations.update', { refuseFreeMail: false });
  expect((await run(w, 'invitations.send', { entries })).invited).toHaveLength(1);
});

test('C3: revoking ends link and waiting mail for good; inviting again works from scratch', async () => {
  const w = await now();
  const entries = [{ email: 'ana@example.org', roles: ['Auditor'] }];
  const { invited } = await run(w, 'invitations.send', { entries });
  const { membershipId = 0, invitationId = 0 } = invited[0] ?? {};
  await run(w, 'invitations.revoke', { membershipId });
  await expect(accept(w, await tokenOf(w, invitationId))).rejects.toMatchObject({ code: 'link-revoked' });
  expect((await run(w, 'outbox.list', {})).rows).toMatchObject([{ state: 'cancelled' }]);
  await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
  expect(await userOf(w, 'ana@example.org')).toMatchObject({ status: 'pending', roles: [{ name: 'Member' }] });
});

test('C4: roles change, name and e-mail cannot', async () => {
  const w = await now();
  await run(w, 'invitations.send', { entries: [{ email: 'ana@example.org', roles: ['Member'] }] });
  const { membershipId } = await userOf(w, 'ana@example.org');
  const { rows: roles } = await run(w, 'roles.list', {});
  await run(w, 'users.update', {
    membershipId,
    roles: { add: [roles.find((role) => role.name === 'Auditor')?.id ?? 0] },
  });
  expect((await userOf(w, 'ana@example.org')).roles.map(({ name }) => name)).toEqual(['Auditor', 'Member']);
  for (const field of ['name', 'email'])
    expect(await refused(w, 'users.update', { membershipId, [field]: 'eve@example.org' })).toMatchObject({
      code: 'invalid-input',
    });
});

test('C5, F13: a member is suspended, reactivated, and removed for good', async () => {
  const w = await now();
  await addOperator(w, 'ana@example.org', 'Member');
  const { membershipId } = await userOf(w, 'ana@example.org');
  await run(w, 'users.suspend', { membershipId });
  expect(await userOf(w, 'ana@example.org')).toMatchObject({ status: 'suspended', roles: [{ name: 'Member' }] });
  await run(w, 'users.reactivate', { membershipId });
  await run(w, 'users.remove', { membershipId });
  expect((await run(w, 'users.list', {})).rows.map((r) => r.email)).toEqual([owner.email]);
  const { membershipId: own } = await userOf(w, owner.email);
  expect((await refused(w, 'users.remove', { membershipId: own })).code).toMatch(/^(yourself|last-owner)$/);
});

test('C6: an inbox agent is chosen when inviting, takes no role and does not appear among the users', async () => {
  const w = await now();
  const { invited } = await run(w, 'invitations.send', {
    kind: 'inbox-agent',
    entries: [{ email: 'agent@example.org' }],
  });
  await accept(w, await tokenOf(w, invited[0]?.invitationId ?? 0));
  expect((await run(w, 'users.list', {})).rows.map((r) => r.email)).toEqual([owner.email]);
  expect((await run(w, 'users.list', { kinds: ['inbox-agent'] })).rows).toMatchObject([
    { email: 'agent@example.org', status: 'active', roles: [] },
  ]);
  const denied = await refused(w, 'users.list', {}, 'agent@example.org');
  expect(['unknown-operator', 'not-permitted', 'not-a-member']).toContain(denied.code);
});

test('D2, D3: names, phone and a group go with the invitation; an impossible phone number is refused', async () => {
  const w = await now();
  await run(w, 'organizations.update', { groupRequired: true });
  await run(w, 'groups.create', { name: 'Freight' });
  const person = { email: 'ana@example.org', firstName: 'Ana', lastName: 'Silva', roles: ['Member'] };
  const send = (more: object) => run(w, 'invitations.send', { entries: [{ ...person, ...more }] });
  expect((await send({ groups: ['Freight'], phone: '12', country: 'NL' })).refused).toMatchObject([
    { reason: 'not-a-phone-number' },
  ]);
  expect((await send({})).refused).toMatchObject([{ reason: 'group-needed' }]);
  expect((await send({ groups: ['Freight'], phone: '010 555 0188', country: 'NL' })).invited).toHaveLength(1);
  const { membershipId } = await userOf(w, 'ana@example.org');
  expect(await run(w, 'users.get', { membershipId })).toMatchObject({
    name: 'Ana Silva',
    firstName: 'Ana',
    lastName: 'Silva',
    phone: '+31105550188',
    groups: [{ name: 'Freight' }],
  });
});

test('D4: an address that is taken is reported before anything is created, with the user who has it', async () => {
  const w = await now();
  const { entries } = await run(w, 'invitations.preview', { text: owner.email.toUpperCase() });
  const { membershipId } = await userOf(w, owner.email);
  expect(entries).toMatchObject([{ verdict: 'already-member', membershipId }]);
});

test('D5, D6: an expired link cannot be copied or sent again, and reinviting makes a new one', async () => {
  const w = await now();
  w.clock.time = Date.now() - 8 * 86_400_000;
  const { invited } = await w.call('invitations.send', {
    organizationId: w.organizationId,
    entries: [{ email: 'ana@example.org', roles: ['Member'] }],
    linkLifeHours: 168,
  });
  const { membershipId = 0 } = invited[0] ?? {};
  await w.call('invitations.copyLink', { organizationId: w.organizationId, membershipId });
  expect((await run(w, 'users.list', { statuses: ['expired'] })).rows).toMatchObject([{ email: 'ana@example.org' }]);
  for (const deed of ['invitations.copyLink', 'invitations.sendAgain'] as const)
    expect(await refused(w, deed, { membershipId })).toMatchObject({ code: 'link-expired' });
  await run(w, 'invitations.reinvite', { membershipId });
  const { link } = await run(w, 'invitations.copyLink', { membershipId });
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/i\//);
  const { validUntil } = await run(w, 'invitations.copyLink', { membershipId });
  await run(w, 'invitations.sendAgain', { membershipId });
  expect((await run(w, 'users.get', { membershipId })).invitations).toMatchObject([
    { generation: 2, state: 'pending', expiresAt: validUntil },
    { generation: 1, state: 'replaced' },
  ]);
});

test('seats: a batch that does not fit is refused whole, saying how many are free', async () => {
  const w = await now();
  await run(w, 'organizations.update', { seatLimit: 3 });
  const entries = ['ana', 'bela', 'chloe'].map((name) => ({ email: `${name}@example.org`, roles: ['Member'] }));
  expect(await refused(w, 'invitations.send', { entries })).toMatchObject({
    code: 'seats-exceeded',
    message: expect.stringContaining('2 seats free, 3 needed'),
  });
  expect(await run(w, 'organizations.seats', {})).toMatchObject({ limit: 3, used: 1, pending: 0, free: 2 });
  expect((await run(w, 'invitations.send', { entries: entries.slice(1) })).invited).toHaveLength(2);
});

test('a bulk action ends with a result for each person, and an export is text for a spreadsheet', async () => {
  const w = await now();
  const entries = ['ana', 'bela'].map((name) => ({ email: `${name}@example.org`, roles: ['Member'] }));
  await run(w, 'invitations.send', { entries });
  const everybody = { kind: 'matching', filter: {} } as const;
  const { jobId } = await run(w, 'users.removeMany', { choice: everybody });
  expect(await run(w, 'jobs.get', { jobId })).toMatchObject({ state: 'finished', total: 3, done: 2, failed: 1 });
  expect((await run(w, 'jobs.results', { jobId, state: 'failed' })).rows).toMatchObject([
    { email: owner.email, error: { code: 'yourself' } },
  ]);
  const exported = await run(w, 'users.exportMany', { choice: everybody, columns: ['name', 'email', 'status'] });
  const { rows } = await run(w, 'jobs.results', { jobId: exported.jobId });
  expect(rows.map((r) => r.detail)).toEqual([`${owner.name},${owner.email},active`]);
});
