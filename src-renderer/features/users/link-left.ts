import type { UserRow } from '#contract/users.ts';
import { urgent } from '../../app/time.ts';

/** The time left for an open invitation's link, in ms (null without one), and whether it ends soon. */
export function linkLeft({ status, validUntil }: Pick<UserRow, 'status' | 'validUntil'>, now: number) {
  const left = status === 'pending' && validUntil !== null ? validUntil - now : null;
  return { left, soon: left !== null && left < urgent };
}
