import { useMemo } from 'react';
import { useQueryOf } from '../../app/queries.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}
export interface Choices {
  readonly roles: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly products: readonly Choice[];
  /** The role that a batch begins with: the built-in one without rights, else the last that may be given. */
  readonly presetRoles: readonly string[];
}

const byName = ({ name }: { readonly name: string }): Choice => ({ value: name, label: name });

/** What a batch can choose from. Roles that are not the operator's to give are there, but cannot be chosen. */
export function useChoices(organizationId: number): Choices {
  const roles = useQueryOf('roles.list', { organizationId }).data?.rows;
  const teams = useQueryOf('teams.list', { organizationId }).data?.rows;
  const products = useQueryOf('products.list', { organizationId }).data?.rows;
  return useMemo(() => {
    const givable = roles?.filter((role) => role.grantable) ?? [];
    const preset = givable.find((role) => role.builtIn && role.permissions.length === 0) ?? givable.at(-1);
    return {
      roles: roles?.map((role) => ({ ...byName(role), disabled: !role.grantable })) ?? [],
      teams: teams?.map(byName) ?? [],
      products: products?.map(byName) ?? [],
      presetRoles: preset ? [preset.name] : [],
    };
  }, [roles, teams, products]);
}
