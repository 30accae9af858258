import { describe, expect, it } from 'vitest';
import { now, userOf } from '../../support/command-line.ts';
import { accept, invite, tokenOf } from '../../support/invitees.ts';
import { typedIn } from '../../support/verb.ts';
import { asOperator, hour, owner, type Workspace } from '../../support/workspace.ts';

const audited = async (w: Workspace) => (await w.core.store.read.selectFrom('audit').select('id').execute()).length;

describe('gatehouse users list', () => {
  it('F9: shows the filters and columns of the window, as a table, as CSV and as JSON', async () => {
    const w = await now();
    for (const email of ['ana@example.org', 'bo@example.org']) await invite(w, email);
    const table = await typedIn(
      w,
      'users',
      'list',
      '--status',
      'pending',
      '--role',
      'member',
      '--sort',
      'email',
      '--descending',
    );
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout.split('\n').map((line) => line.trim().split(/ {2,}/).slice(0, 3))).toMatchObject([
      ['Name', 'E-mail', 'Kind'],
      ['bo@example.org', 'User', 'Pending'],
      ['ana@example.org', 'User', 'Pending'],
      ['2 people'],
      [''],
    ]);
    const csv = await typedIn(w, 'users', 'list', '--csv', '--columns', 'email,status,roles', '--limit', '2');
    expect(csv.stdout).toBe('email,status,roles\nana@example.org,pending,Member\nbo@example.org,pending,Member\n');
    const { rows } = (await typedIn(w, 'users', 'list', '--search', 'OWNER', '--json')).json;
    expect(rows).toMatchObject([{ email: owner.email, status: 'active' }]);
    expect(await typedIn(w, 'users', 'list', '--columns', 'email,wings')).toMatchObject({ code: 2 });
    expect((await typedIn(w, 'users', 'list', '--role', 'Wizard')).stderr).toContain('--role Wizard');
  });

  it('never lets data control the terminal: control characters are written as their codes', async () => {
    const w = await now();
    // no operation stores such a name; an older version may have
    await w.core.changes.write([], w.core.clock.now(), (db) =>
      db
        .updateTable('membership')
        .set({ name: '\u001b[2Jclear\u202e\u009b31m' })
        .where('email_key', '=', owner.email)
        .execute(),
    );
    for (const more of [[], ['--csv'], ['--json']]) {
      const { stdout } = await typedIn(w, 'users', 'list', '--search', 'owner', ...more);
      expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
      expect(stdout).toContain('clear');
    }
    expect((await typedIn(w, 'users', 'list')).stdout).toContain('\\x1b[2Jclear\\u{202e}\\x9b31m');
  });
});

describe('gatehouse reinvite and revoke', () => {
  it('F9: reinvite the people named and give the reason for each of the others', async () => {
    const w = await now();
    await invite(w, 'ana@example.org');
    const before = await audited(w);
    const dry = await typedIn(w, 'reinvite', 'ana@example.org', 'who@example.org', '--dry-run');
    expect([dry.code, dry.stderr]).toEqual([3, 'gatehouse: who@example.org: nobody here has this address\n']);
    expect(dry.stdout).toMatch(/^ana@example\.org .*Pending$/m);
    expect(await audited(w)).toBe(before);
    const some = await typedIn(w, 'reinvite', 'Ana@Example.org', owner.email, 'who@example.org');
    expect(some).toMatchObject({ code: 3, stdout: '1 person reinvited\n' });
    expect(some.stderr.split('\n').sort()).toEqual([
      '',
      `gatehouse: ${owner.email}: There is no open invitation for ${owner.email}.`,
      'gatehouse: who@example.org: nobody here has this address',
    ]);
    expect(await userOf(w, 'ana@example.org')).toMatchObject({ invitation: { generation: 2 } });
    const json = await typedIn(w, 'reinvite', '--all', '--json');
    expect(json).toMatchObject({ code: 0, json: { done: 1, failed: [], unknown: [] } });
    for (const wrong of [
      ['reinvite'],
      ['reinvite', 'a@example.org', '--all'],
      ['reinvite', 'a@example.org', '--status', 'pending'],
    ])
      expect(await typedIn(w, ...wrong)).toMatchObject({ code: 2, stdout: '' });
  });

  it('F9: revoke only with --yes where nobody can be asked', async () => {
    const w = await now();
    for (const email of ['ana@example.org', 'bo@example.org']) await invite(w, email);
    const asked = await typedIn(w, 'revoke', '--all');
    expect(asked).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Say --yes.') });
    expect(await userOf(w, 'ana@example.org')).toMatchObject({ status: 'pending' });
    expect(await typedIn(w, 'revoke', 'ana@example.org', '--dry-run')).toMatchObject({ code: 0 });
    expect(await typedIn(w, 'revoke', '--status', 'pending', '--yes')).toMatchObject({
      code: 0,
      stdout: '2 invitations revoked\n',
      stderr: '',
    });
    expect(await typedIn(w, 'revoke', '--all', '--yes')).toMatchObject({ code: 0, stdout: '0 invitations revoked\n' });
    await accept(w, (await invite(w, 'kim@example.org')).token);
    const denied = await typedIn(w, 'revoke', 'ana@example.org', '--yes', '--as', 'kim@example.org');
    expect(denied).toMatchObject({ code: 4, stdout: '' });
  });
});

describe('gatehouse guests renew', () => {
  it('F9: renews guests by address, or those whose access ends soon', async () => {
    const w = await now();
    w.clock.time = Date.now() - 13 * 24 * hour;
    const { invited } = await w.call('guests.invite', {
      organizationId: w.organizationId,
      emails: ['gus@partner.example', 'gia@partner.example'],
      days: 14,
    });
    for (const { invitationId } of invited) await accept(w, await tokenOf(w, invitationId));
    const dry = await typedIn(w, 'guests', 'renew', '--access', 'expiring', '--dry-run', '--json');
    expect(dry.json.people).toHaveLength(2);
    expect(await typedIn(w, 'guests', 'renew', 'gus@partner.example', '--notify')).toMatchObject({
      code: 0,
      stdout: '1 guest renewed\n',
    });
    expect((await typedIn(w, 'guests', 'renew', '--access', 'expiring', '--json')).json).toMatchObject({ done: 1 });
    const refused = await typedIn(w, 'guests', 'renew', owner.email);
    expect(refused).toMatchObject({ code: 3, stderr: `gatehouse: ${owner.email}: ${owner.email} is not a guest.\n` });
    expect(
      await w.callAs(asOperator(owner.email), 'guests.expiring', { organizationId: w.organizationId }),
    ).toMatchObject({
      expiring: 0,
    });
  });
});
