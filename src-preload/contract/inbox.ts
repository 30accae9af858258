import { z } from 'zod';
import { command, query } from './operation.ts';
import { done, id, instant, named, none } from './values.ts';

/** What people are told about their own access. */
export const noticeKinds = ['joined', 'access-changed', 'suspended', 'reactivated', 'removed', 'factor-reset'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const notice = z.object({
  id,
  organization: named,
  timeZone: z.string(),
  kind: z.enum(noticeKinds),
  at: instant,
  read: z.boolean(),
  /** Names of what was given and taken away, or left out because it was gone. */
  added: z.array(z.string()),
  removed: z.array(z.string()),
});
export type Notice = z.infer<typeof notice>;

export const inbox = {
  list: query({
    summary: 'Lists the notices to the person who is signed in, newest first, a hundred at most.',
    input: none,
    output: z.object({ rows: z.array(notice), unread: z.int() }),
    needs: 'signed-in',
    faces: ['portal', 'window', 'core'],
    reads: ['inbox'],
  }),
  markRead: command({
    summary: 'Marks all notices to the person who is signed in as read.',
    input: none,
    output: done,
    needs: 'signed-in',
    faces: ['portal', 'window', 'core'],
    changes: ['inbox'],
  }),
};
