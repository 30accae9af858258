import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ImportEntry } from '#contract/import.ts';
import type { SendEntry } from '#contract/invitations.ts';
import { addOperator } from '../../support/operators.ts';
import { given, sheetXml, workbook } from '../../support/workbook.ts';
import { asOperator, freshWorkspace, owner } from '../../support/workspace.ts';

const told = ({ line, email, verdict, reason, detail }: ImportEntry) => [line, email, verdict, reason, detail];
const toSend = ({ email = '', roles, teams, groups, products, firstName, lastName, name }: ImportEntry): SendEntry => ({
  email,
  name,
  firstName,
  lastName,
  roles,
  teams,
  groups,
  products,
});

describe('checking a file', () => {
  it('gives the verdicts of the paste box, row by row', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('teams.create', { organizationId, name: 'Freight' });
    const rows = [
      ['ana@example.org', 'Ana Silva', 'Member', 'Freight'],
      [owner.email, '', '', ''],
      ['ANA@example.org', '', '', ''],
      ['fatou@gmail.com', 'Fatou', '', ''],
      ['nobody', 'No', '', ''],
      ['bo@example.org', 'Bo', 'Wizard', ''],
      ['cy@example.org', 'Cy', '', 'Nowhere'],
      ['Duc Pham <duc@example.org>', '', '', ''],
    ];
    const text = [['E-mail', 'Name', 'Role', 'Team'], ...rows].map((row) => row.join('\t')).join('\n');
    const { entries: pasted } = await w.call('invitations.preview', { organizationId, text });
    const { entries } = await w.call('import.check', {
      organizationId,
      file: given(text),
      headingLine: 1,
      fields: ['email', 'name', 'roles', 'teams'],
    });
    expect(entries.map(told)).toEqual(pasted.map((e) => told(e)));
    const names = (of: typeof pasted | typeof entries) => of.map((e) => e.email && e.name);
    expect(names(entries)).toEqual(names(pasted));
    expect(entries.map((e) => e.verdict)).toEqual([
      'new',
      'already-member',
      'duplicate',
      'refused',
      'refused',
      'refused',
      'refused',
      'new',
    ]);
  });

  it('recognizes groups, products and names, which the invitation then carries', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await w.call('groups.create', { organizationId, name: 'Night shift' });
    await w.call('products.create', { organizationId, name: 'Tracker' });
    const bytes = workbook({
      S: sheetXml([
        ['Given name', 'Surname', 'Mail', 'Group', 'Product'],
        ['Ana', 'Silva', 'ana@example.org', 'night shift', 'tracker'],
        ['Bo', 'Lee', 'bo@example.org', 'Day shift', ''],
        ['', '', '', 'Night shift', ''],
      ]),
    });
    const { fields, headingLine } = await w.call('import.read', { organizationId, file: given(bytes) });
    const { entries } = await w.call('import.check', { organizationId, file: given(bytes), headingLine, fields });
    expect(entries.map(told)).toEqual([
      [2, 'ana@example.org', 'new', undefined, undefined],
      [3, 'bo@example.org', 'refused', 'unknown-group', 'Day shift'],
      [4, undefined, 'refused', 'empty', undefined],
    ]);
    await w.call('invitations.send', {
      organizationId,
      entries: entries.slice(0, 1).map(toSend),
      defaults: { roles: ['Member'] },
    });
    const [ana] = (await w.call('users.list', { organizationId, search: 'ana@' })).rows;
    expect(ana).toMatchObject({
      name: 'Ana Silva',
      groups: [{ name: 'Night shift' }],
      products: [{ name: 'Tracker' }],
    });
  });

  it('refuses a role that is not the operator’s to give, and needs the right to invite', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addOperator(w, 'manager@example.org', 'User manager');
    await addOperator(w, 'auditor@example.org', 'Auditor');
    const input = {
      organizationId,
      file: given('a@example.org,Owner'),
      fields: ['email' as const, 'roles' as const],
    };
    const { entries } = await w.callAs(asOperator('manager@example.org'), 'import.check', input);
    expect(entries.map(told)).toEqual([[1, 'a@example.org', 'refused', 'role-not-yours-to-give', 'Owner']]);
    await expect(w.callAs(asOperator('auditor@example.org'), 'import.check', input)).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  it('shows a formula as the text it is, refused', async () => {
    const w = await freshWorkspace();
    const text = `"=HYPERLINK(""http://example.com"",""x"")",Eve\n@SUM(1+1)*cmd|' /C calc'!A0,Eve\n`;
    const { entries } = await w.call('import.check', {
      organizationId: w.organizationId,
      file: given(text),
      fields: ['email', 'name'],
    });
    expect(entries.map((e) => e.verdict)).toEqual(['refused', 'refused']);
  });

  it('demands a column of addresses, and each field only once', async () => {
    const w = await freshWorkspace();
    const input = { organizationId: w.organizationId, file: given('a@example.org') };
    await expect(w.call('import.check', { ...input, fields: ['name'] })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['fields'], code: 'email-needed' }],
    });
    await expect(w.call('import.check', { ...input, fields: ['email', 'email'] })).rejects.toMatchObject({
      issues: [{ path: ['fields'], code: 'field-twice' }],
    });
  });

  it('checks a hundred thousand rows, and lets other calls have their turn meanwhile', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const rows = Array.from({ length: 99_999 }, (_, n) => `person${n}@example.org;Person ${n};Member`);
    const file = given(['E-mail;Name;Role', ...rows].join('\n'));
    const checking = w.call('import.check', {
      organizationId,
      file,
      headingLine: 1,
      fields: ['email', 'name', 'roles'],
    });
    let turns = 0;
    let over = false;
    void checking.finally(() => {
      over = true;
    });
    while (!over) {
      await w.call('organizations.seats', { organizationId });
      await setImmediate();
      if (!over) turns++;
    }
    const { entries } = await checking;
    expect(entries.length).toBe(99_999);
    expect(entries.at(-1)).toMatchObject({ line: 100_000, email: 'person99998@example.org', verdict: 'new' });
    expect(turns).toBeGreaterThan(20);
  }, 60_000);
});
