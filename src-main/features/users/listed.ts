import type { UserFilter } from '#contract/user-filter.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { type NoticeWindow, noticeWindow } from './notice-window.ts';

/** Whom a list shows, and when. */
export interface Listed {
  readonly organizationId: number;
  readonly filter: UserFilter;
  readonly now: number;
  /** Set where the filter asks for guests who are expiring. */
  readonly notice: NoticeWindow | undefined;
}

/**
 * A filter of an organization at an instant. Conditions that only guests can meet narrow the kinds to guests, and those
 * about the mail of open invitations narrow the statuses.
 */
export async function listedBy(
  db: ReadableDb,
  organizationId: number,
  filter: UserFilter,
  now: number,
): Promise<Listed> {
  const { guests, kinds, mail, statuses } = filter;
  return {
    organizationId,
    filter: {
      ...filter,
      ...(guests.length > 0 ? { kinds: kinds.filter((k) => k === 'guest') } : {}),
      ...(mail.length > 0 ? { statuses: statuses.filter((s) => s === 'pending'), invited: true } : {}),
    },
    now,
    notice: guests.includes('expiring') ? await noticeWindow(db, organizationId, now) : undefined,
  };
}
