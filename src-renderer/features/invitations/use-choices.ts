import { useMemo } from 'react';
import type { RoleRow } from '#contract/roles.ts';
import type { StructureRow } from '#contract/structure.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}
export interface Choices extends Readonly<Record<StructureKind, readonly Choice[]>> {
  readonly roles: readonly Choice[];
  /** The role that a batch starts with: the built-in one without rights, otherwise the last one that may be given. */
  readonly presetRoles: readonly string[];
}

/** Everything that somebody can be given. Undefined: not known yet, or not visible to the operator. */
export interface Belongings extends Readonly<Record<StructureKind, readonly StructureRow[] | undefined>> {
  readonly roles: readonly RoleRow[] | undefined;
}

/** Roles, teams, groups, products and lines of the organization; what is archived cannot be chosen and is left out. */
export function useBelongings(organizationId: number): Belongings {
  const { may } = useSession();
  const ask = { enabled: may('structure:read') };
  const roles = useQueryOf('roles.list', { organizationId }, { enabled: may('roles:read') }).data?.rows;
  const teams = useQueryOf('teams.list', { organizationId }, ask).data?.rows;
  const groups = useQueryOf('groups.list', { organizationId }, ask).data?.rows;
  const products = useQueryOf('products.list', { organizationId }, ask).data?.rows;
  const lines = useQueryOf('lines.list', { organizationId }, ask).data?.rows;
  return useMemo(() => ({ roles, teams, groups, products, lines }), [roles, teams, groups, products, lines]);
}

/** The role that new people get unless another is chosen. */
export function presetRole(roles: readonly RoleRow[] | undefined): RoleRow | undefined {
  const givable = roles?.filter((role) => role.grantable) ?? [];
  return givable.find((role) => role.builtIn && role.permissions.length === 0) ?? givable.at(-1);
}

const byName = ({ name }: { readonly name: string }): Choice => ({ value: name, label: name });

/** What a batch can choose from. Roles that the operator may not give are listed, but cannot be chosen. */
export function useChoices(organizationId: number): Choices {
  const { roles, teams, groups, products, lines } = useBelongings(organizationId);
  return useMemo(() => {
    const preset = presetRole(roles);
    return {
      roles: roles?.map((role) => ({ ...byName(role), disabled: !role.grantable })) ?? [],
      teams: teams?.map(byName) ?? [],
      groups: groups?.map(byName) ?? [],
      products: products?.map(byName) ?? [],
      lines: lines?.map(byName) ?? [],
      presetRoles: preset ? [preset.name] : [],
    };
  }, [roles, teams, groups, products, lines]);
}
