import { z } from 'zod';
import { id, ids } from './values.ts';
import {
  guestStates,
  mailGroups,
  memberKinds,
  mostChosen,
  presentStatuses,
  userStatuses,
} from './vocabulary/user-filter.ts';

/** Who a list shows: every given field must match, by any one of its values. Nothing given means everybody. */
export const userFilter = z.strictObject({
  /** Inbox agents are not users: they are listed only when asked for. */
  kinds: z.array(z.enum(memberKinds)).min(1).default(['user', 'guest']),
  statuses: z
    .array(z.enum(userStatuses))
    .min(1)
    .default([...presentStatuses]),
  /** Only people who have not accepted: excludes guests whose access has ended, who count as expired, too. */
  invited: z.boolean().default(false),
  roles: ids.default([]),
  teams: ids.default([]),
  groups: ids.default([]),
  products: ids.default([]),
  lines: ids.default([]),
  /** Only guests in one of these states. */
  guests: z.array(z.enum(guestStates)).max(3).default([]),
  /** Only people who are pending (not expired) and in one of these groups. */
  mail: z.array(z.enum(mailGroups)).max(mailGroups.length).default([]),
  /** Any part of name or e-mail, ignoring case and accents. */
  search: z.string().trim().max(200).default(''),
});
export type UserFilter = z.output<typeof userFilter>;

/** The people a bulk operation is for: chosen one by one, or all that match a filter except those deselected by hand. */
export const userChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), membershipIds: z.array(id).min(1).max(mostChosen) }),
  z.strictObject({
    kind: z.literal('matching'),
    filter: userFilter,
    except: z.array(id).max(mostChosen).default([]),
  }),
]);
export type UserChoice = z.input<typeof userChoice>;
