import { describe, expect, test } from 'vitest';
import { parseRecipients } from '../../../src-main/features/invitations/recipients.ts';

const known = { roles: ['Admin', 'Member'], teams: ['Sales', 'R&D, Lisbon'] };
const read = (text: string) => {
  const { entries, headingLine } = parseRecipients(text, known);
  const people = entries.map(({ email, name, roles, teams, problem }) => ({ email, name, roles, teams, problem }));
  return { headingLine, people: JSON.parse(JSON.stringify(people)) as object[] };
};
const ana = { email: 'ana@example.com', name: 'Ana Silva' };
const bob = { email: 'bob@example.com', name: 'Bob Lee' };

describe('columns with a heading are read by their names, in any order', () => {
  test.each([
    ['E-mail\tName\nana@example.com\tAna Silva\nbob@example.com\tBob Lee'],
    ['Surname\tGiven name\tE-Mail Address\nSilva\tAna\tana@example.com\nLee\tBob\tbob@example.com'],
    ['First Name,Last Name,E-mail Address\nAna,Silva,ana@example.com\nBob,Lee,bob@example.com'],
    ['Display name;Phone;Mail\n"Silva, Ana";1;ana@example.com\nBob Lee;2;bob@example.com'],
    ['\n\r\nID\tFull name*\tPrimary e-mail\r\n1\tAna Silva\tana@example.com\r\n2\tLee, Bob\tbob@example.com\r\n'],
    ['Email Address [Required],First Name [Required],Last Name\nana@example.com,Ana,Silva\nbob@example.com,Bob,Lee'],
    ['Name E-mail address\nAna Silva ana@example.com\nBob Lee <bob@example.com>'],
  ])('%j', (text) => {
    expect(read(text).people).toEqual([ana, bob]);
    expect(read(text).headingLine).toBeGreaterThan(0);
  });

  test('roles and teams, several in a cell, in the spelling of the organization', () => {
    const text = 'Team(s)\tRole(s)\tE-mail\nsales; r&d, lisbon\tadmin|Auditor\tana@example.com\n\t\tbob@example.com';
    expect(read(text).people).toEqual([
      { email: 'ana@example.com', roles: ['Admin', 'Auditor'], teams: ['Sales', 'R&D, Lisbon'] },
      { email: 'bob@example.com' },
    ]);
  });

  test('a quoted field holds commas, doubled marks and line breaks', () => {
    const text = 'email,name,role,team\nana@example.com,"Silva, ""Ana""",Admin,"Sales, Support\nLisbon"';
    expect(read(text).people).toEqual([{ ...ana, roles: ['Admin'], teams: ['Sales', 'Support', 'Lisbon'] }]);
  });

  test('a row without an address, or with a broken one, is refused as a whole', () => {
    expect(read('E-mail\tName\tRole\n\tAna Silva\tAdmin\nbob@\tBob Lee\tAdmin\nx\tCarl\tAdmin').people).toEqual([
      { problem: 'empty' },
      { name: 'Bob Lee', roles: ['Admin'], problem: 'domain-empty' },
      { problem: 'no-at' },
    ]);
  });

  test('lines that are not rows are read as lists all the same, and no address in them is lost', () => {
    const text = 'email,name\nAna Silva <ana@example.com>, Bob Lee <bob@example.com>\ncarl@example.com';
    expect(read(text).people).toEqual([ana, bob, { email: 'carl@example.com' }]);
  });

  test('an address in a column of another meaning invites nobody', () => {
    const text = 'Name\tE-mail\tManager e-mail\nAna Silva\tana@example.com\tboss@example.com';
    expect(read(text).people).toEqual([ana]);
  });

  test('a list is not taken for a heading', () => {
    expect(parseRecipients('Mail from Ana, Bob\nana@example.com').headingLine).toBeUndefined();
    expect(parseRecipients('email@example.com, name@example.com').headingLine).toBeUndefined();
  });

  test.each(['email@address.es', 'e@mail', 'Name <e@mail.address>'])('%j is not a heading: it holds an @', (text) => {
    const { headingLine, entries } = parseRecipients(text);
    expect(headingLine).toBeUndefined();
    expect(entries.map(({ raw }) => raw)).toEqual([text]);
  });
});

describe('columns without a heading are recognized by what they hold', () => {
  test.each([
    ['ana@example.com\tAna Silva\nbob@example.com\tBob Lee'],
    ['Ana Silva\tana@example.com\nBob Lee\tbob@example.com'],
    ['Ana\tSilva\tana@example.com\nBob\tLee\tbob@example.com'],
    ['1\tana@example.com\tAna\tSilva\t2026-01-31\n2\tbob@example.com\tBob\tLee\t2026-02-01'],
    ['"Silva, Ana"\tana@example.com\nLee, Bob\tbob@example.com'],
  ])('%j', (text) => {
    expect(read(text).people).toEqual([ana, bob]);
  });

  test('roles and teams only if the organization has them', () => {
    expect(read('ana@example.com\tAna Silva\tadmin, member\tSALES').people).toEqual([
      { ...ana, roles: ['Admin', 'Member'], teams: ['Sales'] },
    ]);
  });

  test('several addresses in one cell share the roles of the row', () => {
    expect(read('"ana@example.com\nbob@example.com"\tAdmin').people).toEqual([
      { email: 'ana@example.com', roles: ['Admin'] },
      { email: 'bob@example.com', roles: ['Admin'] },
    ]);
  });

  test('the entry of a row covers the row, so that taking it out leaves nothing behind', () => {
    const text = '\tAna\tana@example.com\tAdmin\t\r\nbob@example.com';
    const [first] = parseRecipients(text, known).entries;
    expect(first?.raw).toBe('Ana\tana@example.com\tAdmin');
  });
});
