import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended, gatehouse, startGatehouse } from '../../support/cli.ts';
import { now, userOf } from '../../support/command-line.ts';
import { typed, typedIn } from '../../support/verb.ts';
import { owner, temporaryFolder, type Workspace } from '../../support/workspace.ts';

const invite = (w: Workspace, args: readonly string[]) => typedIn(w, 'invite', ...args);
/** All that inviting could change. */
async function everything(w: Workspace) {
  const { read } = w.core.store;
  const tables = ['person', 'membership', 'invitation', 'outbox', 'draft', 'audit'] as const;
  return Promise.all(tables.map((table) => read.selectFrom(table).selectAll().execute()));
}

describe('gatehouse invite', () => {
  it('F9: invites new people and says for each of the others why not; the exit code tells that somebody was refused', async () => {
    const w = await now();
    await w.call('teams.create', { organizationId: w.organizationId, name: 'Freight' });
    const roles = ['--role', 'Member', '--team', 'Freight'];
    const ran = await invite(w, ['Ana Silva <ana@example.org>', 'nope', owner.email, ...roles]);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toBe('gatehouse: nope: Refused: there is no @ in it\n');
    expect(ran.stdout).toMatch(/^ana@example\.org +Invited\n/m);
    expect(ran.stdout).toMatch(/^owner@example\.com +Skipped +Already a member\n/m);
    expect(ran.stdout).toContain('1 person invited\n');
    expect(await userOf(w, 'ana@example.org')).toMatchObject({
      name: 'Ana Silva',
      roles: [{ name: 'Member' }],
      teams: [{ name: 'Freight' }],
    });
    expect(await invite(w, ['bo@example.org', '--role', 'Member'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('reads a file or standard input, and answers programs in JSON', async () => {
    const w = await now();
    const file = path.join(temporaryFolder(), 'people.txt');
    writeFileSync(file, '\uFEFFana@example.org\nbo@example.org\n');
    const fromFile = await invite(w, ['--file', file, '--role', 'Member', '--json']);
    expect(fromFile.json).toMatchObject({
      invited: [{ email: 'ana@example.org' }, { email: 'bo@example.org' }],
      skipped: [],
      refused: [],
    });
    const stdin = ['invite', '--file', '-', '--role', 'Wizard', '--json', '--workspace', w.core.folder];
    const piped = await gatehouse(stdin, 'cleo@example.org\nana@example.org');
    expect([piped.code, piped.stderr]).toEqual([3, '']);
    expect(piped.json).toMatchObject({
      invited: [],
      skipped: [{ email: 'ana@example.org', verdict: 'already-invited' }],
      refused: [{ email: 'cleo@example.org', reason: 'unknown-role', detail: 'Wizard' }],
    });
  });

  it('goes through with it, and ends as it should, when nobody reads what it says', async () => {
    const w = await now();
    const child = startGatehouse([
      'invite',
      'nope',
      'ana@example.org',
      '--role',
      'Member',
      '--workspace',
      w.core.folder,
    ]);
    child.stdout?.destroy();
    child.stderr?.destroy();
    const [code, signal] = await once(child, 'close');
    expect([code, signal]).toEqual([3, null]);
    expect(await userOf(w, 'ana@example.org')).toMatchObject({ status: 'pending' });
  });

  it('F9: with --dry-run shows the verdicts of sending and changes nothing', async () => {
    const w = await now();
    const before = await everything(w);
    const list = ['ana@example.org', owner.email, 'nope'];
    const dry = await invite(w, [...list, '--dry-run', '--json']);
    expect(dry.json).toMatchObject({
      dryRun: true,
      entries: [
        { email: 'ana@example.org', verdict: 'refused', reason: 'role-needed' },
        { email: owner.email, verdict: 'already-member' },
        { verdict: 'refused', reason: 'no-at' },
      ],
    });
    const good = await invite(w, ['ana@example.org', '--role', 'Member', '-n']);
    expect(good).toMatchObject({ code: 0, stderr: '' });
    expect(good.stdout).toContain('This would be done to 1 person. Nothing was changed.');
    for (const more of [
      ['--draft', 'Later'],
      ['--at', '2030-01-01 08:00'],
      ['--kind', 'guest', '--days', '7'],
    ])
      await invite(w, ['ana@example.org', ...more, '--dry-run']);
    expect(await everything(w)).toEqual(before);
  });

  it('F9: with --dry-run says that seats are lacking, as sending would', async () => {
    const w = await now();
    await w.call('organizations.update', { organizationId: w.organizationId, seatLimit: 2 });
    const two = ['ana@example.org', 'bo@example.org', '--role', 'Member'];
    const told = await invite(w, [...two, '--dry-run']);
    expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining('1 seat free, 2 needed') });
    expect(told.stdout).toContain('This would be done to 0 people. Nothing was changed.');
    expect(await invite(w, two)).toMatchObject({ code: 1, stderr: told.stderr });
    const error = { code: 'seats-exceeded', message: expect.stringContaining('1 seat free, 2 needed') };
    expect((await invite(w, [...two, '-n', '--json'])).json).toMatchObject({ dryRun: true, error });
    // a draft takes its seats when it goes out, and inbox agents take none
    for (const more of [
      ['--draft', 'Later'],
      ['--kind', 'inbox-agent'],
    ])
      expect(await invite(w, [...two.slice(0, more[0] === '--kind' ? 2 : 4), ...more, '-n'])).toMatchObject({
        code: 0,
      });
    expect(await invite(w, [...two.slice(1), '-n'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('invites guests with period, sponsor and note, and agents without a role', async () => {
    const w = await now();
    const terms = ['--days', '14', '--sponsor', owner.email, '--message', 'See you', '--may-invite'];
    expect(await invite(w, ['guest@partner.example', '--kind', 'guest', ...terms])).toMatchObject({
      code: 0,
      stderr: '',
    });
    const guest = { days: 14, sponsor: { name: owner.name }, mayInviteGuests: true };
    expect(await userOf(w, 'guest@partner.example')).toMatchObject({ kind: 'guest', guest });
    expect(await invite(w, ['agent@example.org', '--kind', 'inbox-agent'])).toMatchObject({ code: 0 });
    const mixed = await invite(w, ['a@example.org', '--kind', 'guest', '--role', 'Member']);
    expect(mixed).toMatchObject({ code: 2, stderr: expect.stringContaining('--kind guest, --role') });
    const stranger = await invite(w, ['a@example.org', '--kind', 'guest', '--sponsor', 'who@example.org']);
    expect(stranger).toMatchObject({ code: 2, stderr: expect.stringContaining('--sponsor who@example.org') });
  });

  it('keeps a draft, or schedules one for a time', async () => {
    const w = await now();
    const here = { organizationId: w.organizationId };
    const kept = await invite(w, ['ana@example.org', 'nope', '--role', 'Member', '--draft', 'Autumn']);
    expect(kept).toMatchObject({ code: 3, stderr: expect.stringContaining('nope') });
    const year = new Date().getFullYear() + 1;
    const at = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)}Z`;
    expect(await invite(w, ['bo@example.org', '--role', 'Member', '--at', at, '--json'])).toMatchObject({ code: 0 });
    const { rows } = await w.call('drafts.list', here);
    expect(rows.map(({ name, state }) => [name.replace(/ \d.*/, ''), state]).sort()).toEqual([
      ['Autumn', 'draft'],
      ['Invitations', 'scheduled'],
    ]);
    expect(rows.find(({ state }) => state === 'scheduled')?.sendAt).toBe(Date.parse(at));
    for (const no of ['soon', `${year}-02-30 08:00`, `${year}-06-31T08:00Z`])
      expect(await invite(w, ['cy@example.org', '--role', 'Member', '--at', no])).toMatchObject({ code: 2 });
    // what cannot be scheduled leaves no draft behind
    const past = await invite(w, ['cy@example.org', '--role', 'Member', '--at', '2020-01-01 08:00']);
    expect(past).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('send now') });
    expect((await w.call('drafts.list', here)).rows).toHaveLength(2);
    expect((await w.call('outbox.list', here)).rows).toEqual([]);
  });

  it('F9: says on standard error what is wrong and what to do, with an exit code for each kind of trouble', async () => {
    const w = await now();
    const folder = path.join(temporaryFolder(), 'none');
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [['a@example.org', '--workspace', folder], 1, 'There is no Gatehouse workspace in'],
      [['a@example.org'], 2, 'Say which workspace with --workspace DIR.'],
      [['--workspace', w.core.folder], 2, 'Say who or what is meant'],
      [['a@example.org', '--kind', 'boss', '--workspace', w.core.folder], 2, '--kind boss (user, guest, inbox-agent)'],
      [
        ['a@example.org', '--kind', 'user', '--kind', 'guest', '--workspace', w.core.folder],
        2,
        '--kind was given twice',
      ],
      [['a@example.org', '--status', 'active', '--workspace', w.core.folder], 2, '--status does not belong'],
      [['a@example.org', '--life', 'long', '--workspace', w.core.folder], 2, '--life long'],
      [['a@example.org', '--flaps', '--workspace', w.core.folder], 2, 'There is no option “--flaps”'],
      [['a@example.org', '--as', 'eve@example.org', '--workspace', w.core.folder], 4, 'eve@example.org'],
      [['a@example.org', '--organization', 'Other', '--workspace', w.core.folder], 2, 'Example Logistics (1)'],
    ];
    for (const [args, code, words] of cases) {
      const ran = await typed(['invite', ...args]);
      expect([args, ran.code, ran.stdout]).toEqual([args, code, '']);
      expect(ran.stderr).toContain(`gatehouse: `);
      expect(ran.stderr).toContain(words);
    }
    const json = await typed([
      'invite',
      'a@example.org',
      '--as',
      'eve@example.org',
      '--json',
      '--workspace',
      w.core.folder,
    ]);
    expect(json).toMatchObject({ code: 4, stderr: '', json: { code: 'unknown-operator' } });
    const german = await ended(startGatehouse(['invite', 'a@example.org'], 'de_DE.UTF-8'));
    expect(german.stderr).toContain('Geben Sie den Arbeitsbereich mit --workspace ORDNER an.');
  });

  it('takes the organization by name or id where there are several', async () => {
    const w = await now();
    const { organizationId } = await w.call('organizations.add', { name: 'Second' });
    const lost = await invite(w, ['ana@example.org', '--role', 'Member']);
    expect(lost).toMatchObject({ code: 2, stderr: expect.stringContaining('Example Logistics (1), Second (2)') });
    for (const [name, email] of [
      ['second', 'ana@example.org'],
      [String(organizationId), 'bo@example.org'],
    ] as const)
      expect(await invite(w, [email, '--role', 'Member', '--organization', name])).toMatchObject({ code: 0 });
    const { rows } = await w.call('users.list', { organizationId, statuses: ['pending'] });
    expect(rows.map(({ email }) => email)).toEqual(['ana@example.org', 'bo@example.org']);
  });
});
