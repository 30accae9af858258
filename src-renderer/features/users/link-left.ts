import type { UserRow } from '#contract/users.ts';
import { urgent } from '../../app/time.ts';

/** What is left of the link of an open invitation, in ms, and whether it ends soon; null where none runs. */
export function linkLeft({ status, validUntil }: Pick<UserRow, 'status' | 'validUntil'>, now: number) {
  const left = status === 'pending' && validUntil !== null ? validUntil - now : null;
  return { left, soon: left !== null && left < urgent };
}
