import type { ListedDraft, SentDraft } from '#contract/drafts.ts';
import { type MemberKind, memberKinds } from '#contract/vocabulary/user-filter.ts';
import type { QueryContext, QueryHandler } from '../../kernel/context.ts';
import { toldDays } from './deliver.ts';
import { factsOf, handsIn, nameOf, peopleOf } from './facts.ts';
import { judgeRows } from './judge-rows.ts';
import { mayInvite, refuseWhoMayNotInvite, reviewersOf, waitsFor } from './rights.ts';
import { countRows, type Draft, findDraft, rowsOf, termsOf } from './store.ts';

/** The caller may not read drafts of people that they could not invite. */
const kindsOf = ({ permissions }: QueryContext): readonly MemberKind[] =>
  memberKinds.filter((kind) => mayInvite(permissions, kind));

const draftsFor = (ctx: QueryContext, organizationId: number): Promise<Draft[]> =>
  ctx.db
    .selectFrom('draft')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('kind', 'in', [...kindsOf(ctx), ''] as MemberKind[])
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

export const list: QueryHandler<'drafts.list'> = async (ctx, { organizationId }) => {
  const drafts = await draftsFor(ctx, organizationId);
  const people = await peopleOf(ctx.db, drafts.flatMap(handsIn));
  const rows: ListedDraft[] = [];
  for (const draft of drafts) {
    const judged = await judgeRows(ctx, organizationId, termsOf(draft), await rowsOf(ctx.db, draft.id));
    const problems = judged.filter(({ verdict }) => verdict !== 'new').length;
    rows.push({ ...factsOf(draft, judged.length, people, ctx), problems });
  }
  rows.sort((a, b) => Number(b.forYou) - Number(a.forYou));
  return { rows, sent: await sentLately(ctx, organizationId) };
};

const day = 86_400_000;

async function sentLately(ctx: QueryContext, organizationId: number): Promise<SentDraft[]> {
  const rows = await ctx.db
    .selectFrom('draft_sent')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('kind', 'in', [...kindsOf(ctx), ''] as MemberKind[])
    .where('sent_at', '>=', ctx.now - toldDays * day)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  const people = await peopleOf(
    ctx.db,
    rows.flatMap((row) => [row.sent_by, row.approver_id]),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    by: nameOf(people, row.sent_by),
    approver: row.approver_id === null ? null : nameOf(people, row.approver_id),
    sentAt: row.sent_at,
    plannedAt: row.planned_at,
    invited: row.invited,
    kept: row.kept,
  }));
}

export const counts: QueryHandler<'drafts.counts'> = async (ctx, { organizationId }) => {
  const drafts = await draftsFor(ctx, organizationId);
  const { actor, permissions } = ctx;
  const inState = (state: Draft['state']) => drafts.filter((draft) => draft.state === state);
  const times = inState('scheduled').flatMap(({ send_at }) => (send_at === null ? [] : [send_at]));
  const cameBack = inState('draft').filter(
    ({ author_id, returned_at, refusal }) =>
      actor.kind === 'person' && author_id === actor.personId && (returned_at !== null || refusal !== null),
  );
  return {
    counts: {
      draft: inState('draft').length,
      review: inState('review').length,
      scheduled: inState('scheduled').length,
    },
    forYou: drafts.filter((draft) => waitsFor(draft, actor, permissions)).length,
    returned: cameBack.length,
    nextAt: times.length > 0 ? Math.min(...times) : null,
  };
};

export const get: QueryHandler<'drafts.get'> = async (ctx, { organizationId, id }) => {
  const { db, now, permissions } = ctx;
  const draft = await findDraft(db, organizationId, id);
  refuseWhoMayNotInvite(permissions, draft.kind);
  const terms = termsOf(draft);
  return {
    ...factsOf(draft, await countRows(db, id), await peopleOf(db, handsIn(draft)), ctx),
    terms,
    entries: [...(await judgeRows(ctx, organizationId, terms, await rowsOf(db, id)))],
    reviewers: await reviewersOf(db, draft, now),
  };
};
