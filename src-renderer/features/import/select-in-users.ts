import { addressOf, filterOf, wholeList } from '../users/list-state.ts';
import { scopes } from '../users/scopes.ts';
import { handSelection } from '../users/use-selection.ts';
import type { Here } from './here.ts';

/**
 * Selects people in the list of users.
 * @returns the address of that list, which shows all who count as being here
 */
export function selectInUsers({ kinds, statuses }: Here, ids: readonly number[]): string {
  const { users } = scopes;
  const list = { ...wholeList, kinds, statuses };
  handSelection(filterOf(users, list), ids);
  return addressOf(users.path, list);
}
