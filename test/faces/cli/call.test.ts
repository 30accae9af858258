import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gatehouse, startGatehouse } from '../../support/cli.ts';
import { freshWorkspace, owner, temporaryFolder } from '../../support/workspace.ts';

const creation = JSON.stringify({ name: 'Example Logistics', owner });

test('creating an organization in a new folder makes a workspace that only its owner can open', async () => {
  const folder = path.join(temporaryFolder(), 'new');
  const made = await gatehouse(['call', 'organizations.create', creation, '--workspace', folder]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/^\{"organizationId":1,"ownerId":1,"recoveryCode":"(?:\w{4}-){5}\w{4}"\}\n$/);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const listed = await gatehouse(['call', 'organizations.list', '--workspace', folder]);
  expect(listed.json.organizations).toMatchObject([{ id: 1, name: 'Example Logistics' }]);
});

test('invalid input in the first call leaves the folder as it was', async () => {
  const folder = temporaryFolder();
  const bad = JSON.stringify({ name: '', owner: { ...owner, email: 'nobody' } });
  const refused = await gatehouse(['call', 'organizations.create', bad, '--workspace', folder]);
  expect(refused).toMatchObject({ code: 1, stderr: '' });
  expect(refused.json).toMatchObject({
    code: 'invalid-input',
    issues: [
      { path: ['name'], code: 'empty', message: 'Fill this in.' },
      { path: ['owner', 'email'], code: 'no-at' },
    ],
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('no other operation makes a workspace', async () => {
  const folder = path.join(temporaryFolder(), 'nothing');
  const refused = await gatehouse(['call', 'users.list', '{"organizationId":1}', '--workspace', folder]);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.json).toEqual({ code: 'no-workspace', message: expect.stringContaining(folder) });
  expect(existsSync(folder)).toBe(false);
});

test('the input can come from standard input, and what is wrong with it keeps path and code', async () => {
  const { core } = await freshWorkspace();
  const at = ['--workspace', core.folder, '--as', owner.email];
  const entries = [
    { email: 'ada@example.org', roles: ['Member'] },
    { email: 'not an address', roles: ['Member'] },
  ];
  const sent = await gatehouse(
    ['call', 'invitations.send', '-', ...at],
    JSON.stringify({ organizationId: 1, entries }),
  );
  expect(sent.json).toMatchObject({ invited: [{ email: 'ada@example.org' }], refused: [{ position: 1 }] });
  const odd = JSON.stringify({ organizationId: 1, entries: [{ email: 'ada@example.org', role: 'Member' }] });
  const refused = await gatehouse(['call', 'invitations.send', '-', ...at], odd);
  expect(refused.code).toBe(1);
  expect(refused.json).toMatchObject({
    code: 'invalid-input',
    issues: [{ path: ['entries', 0], code: 'unrecognized-keys' }],
  });
});

test('what is not JSON is refused without being repeated', async () => {
  const { core } = await freshWorkspace();
  const refused = await gatehouse(['call', 'organizations.list', '{"password": secret}', '--workspace', core.folder]);
  expect(refused.code).toBe(1);
  expect(refused.json).toEqual({ code: 'not-json', message: expect.not.stringContaining('secret') });
});

test('an unknown operator is refused, and the audit names the user of the operating system', async () => {
  const { core, call, organizationId } = await freshWorkspace();
  const input = JSON.stringify({ organizationId });
  const refused = await gatehouse(['call', 'users.list', input, '--workspace', core.folder, '--as', 'eve@example.com']);
  expect(refused.json).toMatchObject({ code: 'unknown-operator' });
  const { rows } = await call('audit.list', { organizationId });
  expect(rows[0]).toMatchObject({
    operation: 'users.list',
    outcome: 'denied',
    face: 'cli',
    osUser: userInfo().username,
    detail: { code: 'unknown-operator', email: 'eve@example.com' },
  });
});

test('a call may run beside an open core, which is told of the change', async () => {
  const { core, call, organizationId } = await freshWorkspace();
  const told = new Promise<ReadonlySet<string>>((resolve) => {
    core.changes.onNotice((tags) => tags.has('teams') && resolve(tags));
  });
  const input = JSON.stringify({ organizationId, name: 'Night shift' });
  expect(await gatehouse(['call', 'teams.create', input, '--workspace', core.folder])).toMatchObject({ code: 0 });
  expect([...(await told)]).toContain('audit');
  expect((await call('teams.list', { organizationId })).rows).toMatchObject([{ name: 'Night shift' }]);
});

test('a job runs to its end before the command ends', async () => {
  const { core, clock, organizationId, call } = await freshWorkspace();
  // the command line has a real clock, so these links ended long ago
  clock.time = Date.UTC(2024, 0, 1);
  const entries = Array.from({ length: 3 }, (_, i) => ({ email: `person${i}@example.org`, roles: ['Member'] }));
  const { invited } = await call('invitations.send', { organizationId, entries });
  for (const { membershipId } of invited) await call('invitations.copyLink', { organizationId, membershipId });
  const choice = { kind: 'matching', filter: { statuses: ['expired'] } };
  const input = JSON.stringify({ organizationId, choice });
  const ran = await gatehouse(['call', 'invitations.reinviteMany', input, '--workspace', core.folder]);
  expect(ran.json).toEqual({ jobId: 1 });
  expect(await call('jobs.get', { organizationId, jobId: 1 })).toMatchObject({ state: 'finished', done: 3, total: 3 });
});

test('an operation that is not for the command line is refused as such', async () => {
  const { core } = await freshWorkspace();
  const refused = await gatehouse(['call', 'demo.inbox', '--workspace', core.folder]);
  expect(refused.json).toMatchObject({ code: 'wrong-face' });
});

test('a reader that closes the pipe early is no failure', async () => {
  const { core } = await freshWorkspace();
  const child = startGatehouse(['call', 'organizations.list', '--workspace', core.folder]);
  child.stdin?.end();
  child.stdout?.destroy();
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
});

test('a database file that is none is refused as damaged and left as it is', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'gatehouse.sqlite');
  writeFileSync(file, 'a shopping list');
  const refused = await gatehouse(['call', 'organizations.list', '--workspace', folder]);
  expect(refused).toMatchObject({ code: 1, stderr: '', json: { code: 'file-damaged' } });
  expect(readFileSync(file, 'utf8')).toBe('a shopping list');
  expect(readdirSync(folder)).toEqual(['gatehouse.sqlite']);
});
