import type { QueryHandler } from '../../kernel/context.ts';
import { judgeRows } from './judge-rows.ts';
import { refuseWhoMayNotInvite } from './rights.ts';
import { refuseStrangeSponsor } from './sponsor.ts';

/** The verdicts that a draft would show, for rows that are not stored. */
export const check: QueryHandler<'drafts.check'> = async (ctx, { organizationId, terms, entries }) => {
  refuseWhoMayNotInvite(ctx.permissions, terms.kind);
  await refuseStrangeSponsor(ctx.db, organizationId, terms);
  const rows = entries.map((entry, id) => ({ id, entry }));
  const judged = await judgeRows(ctx, organizationId, terms, rows);
  return { verdicts: judged.map(({ id: _id, entry: _entry, ...verdict }) => verdict) };
};
