import { IconClockExclamation, IconClockOff, IconHourglassHigh } from '@tabler/icons-react';
import type { InputOf } from '#contract/index.ts';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { type Attention, named } from './attention.ts';

const say = words.overview.items;

/** The first of `count` people in a list, on one line. */
function useNames(count: number, which: Partial<InputOf<'users.list'>>): string {
  const { place } = useSession();
  const input = { organizationId: place.id, kinds: [...memberKinds], invited: true, limit: named, ...which };
  const rows = useQueryOf('users.list', input, { enabled: count > 0 }).data?.rows;
  const names = rows?.map((row) => row.name || row.email) ?? [];
  return say.names(names, rows ? count - names.length : 0);
}

/** Invitations whose link has expired, is about to, or has been out for a long time. */
export function useLinks(): readonly (Attention | undefined)[] {
  const { place } = useSession();
  const organizationId = place.id;
  const open = useQueryOf('overview.attention', { organizationId }).data;
  const expired =
    useQueryOf('users.counts', { organizationId, kinds: [...memberKinds], invited: true }).data?.expired ?? 0;
  const { ending = 0, unanswered = 0 } = open ?? {};
  const endingNames = useNames(ending, { mail: ['ending'], sort: 'timeLeft' });
  const unansweredNames = useNames(unanswered, { mail: ['unanswered'], sort: 'timeLeft' });
  const expiredNames = useNames(expired, { statuses: ['expired'], sort: 'changed', descending: true });
  return [
    ending > 0
      ? {
          key: 'ending',
          icon: IconClockExclamation,
          ink: 'warn',
          title: say.ending.title(ending),
          text: endingNames,
          action: { label: say.ending.action, href: '/pending?mail=ending' },
        }
      : undefined,
    unanswered > 0
      ? {
          key: 'unanswered',
          icon: IconHourglassHigh,
          ink: 'dim',
          title: say.unanswered.title(unanswered),
          text: unansweredNames,
          action: { label: say.unanswered.action, href: '/pending?mail=unanswered' },
        }
      : undefined,
    expired > 0
      ? {
          key: 'expired',
          icon: IconClockOff,
          ink: 'dim',
          title: say.expired.title(expired),
          text: expiredNames,
          action: { label: say.expired.action, href: '/pending?view=expired' },
        }
      : undefined,
  ];
}
