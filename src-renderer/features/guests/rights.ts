import { builtInRoles, mayGrant, type Permission } from '#contract/vocabulary/permissions.ts';

/** Whether somebody with these rights may make others account managers: nobody gives more than they hold. */
export const mayMakeAccountManager = (held: readonly Permission[]): boolean => {
  const role = builtInRoles.find(({ key }) => key === 'account-manager');
  return role !== undefined && mayGrant(new Set(held), role.permissions);
};
