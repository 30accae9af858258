import { z } from 'zod';
import { invitableKinds, judgedEntry } from './invitations.ts';
import { query } from './operation.ts';
import { userFilter } from './user-filter.ts';
import { id, inOrganization } from './values.ts';

/** What a file may hold at most. Beyond these it is refused whole, before anything of it is used. */
export const importLimits = {
  /** The file itself, in bytes. */
  size: 20 * 1024 * 1024,
  /** What a packed file (XLSX) unpacks to, in bytes. */
  expansion: 200 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  /** Characters of one cell. */
  cell: 10_000,
  /** Characters of all cells: a packed file can name one long text a million times. */
  text: 60_000_000,
} as const;

/** For how many kinds of lists this computer remembers what their columns hold. */
export const mostImports = 30;

/** Why a file cannot be read as a list. The first six are limits. */
export const fileProblems = [
  'too-large',
  'too-expanded',
  'too-many-rows',
  'too-many-columns',
  'cell-too-long',
  'too-much-text',
  'empty',
  'not-a-table',
  'old-excel',
  'locked',
  'broken',
  'no-such-sheet',
  'path-elsewhere',
] as const;
export type FileProblem = (typeof fileProblems)[number];

/** What a column can say of a person, in the order of choices. */
export const importFields = ['email', 'name', 'first', 'last', 'roles', 'teams', 'groups', 'products'] as const;
export type ImportField = (typeof importFields)[number];

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** The content of a file, or, from the command line only, where it lies. */
const givenFile = z.union([
  z.strictObject({ base64: z.string() }),
  z.strictObject({ path: z.string().min(1).max(4096) }),
]);
export type GivenFile = z.infer<typeof givenFile>;

/** The fields of the columns from left to right; a column that says nothing of use is null. */
const fields = z
  .array(z.enum(importFields).nullable())
  .max(importLimits.columns)
  .refine((all) => all.includes('email'), 'email-needed')
  .refine((all) => importFields.every((field) => all.filter((one) => one === field).length < 2), 'field-twice');

const oneSheet = inOrganization.extend({
  file: givenFile,
  /** Which sheet of a workbook, from 0. */
  sheet: z.int().min(0).max(10_000).default(0),
});
/** A line counts from 1; 0 says that no line names the columns. People stand below it. */
const headingLine = z.int().min(0).max(2_000_000);
const oneList = oneSheet.extend({ headingLine: headingLine.default(0), fields });

export const importEntry = judgedEntry.extend({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  groups: z.array(z.string()).optional(),
  products: z.array(z.string()).optional(),
});
export type ImportEntry = z.infer<typeof importEntry>;

/** The command line asks for the same as the window; what it reads is then sent by `invitations.send`. */
export const imports = {
  read: query({
    summary: 'Reads a CSV or XLSX file and tells what is in it and what its columns seem to be. Changes nothing.',
    /** The line of headings is guessed unless it is named. */
    input: oneSheet.extend({ headingLine: headingLine.optional() }),
    output: z.object({
      format: z.enum(['csv', 'xlsx']),
      /** Of a CSV file. */
      encoding: z.enum(encodings).optional(),
      separator: z.enum(separators).optional(),
      /** Names of the sheets of a workbook. */
      sheets: z.array(z.string()),
      headingLine,
      /** What the line of headings says of each column; empty without one. */
      headings: z.array(z.string()),
      fields: z.array(z.enum(importFields).nullable()),
      /** How many rows of people there are. */
      rows: z.int(),
      first: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
    }),
    needs: 'users:read',
    reads: [],
  }),
  check: query({
    summary: 'Says for each row of a CSV or XLSX file what an invitation would do. Changes nothing.',
    input: oneList.extend({ kind: z.enum(invitableKinds).default('user') }),
    output: z.object({ entries: z.array(importEntry) }),
    needs: 'users:write',
    reads: ['users', 'invitations', 'roles', 'teams', 'groups', 'products', 'organizations'],
  }),
  compare: query({
    summary: 'Compares the people of a CSV or XLSX file with those who are here. Changes nothing.',
    /** Whoever the filter shows counts as being here. */
    input: oneList.extend({ filter: userFilter.prefault({}) }),
    output: z.object({
      /** On the list, and not here. */
      missing: z.array(z.object({ line: z.int(), email: z.string(), name: z.string().optional() })),
      /** Here, and not on the list; the bulk deeds take their ids. */
      surplus: z.array(z.object({ membershipId: id, email: z.string(), name: z.string() })),
      both: z.array(z.object({ line: z.int(), membershipId: id, email: z.string(), name: z.string() })),
      /** Rows without an address that could be compared. */
      unreadable: z.array(z.object({ line: z.int(), raw: z.string(), reason: z.string() })),
    }),
    needs: 'users:read',
    reads: ['users', 'invitations'],
  }),
};
