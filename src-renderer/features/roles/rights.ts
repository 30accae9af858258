import { holds, type Permission, permissions } from '#contract/vocabulary/permissions.ts';

/** The resource sets in the order of the matrix; each has a right to read and, except the audit log, one to write. */
export const resourceSets = ['users', 'guests', 'structure', 'roles', 'mail', 'settings', 'audit'] as const;
export type ResourceSet = (typeof resourceSets)[number];
export const extraRights = ['links:copy', 'invitations:reinvite', 'guests:invite'] as const;

const isPermission = (text: string): text is Permission => permissions.some((one) => one === text);
/** The right to read or write a set; undefined where there is none. */
export function rightOf(set: ResourceSet, deed: 'read' | 'write'): Permission | undefined {
  const right = `${set}:${deed}`;
  return isPermission(right) ? right : undefined;
}

/** In the order of the contract, so that equal sets are equal lists; a right to write includes the one to read. */
export function inOrder(rights: Iterable<Permission>): Permission[] {
  const held = new Set(rights);
  return permissions.filter((right) => holds(held, right));
}

/** The rights after one box was ticked or cleared: clearing *read* also clears *write*. */
export function withRight(rights: readonly Permission[], right: Permission, on: boolean): Permission[] {
  const after = new Set(rights);
  if (on) after.add(right);
  else {
    after.delete(right);
    const write = right.replace(/:read$/, ':write');
    if (isPermission(write)) after.delete(write);
  }
  return inOrder(after);
}
