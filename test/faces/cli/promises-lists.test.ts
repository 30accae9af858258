import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { now, refused, run, userOf } from '../../support/command-line.ts';
import { accept, tokenOf } from '../../support/invitees.ts';
import { sheetXml, workbook } from '../../support/workbook.ts';
import { owner, temporaryFolder } from '../../support/workspace.ts';

// What an admin does with lists in files (rows F of docs/features.md), done by `gatehouse call`.

test('F4: a file is read, checked row by row, and its good rows are sent', async () => {
  const w = await now();
  await run(w, 'teams.create', { name: 'Freight' });
  const file = { path: path.join(temporaryFolder(), 'staff.xlsx') };
  const rows = [
    ['E-mail', 'Name', 'Role', 'Team'],
    ['ana@example.org', 'Ana Silva', 'Member', 'Freight'],
    [owner.email, 'Olive', '', ''],
    ['bo@example.org', 'Bo', 'Wizard', ''],
  ];
  writeFileSync(file.path, workbook({ Staff: sheetXml(rows) }));
  const { headingLine, fields } = await run(w, 'import.read', { file });
  const { entries } = await run(w, 'import.check', { file, headingLine, fields });
  expect(entries.map(({ line, verdict, reason }) => [line, verdict, reason])).toEqual([
    [2, 'new', undefined],
    [3, 'already-member', undefined],
    [4, 'refused', 'unknown-role'],
  ]);
  const good = entries.filter((e) => e.verdict === 'new');
  await run(w, 'invitations.send', {
    entries: good.map(({ email = '', name, roles, teams }) => ({ email, name, roles, teams })),
  });
  expect(await userOf(w, 'ana@example.org')).toMatchObject({ name: 'Ana Silva', teams: [{ name: 'Freight' }] });
});

test('F4: a file that cannot be used is refused with the reason', async () => {
  const w = await now();
  const file = { path: path.join(temporaryFolder(), 'staff.xlsx') };
  writeFileSync(file.path, 'PK and nothing behind it');
  expect(await refused(w, 'import.read', { file })).toMatchObject({
    code: 'file-unsuitable',
    message: expect.stringContaining('damaged'),
  });
});

test('F14: a list is compared with the users here, and those who are not on it are suspended', async () => {
  const w = await now();
  const { invited } = await run(w, 'invitations.send', {
    entries: [{ email: 'ana@example.org' }, { email: 'bo@example.org' }],
    defaults: { roles: ['Member'] },
  });
  for (const { invitationId } of invited) await accept(w, await tokenOf(w, invitationId));
  const file = { path: path.join(temporaryFolder(), 'staff.csv') };
  writeFileSync(file.path, `${owner.email}\nana@example.org\nnew@example.org\n`);
  const { missing, surplus, both } = await run(w, 'import.compare', { file, fields: ['email'] });
  expect(missing).toEqual([{ line: 3, email: 'new@example.org' }]);
  expect(both.map(({ line }) => line)).toEqual([1, 2]);
  expect(surplus.map(({ email }) => email)).toEqual(['bo@example.org']);
  const membershipIds = surplus.map(({ membershipId }) => membershipId);
  await run(w, 'users.suspendMany', { choice: { kind: 'chosen', membershipIds } });
  expect(await userOf(w, 'bo@example.org')).toMatchObject({ status: 'suspended' });
});
