import type { NoticeKind } from '../../inbox.ts';
import { count } from './common.ts';

const what: Readonly<Record<NoticeKind, (organization: string) => string>> = {
  joined: (organization) => `You joined ${organization}.`,
  'access-changed': (organization) => `Your access to ${organization} was changed.`,
  suspended: (organization) => `Your access to ${organization} is suspended.`,
  reactivated: (organization) => `You have your access to ${organization} back.`,
  removed: (organization) => `You no longer belong to ${organization}.`,
  'factor-reset': (organization) => `An owner of ${organization} has reset your two-factor sign-in.`,
};

/** What the person can expect or do, where the notice alone leaves it open. */
const next: Readonly<Partial<Record<NoticeKind, string>>> = {
  suspended: 'It rests until it is given back. Nothing of it is lost.',
  removed: 'To return, you have to be invited again.',
  'factor-reset': 'The password alone signs you in until you set it up again. If you did not ask for it, tell them.',
};

/** Words of the portal’s inbox. */
export const inbox = {
  title: 'Inbox',
  unread: (n: number) => (n === 0 ? 'Everything is read.' : count(n, 'unread notice', 'unread notices')),
  /** Read out behind the number beside the way there. */
  unreadOnly: 'unread',
  empty: 'No notices yet.',
  emptyNext: 'When your access changes, it says so here.',
  markRead: 'Mark all as read',
  /** Read out before a notice that is unread. */
  new: 'New',
  what,
  next,
  joined: {
    given: (names: string) => `You have: ${names}`,
    taken: (names: string) => `Deleted before you joined and therefore not yours: ${names}`,
  },
  changed: {
    given: (names: string) => `Added: ${names}`,
    taken: (names: string) => `Removed: ${names}`,
  },
} as const;
