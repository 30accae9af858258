/**
 * What a role can allow: reading or writing a resource set, and a few actions with a right of their own.
 * Reading a raw link is one of these (Keycloak CVE-2026-16072: a viewer must not be able to act as the invitee).
 */
export const permissions = [
  'users:read',
  'users:write',
  'guests:read',
  'guests:write',
  'structure:read',
  'structure:write',
  'roles:read',
  'roles:write',
  'mail:read',
  'mail:write',
  'settings:read',
  'settings:write',
  'audit:read',
  'links:copy',
  'invitations:reinvite',
  'guests:invite',
] as const;
export type Permission = (typeof permissions)[number];

const admin = permissions.filter((p) => p !== 'roles:write');

const reading = permissions.filter((p) => p.endsWith(':read'));

/** The roles that every new organization starts with, strongest first. There is always at least one `owner`. */
export const builtInRoles = [
  { key: 'owner', permissions: [...permissions] },
  { key: 'admin', permissions: admin },
  { key: 'user-manager', permissions: ['users:read', 'users:write', 'structure:read', 'roles:read', 'mail:read'] },
  {
    key: 'account-manager',
    permissions: ['users:read', 'guests:read', 'guests:write', 'guests:invite', 'structure:read'],
  },
  { key: 'auditor', permissions: reading },
  { key: 'member', permissions: [] },
] as const satisfies readonly { key: string; permissions: readonly Permission[] }[];

/** Write on a resource set includes reading it. */
export function holds(held: ReadonlySet<Permission>, wanted: Permission): boolean {
  if (held.has(wanted)) return true;
  return wanted.endsWith(':read') && held.has(wanted.replace(/:read$/, ':write') as Permission);
}

/** Whether somebody with these rights may grant a role: nobody grants more than they hold. */
export function mayGrant(held: ReadonlySet<Permission>, role: readonly Permission[]): boolean {
  return role.every((p) => holds(held, p));
}
