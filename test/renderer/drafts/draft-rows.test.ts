import { describe, expect, it } from 'vitest';
import type { DraftRow } from '#contract/drafts.ts';
import type { SendEntry } from '#contract/invitations.ts';
import {
  changesBetween,
  entryOf,
  rowOf,
  rowsAnew,
  verdictsOf,
} from '../../../src-renderer/features/drafts/draft-rows.ts';
import { entriesOfList, entriesOfRows } from '../../../src-renderer/features/drafts/entries.ts';
import type { InviteRow } from '../../../src-renderer/features/invitations/rows-text.ts';

const wizard: SendEntry = {
  email: 'ana@example.org',
  firstName: 'Ana',
  lastName: 'Silva',
  phone: '+351 912 345 678',
  groups: ['Lisbon'],
  roles: ['Member'],
};
const stored = new Map([
  [7, { id: 7, entry: wizard }],
  [8, { id: 8, entry: { email: 'bela@example.org' } }],
]);
const rows: readonly InviteRow[] = [rowOf(7, wizard), rowOf(8, { email: 'bela@example.org' })];
const [ana, bela] = rows as [InviteRow, InviteRow];
const blank: InviteRow = { key: 9, email: '', name: ' ', roles: null, teams: null };

describe('a row of a draft', () => {
  it('shows the whole name, and keeps what no field shows when another field changes', () => {
    expect(ana).toMatchObject({ name: 'Ana Silva', roles: ['Member'], teams: null });
    expect(entryOf(ana, wizard)).toEqual(wizard);
    expect(entryOf({ ...ana, email: 'ana@example.net', teams: ['Ops'] }, wizard)).toEqual({
      ...wizard,
      email: 'ana@example.net',
      teams: ['Ops'],
    });
    const { firstName: _, lastName: __, ...unnamed } = wizard;
    expect(entryOf({ ...ana, name: 'Ana Lima' }, wizard)).toEqual({ ...unnamed, name: 'Ana Lima' });
    expect(entryOf({ ...ana, name: '', roles: null }, wizard)).toEqual({
      email: wizard.email,
      phone: wizard.phone,
      groups: wizard.groups,
    });
  });
});

describe('what has to be written', () => {
  it('is nothing for unchanged rows and blank ones', () => {
    expect(changesBetween(stored, [...rows, blank])).toEqual({ add: [], added: [], change: [], remove: [] });
  });

  it('is each added, changed and removed row', () => {
    const carl = { ...blank, email: 'carl@example.org', key: 12 };
    expect(changesBetween(stored, [{ ...bela, name: 'Bela' }, blank, carl])).toEqual({
      add: [{ email: 'carl@example.org' }],
      added: [12],
      change: [{ id: 8, entry: { email: 'bela@example.org', name: 'Bela' } }],
      remove: [7],
    });
  });
});

describe('a draft that was changed elsewhere', () => {
  it('keeps the keys of the rows that are here, gives others a free one, and leaves a blank row at the end', () => {
    const entry = (email: string) => ({ email });
    // the row with key 9 was added here and is stored as row 12; rows 9 and 13 come from elsewhere, and row 8 is gone
    const here = new Map([...stored, [9, { id: 12, entry: entry('carl@example.org') }]]);
    const carl = rowOf(9, entry('carl@example.org'));
    const empty = { ...blank, key: 10, name: '' };
    const now = [
      { id: 7, entry: wizard },
      { id: 9, entry: entry('dora@example.org') },
      { id: 12, entry: entry('carl@example.com') },
      { id: 13, entry: entry('emil@example.org') },
    ];
    const anew = rowsAnew(now, here, [ana, bela, carl, empty]);
    expect(anew.rows.map(({ key, email }) => [key, email])).toEqual([
      [7, 'ana@example.org'],
      [11, 'dora@example.org'],
      [9, 'carl@example.com'],
      [12, 'emil@example.org'],
      [10, ''],
    ]);
    expect([...anew.stored].map(([key, { id }]) => [key, id])).toEqual([
      [7, 7],
      [11, 9],
      [9, 12],
      [12, 13],
    ]);
  });
});

describe('verdicts', () => {
  it('count for rows that are still as they were judged, and for no others', () => {
    const judged: DraftRow[] = [
      { id: 7, entry: wizard, verdict: 'new' },
      { id: 8, entry: { email: 'bela@example.org' }, verdict: 'refused', reason: 'role-needed' },
    ];
    const known = verdictsOf(judged, stored, [ana, { ...bela, email: 'bela@example.net' }, blank]);
    expect([...known.keys()]).toEqual([7]);
    expect(known.get(7)?.entry).toMatchObject({ line: 1, verdict: 'new', name: 'Ana Silva' });
  });
});

describe('what a dialog holds', () => {
  it('is saved line by line, including refused lines', () => {
    const line = { line: 1, index: 0 };
    const list = [
      {
        ...line,
        raw: 'Ana <ana@example.org>',
        email: 'ana@example.org',
        name: 'Ana',
        roles: ['Admin'],
        verdict: 'new',
      },
      { ...line, raw: 'nobody at all', verdict: 'refused', reason: 'space' },
    ] as const;
    const entries = list.map((one) => ({ ...one, roles: 'roles' in one ? [...one.roles] : undefined }));
    expect(entriesOfList(entries as never, 'user')).toEqual([
      { email: 'ana@example.org', name: 'Ana', roles: ['Admin'] },
      { email: 'nobody at all' },
    ]);
    expect(entriesOfList(entries as never, 'inbox-agent')[0]).toEqual({ email: 'ana@example.org', name: 'Ana' });
  });

  it('is saved row by row, with what was read from a single address', () => {
    const typed = { ...blank, key: 1, email: 'Ana <ana@example.org>', name: '', roles: ['Admin'] };
    const entry = {
      line: 2,
      index: 0,
      raw: typed.email,
      email: 'ana@example.org',
      name: 'Ana',
      verdict: 'new' as const,
    };
    const verdicts = new Map([[1, { entry, several: false }]]);
    expect(entriesOfRows([typed, blank], verdicts, 'user')).toEqual([
      { email: 'ana@example.org', name: 'Ana', roles: ['Admin'] },
    ]);
    expect(entriesOfRows([typed], new Map([[1, { entry, several: true }]]), 'user')).toEqual([
      { email: 'Ana <ana@example.org>', roles: ['Admin'] },
    ]);
  });
});
