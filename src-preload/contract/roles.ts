import { z } from 'zod';
import { command, query } from './operation.ts';
import { permission } from './permissions.ts';
import { done, id, inOrganization, title } from './values.ts';

export const roleRow = z.object({
  id,
  name: z.string(),
  builtIn: z.boolean(),
  permissions: z.array(permission),
  members: z.int(),
  /** Whether the one who asks may give it to others. */
  grantable: z.boolean(),
});

export const roles = {
  list: query({
    summary: 'Lists the roles, their rights, and whether the operator may give them.',
    input: inOrganization,
    output: z.object({ rows: z.array(roleRow) }),
    needs: 'roles:read',
    reads: ['roles', 'users'],
  }),
  create: command({
    summary: 'Adds a role with its rights; nobody grants more than they hold.',
    input: inOrganization.extend({ name: title, permissions: z.array(permission).default([]) }),
    output: z.object({ id }),
    needs: 'roles:write',
    changes: ['roles'],
  }),
  rename: command({
    summary: 'Renames a role of one’s own; built-in roles keep their names.',
    input: inOrganization.extend({ id, name: title }),
    output: done,
    needs: 'roles:write',
    changes: ['roles'],
  }),
};
