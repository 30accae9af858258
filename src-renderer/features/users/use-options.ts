import type { Permission } from '#contract/permissions.ts';
import { memberKinds, userStatuses } from '#contract/users.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import type { Belonging } from './list-state.ts';
import type { FilterKey } from './scopes.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** It can be seen, but is not the operator's to give. */
  readonly disabled?: boolean;
}

const belongingOf = { role: 'roles', team: 'teams', group: 'groups', product: 'products', line: 'lines' } as const;
const listOf = { team: 'teams.list', group: 'groups.list', product: 'products.list', line: 'lines.list' } as const;

/** Where a filter lives in the state of the list. */
export const fieldOf = (key: FilterKey): Belonging | 'statuses' | 'kinds' =>
  key === 'status' ? 'statuses' : key === 'kind' ? 'kinds' : belongingOf[key];

/** The right without which the values of a filter cannot be read. */
export const rightFor = (key: FilterKey): Permission | undefined =>
  key === 'status' || key === 'kind' ? undefined : key === 'role' ? 'roles:read' : 'structure:read';

const fixed: Readonly<Record<'status' | 'kind', readonly Option[]>> = {
  status: userStatuses.map((value) => ({ value, label: words.users.statuses[value] })),
  kind: memberKinds.map((value) => ({ value, label: words.users.kinds[value] })),
};

/** What there is to choose from, archived ones left out; undefined while it is on its way. */
export function useOptions(key: FilterKey, enabled: boolean): readonly Option[] | undefined {
  const { place, may } = useSession();
  const organizationId = place.id;
  const right = rightFor(key);
  const on = enabled && (!right || may(right));
  const roles = useQueryOf('roles.list', { organizationId }, { enabled: on && key === 'role' }).data?.rows;
  const isList = key !== 'status' && key !== 'kind' && key !== 'role';
  const list = isList ? listOf[key] : 'teams.list';
  const rows = useQueryOf(list, { organizationId }, { enabled: on && isList }).data?.rows;
  if (key === 'status' || key === 'kind') return fixed[key];
  if (key === 'role')
    return roles?.map(({ id, name, grantable }) => ({ value: String(id), label: name, disabled: !grantable }));
  return rows?.map(({ id, name }) => ({ value: String(id), label: name }));
}
