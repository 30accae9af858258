import type { HandlersOf } from '../../kernel/context.ts';
import { listAudit, wholeLog } from '../audit/store.ts';
import { countUsers } from './counts.ts';
import { describeMembers, nextChangeOf } from './describe.ts';
import { emailOf, userDetails } from './details.ts';
import { earliest } from './earliest.ts';
import { listMembers } from './store.ts';

/** The queries about users. */
export const reading = {
  async list({ db, now }, query) {
    const { members, turnsAt, ...page } = await listMembers(db, query, now);
    const rows = await describeMembers(db, members, now);
    return { rows, ...page, nextChangeAt: earliest([nextChangeOf(rows, now), turnsAt]) };
  },
  counts: ({ db, now }, { organizationId, ...whom }) => countUsers(db, organizationId, whom, now),
  get: ({ db, now }, { organizationId, membershipId }) => userDetails(db, organizationId, membershipId, now),
  async activity({ db }, { organizationId, membershipId, before, limit }) {
    const target = await emailOf(db, organizationId, membershipId);
    return listAudit(db, { organizationId, filter: { ...wholeLog, target }, before, limit });
  },
} satisfies Pick<HandlersOf<'users'>, 'list' | 'counts' | 'get' | 'activity'>;
