import { z } from 'zod';
import { judgedEntry } from './invitations.ts';
import { query } from './operation.ts';
import { userFilter } from './user-filter.ts';
import { id, inOrganization } from './values.ts';
import { importFields, importLimits } from './vocabulary/import.ts';
import { invitableKinds } from './vocabulary/invitations.ts';

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

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** The content of a file or, only from the command line, its path. */
const givenFile = z.union([
  z.strictObject({ base64: z.string() }),
  z.strictObject({ path: z.string().min(1).max(4096) }),
]);
export type GivenFile = z.infer<typeof givenFile>;

/** The fields of the columns from left to right; null for a column that is not used. */
const fields = z
  .array(z.enum(importFields).nullable())
  .max(importLimits.columns)
  .refine((all) => all.includes('email'), 'email-needed')
  .refine((all) => importFields.every((field) => all.filter((one) => one === field).length < 2), 'field-twice');

const oneFile = inOrganization.extend({ file: givenFile });
/** Which sheet of a workbook, from 0. */
const sheet = z.int().min(0).max(10_000);
/** The line of headings, from 1; 0 if no line names the columns. People are below it. */
const headingLine = z.int().min(0).max(2_000_000);
const oneList = oneFile.extend({ sheet: sheet.default(0), headingLine: headingLine.default(0), fields });

export const importEntry = judgedEntry.extend({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  groups: z.array(z.string()).optional(),
  products: z.array(z.string()).optional(),
});
export type ImportEntry = z.infer<typeof importEntry>;

/** The command line uses the same operations as the window; what is read is then sent by `invitations.send`. */
export const imports = {
  read: query({
    summary: 'Reads a CSV or XLSX file and tells what is in it and what its columns seem to be. Changes nothing.',
    /** Unless given, the sheet is the first that holds anything, and the line of headings is guessed. */
    input: oneFile.extend({ sheet: sheet.optional(), headingLine: headingLine.optional() }),
    output: z.object({
      format: z.enum(['csv', 'xlsx']),
      /** For a CSV file. */
      encoding: z.enum(encodings).optional(),
      separator: z.enum(separators).optional(),
      /** Names of the sheets of a workbook. */
      sheets: z.array(z.string()),
      /** Which of them was read. */
      sheet,
      headingLine,
      /** The heading of each column; empty without a line of headings. */
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
      /** On the list, but not here. */
      missing: z.array(z.object({ line: z.int(), email: z.string(), name: z.string().optional() })),
      /** Here, but not on the list; bulk operations take their ids. */
      surplus: z.array(z.object({ membershipId: id, email: z.string(), name: z.string() })),
      both: z.array(z.object({ line: z.int(), membershipId: id, email: z.string(), name: z.string() })),
      /** Rows without a comparable address. */
      unreadable: z.array(z.object({ line: z.int(), raw: z.string(), reason: z.string() })),
    }),
    needs: 'users:read',
    reads: ['users', 'invitations'],
  }),
};
