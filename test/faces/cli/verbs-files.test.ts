import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { now, userOf } from '../../support/command-line.ts';
import { invite } from '../../support/invitees.ts';
import { typedIn } from '../../support/verb.ts';
import { sheetXml, workbook } from '../../support/workbook.ts';
import { owner, temporaryFolder } from '../../support/workspace.ts';

describe('gatehouse import', () => {
  const rows = [
    ['E-mail', 'Name', 'Role'],
    ['ana@example.org', 'Ana Silva', ''],
    [owner.email, 'Olive', ''],
    ['bo@example.org', 'Bo', 'Wizard'],
  ];

  it('F9: invites the people in a workbook, writes down what became of each row, and can show it beforehand', async () => {
    const w = await now();
    const folder = temporaryFolder();
    const [file, result] = [path.join(folder, 'staff.xlsx'), path.join(folder, 'result.csv')];
    const other = sheetXml([['E-mail'], ['cy@example.org']]);
    writeFileSync(file, workbook({ Cover: sheetXml([]), Staff: sheetXml(rows), Other: other }));
    const dry = await typedIn(w, 'import', file, '--role', 'Member', '--dry-run', '--json', '--result', result);
    expect(dry.code).toBe(3);
    expect(dry.json.entries).toMatchObject([
      { line: 2, verdict: 'new' },
      { line: 3, verdict: 'already-member' },
      { line: 4, verdict: 'refused', reason: 'unknown-role', detail: 'Wizard' },
    ]);
    expect(existsSync(result)).toBe(false);
    expect((await w.call('outbox.list', { organizationId: w.organizationId })).total).toBe(0);
    const done = await typedIn(w, 'import', file, '--role', 'Member', '--result', result);
    expect(done).toMatchObject({ code: 3, stderr: 'gatehouse: bo@example.org: Refused: there is no role “Wizard”\n' });
    expect(readFileSync(result, 'utf8').trim().split('\r\n').slice(1)).toEqual([
      '2,ana@example.org,Invited,',
      `3,${owner.email},Skipped,Already a member`,
      '4,bo@example.org,Refused,Refused: there is no role “Wizard”',
    ]);
    expect(await userOf(w, 'ana@example.org')).toMatchObject({ name: 'Ana Silva', roles: [{ name: 'Member' }] });
    expect(await typedIn(w, 'import', file, '--result', result)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(result),
    });
    expect(await typedIn(w, 'import', file, '--sheet', 'Other', '--role', 'Member')).toMatchObject({ code: 0 });
    expect(await userOf(w, 'cy@example.org')).toMatchObject({ status: 'pending' });
    expect(await typedIn(w, 'import', file, '--sheet', 'Third')).toMatchObject({ code: 2 });
  });

  it('reads the columns as --map says, by heading or letter', async () => {
    const w = await now();
    const file = path.join(temporaryFolder(), 'staff.csv');
    writeFileSync(file, 'Contact,Notes,Called\nana@example.org,bo@example.org,Ana\n');
    const at = ['--role', 'Member', '--heading', '1', '--map', 'Contact=email', '--map', 'C=name'];
    expect(await typedIn(w, 'import', file, ...at)).toMatchObject({ code: 0 });
    expect(await userOf(w, 'ana@example.org')).toMatchObject({ name: 'Ana' });
    expect(await typedIn(w, 'import', file, '--map', 'Z=email')).toMatchObject({ code: 2 });
    expect(await typedIn(w, 'import', file, '--map', 'A=wings')).toMatchObject({ code: 2 });
    const gone = await typedIn(w, 'import', path.join(temporaryFolder(), 'none.csv'));
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('it is not there') });
  });
});

describe('gatehouse export', () => {
  it('F9: writes people and the audit as CSV or as a workbook that can be imported again', async () => {
    const w = await now();
    const folder = temporaryFolder();
    await invite(w, 'ana@example.org');
    const piped = await typedIn(w, 'export', 'users', '--columns', 'email,status');
    expect(piped).toMatchObject({
      code: 0,
      stdout: `E-mail,Status\nana@example.org,pending\n${owner.email},active\n`,
      stderr: '',
    });
    const book = path.join(folder, 'pending.xlsx');
    const saved = await typedIn(w, 'export', 'pending', '--columns', 'email,mailState', '--output', book);
    expect(saved).toMatchObject({ code: 0, stdout: `1 row written to ${book}\n` });
    expect(statSync(book).mode & 0o777).toBe(0o600);
    const read = await w.call('import.read', { organizationId: w.organizationId, file: { path: book } });
    expect(read).toMatchObject({ headings: ['E-mail', 'Mail'], first: [{ cells: ['ana@example.org', 'queued'] }] });
    const log = path.join(folder, 'audit.csv');
    expect((await typedIn(w, 'export', 'audit', '--output', log, '--actor', owner.email, '--json')).json).toMatchObject(
      {
        file: log,
        format: 'csv',
        complete: true,
      },
    );
    expect(readFileSync(log, 'utf8')).toContain('invitations.send');
    expect(
      (await typedIn(w, 'export', 'guests', '--json', '--output', path.join(folder, 'guests.csv'))).json.rows,
    ).toBe(0);
    expect(await typedIn(w, 'export', 'users', '--output', log)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--yes'),
    });
    expect(await typedIn(w, 'export', 'users', '--output', log, '--yes')).toMatchObject({ code: 0 });
    expect(await typedIn(w, 'export', 'users', '--output', path.join(folder, 'users.pdf'))).toMatchObject({ code: 2 });
  });
});
