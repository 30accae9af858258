import { z } from 'zod';
import { command, query } from './operation.ts';
import { userFilter } from './user-filter.ts';
import { done, id, inOrganization, title } from './values.ts';
import { userSorts } from './vocabulary/users.ts';

/** What a saved view of the users page shows, and how. */
export const viewQuery = z.strictObject({
  filter: userFilter,
  sort: z.enum(userSorts).default('name'),
  descending: z.boolean().default(false),
});
export type ViewQuery = z.output<typeof viewQuery>;

export const savedView = z.object({ id, name: z.string(), query: viewQuery });
export type SavedView = z.infer<typeof savedView>;

export const views = {
  list: query({
    summary: 'Lists the operator’s own saved views of the users page.',
    input: inOrganization,
    output: z.object({ rows: z.array(savedView) }),
    needs: 'users:read',
    reads: ['views'],
  }),
  save: command({
    summary: 'Saves a view under a name of one’s own; the same name again replaces it.',
    input: inOrganization.extend({ name: title, query: viewQuery }),
    output: z.object({ id }),
    needs: 'users:read',
    changes: ['views'],
  }),
  remove: command({
    summary: 'Removes a saved view; the people in it stay as they are.',
    input: inOrganization.extend({ id }),
    output: done,
    needs: 'users:read',
    changes: ['views'],
  }),
};
