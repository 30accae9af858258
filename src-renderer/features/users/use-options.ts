import type { Permission } from '#contract/vocabulary/permissions.ts';
import { guestStates, memberKinds, userStatuses } from '#contract/vocabulary/user-filter.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import type { Belonging } from './list-state.ts';
import type { FilterKey } from './scopes.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** The operator can see it, but may not give it. */
  readonly disabled?: boolean;
}

const belongingOf = { role: 'roles', team: 'teams', group: 'groups', product: 'products', line: 'lines' } as const;
const listOf = { team: 'teams.list', group: 'groups.list', product: 'products.list', line: 'lines.list' } as const;

/** The field of a filter in the state of the list. */
export const fieldOf = (key: FilterKey): Belonging | 'statuses' | 'kinds' | 'guests' => {
  if (key === 'status') return 'statuses';
  if (key === 'kind') return 'kinds';
  return key === 'guest' ? 'guests' : belongingOf[key];
};

type FixedKey = 'status' | 'kind' | 'guest';
const isFixed = (key: FilterKey): key is FixedKey => key === 'status' || key === 'kind' || key === 'guest';

/** The right without which the values of a filter cannot be read. */
export const rightFor = (key: FilterKey): Permission | undefined =>
  isFixed(key) ? undefined : key === 'role' ? 'roles:read' : 'structure:read';

const fixed: Readonly<Record<FixedKey, readonly Option[]>> = {
  status: userStatuses.map((value) => ({ value, label: words.users.statuses[value] })),
  kind: memberKinds.map((value) => ({ value, label: words.users.kinds[value] })),
  guest: guestStates.map((value) => ({ value, label: words.guests.states[value] })),
};

/** The options to choose from, without archived ones; undefined while they are on their way. */
export function useOptions(key: FilterKey, enabled: boolean): readonly Option[] | undefined {
  const { place, may } = useSession();
  const organizationId = place.id;
  const right = rightFor(key);
  const on = enabled && (!right || may(right));
  const roles = useQueryOf('roles.list', { organizationId }, { enabled: on && key === 'role' }).data?.rows;
  const isList = !isFixed(key) && key !== 'role';
  const list = isList ? listOf[key] : 'teams.list';
  const rows = useQueryOf(list, { organizationId }, { enabled: on && isList }).data?.rows;
  if (isFixed(key)) return fixed[key];
  if (key === 'role')
    return roles?.map(({ id, name, grantable }) => ({ value: String(id), label: name, disabled: !grantable }));
  return rows?.map(({ id, name }) => ({ value: String(id), label: name }));
}
