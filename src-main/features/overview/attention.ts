import type { QueryHandler } from '../../kernel/context.ts';
import { earliest } from '../users/earliest.ts';
import { countEnding, countUnanswered, nextEnding, nextOver, nextUnanswered } from '../users/link-times.ts';

/** The open invitations that need attention, about to end or long unanswered: each group is a range of an index. */
export const attention: QueryHandler<'overview.attention'> = async ({ db, now }, { organizationId }) => ({
  ending: await countEnding(db, organizationId, now),
  unanswered: await countUnanswered(db, organizationId, now),
  nextChangeAt: earliest([
    await nextEnding(db, organizationId, now),
    await nextUnanswered(db, organizationId, now),
    await nextOver(db, organizationId, now),
  ]),
});
