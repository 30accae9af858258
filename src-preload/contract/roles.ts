import { z } from 'zod';
import { command, query } from './operation.ts';
import { done, id, inOrganization, permission, title } from './values.ts';
import { builtInRoles } from './vocabulary/permissions.ts';

const roleKeys = builtInRoles.map((role) => role.key);

export const roleRow = z.object({
  id,
  /** Only set for built-in roles. */
  key: z.enum(roleKeys).nullable(),
  name: z.string(),
  builtIn: z.boolean(),
  permissions: z.array(permission),
  /** Counts pending, active and suspended members. */
  members: z.int(),
  /** Whether the caller may give it to others. */
  grantable: z.boolean(),
});
export type RoleRow = z.infer<typeof roleRow>;

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
  update: command({
    summary: 'Changes name and rights of a role of one’s own; built-in roles stay as they are.',
    input: inOrganization.extend({ id, name: title.optional(), permissions: z.array(permission).optional() }),
    output: done,
    needs: 'roles:write',
    changes: ['roles', 'users', 'session'],
  }),
  remove: command({
    summary: 'Removes a role of one’s own; whoever has it gets another one instead, so that nobody is left without.',
    input: inOrganization.extend({ id, replaceWith: id.optional() }),
    output: z.object({ members: z.int() }),
    needs: 'roles:write',
    changes: ['roles', 'users', 'session', 'views'],
  }),
};
