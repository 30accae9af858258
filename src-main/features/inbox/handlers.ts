import type { HandlersOf } from '../../kernel/context.ts';
import { signedIn } from '../session/signed-in.ts';
import { countUnread, listNotices, markAllRead } from './store.ts';

export const handlers = {
  async list({ db, actor }) {
    const { personId } = signedIn(actor);
    return { rows: await listNotices(db, personId), unread: await countUnread(db, personId) };
  },
  async markRead({ db, actor, now }) {
    await markAllRead(db, signedIn(actor).personId, now);
    return {};
  },
} satisfies HandlersOf<'inbox'>;
