import { z } from 'zod';
import { command, query, type Tag } from './operation.ts';
import { done, id, inOrganization, title } from './values.ts';
import type { StructureKind } from './vocabulary/structure.ts';

export const structureRow = z.object({
  id,
  name: z.string(),
  archived: z.boolean(),
  /** Counts pending, active and suspended members. */
  members: z.int(),
});
export type StructureRow = z.infer<typeof structureRow>;

const operations = (what: Tag & StructureKind) => ({
  list: query({
    summary: `Lists the ${what} of an organization with the number of their members.`,
    input: inOrganization.extend({ archived: z.boolean().default(false) }),
    output: z.object({ rows: z.array(structureRow) }),
    needs: 'structure:read',
    reads: [what, 'users'],
  }),
  create: command({
    summary: `Adds one of the ${what}.`,
    input: inOrganization.extend({ name: title }),
    output: z.object({ id }),
    needs: 'structure:write',
    changes: [what],
  }),
  rename: command({
    summary: `Renames one of the ${what}.`,
    input: inOrganization.extend({ id, name: title }),
    output: done,
    needs: 'structure:write',
    changes: [what],
  }),
  archive: command({
    summary: `Archives one of the ${what}: it can no longer be chosen; members keep it until they are changed.`,
    input: inOrganization.extend({ id }),
    output: done,
    needs: 'structure:write',
    changes: [what],
  }),
  restore: command({
    summary: `Takes one of the ${what} back out of the archive: it can be chosen again.`,
    input: inOrganization.extend({ id }),
    output: done,
    needs: 'structure:write',
    changes: [what],
  }),
  merge: command({
    summary: `Moves the members of one of the ${what} into another, each once, and ends the first; this is final.`,
    input: inOrganization.extend({ id, into: id }),
    output: z.object({ members: z.int() }),
    needs: 'structure:write',
    changes: [what, 'users', 'views'],
  }),
});

export const teams = operations('teams');
export const groups = operations('groups');
export const products = operations('products');
export const lines = operations('lines');
