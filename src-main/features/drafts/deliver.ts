import type { DraftOutcome } from '#contract/drafts.ts';
import { GatehouseError } from '#contract/errors.ts';
import { hasAccess } from '../../database/access.ts';
import { failpoint } from '../../database/failpoint.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import type { Actor, Note } from '../../kernel/context.ts';
import { inviteGuests } from '../guests/invite.ts';
import { type Giving, inviteBatch } from '../invitations/send.ts';
import { type Draft, type KeptRow, plain, removeRows, rowsOf, setDraft, termsOf, unsaid } from './store.ts';

/** Who releases a draft, and when it was meant to go out. */
export interface Release {
  readonly by: Actor & { kind: 'person' };
  readonly approverId: number | null;
  /** Null where somebody sends it by hand. */
  readonly plannedAt: number | null;
}

export interface Delivered {
  readonly outcome: DraftOutcome;
  readonly note: Note;
}

/**
 * Makes invitations from a draft's good rows, in the caller's transaction, which also removes those rows from the draft, so
 * that no crash and no second process sends one twice. If rows remain, it is a draft again. The rights are those of whoever
 * releases it; it goes out in its author's name while they have access.
 * @throws GatehouseError `draft-empty`, and those of inviting: then nothing was done
 */
export async function deliver(ctx: Giving & { db: WritableDb }, draft: Draft, release: Release): Promise<Delivered> {
  const { db, now } = ctx;
  const rows = await rowsOf(db, draft.id);
  if (rows.length === 0) throw new GatehouseError('draft-empty', {});
  const inviter = await inviterOf(db, draft, release.by, now);
  const { answer, note } = await invite(ctx, draft, rows, inviter);
  failpoint('draft.invited');
  const gone = answer.invited.map(({ position }) => (rows[position] as KeptRow).id);
  const kept = rows.length - gone.length;
  await removeRows(db, draft.id, gone);
  failpoint('draft.rows-removed');
  if (kept === 0) await db.deleteFrom('draft').where('id', '=', draft.id).execute();
  else
    await setDraft(db, draft.id, {
      ...plain,
      ...unsaid,
      version: draft.version + 1,
      refusal: JSON.stringify({ code: 'rows-kept', data: { invited: gone.length, kept }, at: now }),
      changed_at: now,
    });
  await remember(db, draft, release, { invited: gone.length, kept }, now);
  const bare = <T extends { position: number }>({ position: _, ...rest }: T) => rest;
  return {
    outcome: {
      invited: answer.invited.map(bare),
      skipped: answer.skipped.map(bare),
      refused: answer.refused.map(bare),
      kept,
    },
    note: {
      ...note,
      // nobody was invited: the row is about the draft
      ...(gone.length === 0 ? { targets: [], target: draft.name } : {}),
      detail: { ...note.detail, draft: draft.name, kept },
    },
  };
}

/** Through the two usual kinds of inviting. */
function invite(ctx: Giving & { db: WritableDb }, draft: Draft, rows: readonly KeptRow[], inviter: Release['by']) {
  const organizationId = draft.organization_id;
  const terms = termsOf(draft);
  if (terms.kind !== 'guest') {
    const entries = rows.map(({ entry }) => entry);
    return inviteBatch(ctx, { ...terms, organizationId, entries }, inviter.personId);
  }
  const { kind: _, ...given } = terms;
  return inviteGuests(ctx, { ...given, organizationId, emails: rows.map(({ entry }) => entry.email) }, inviter);
}

async function inviterOf(db: ReadableDb, draft: Draft, by: Release['by'], now: number): Promise<Release['by']> {
  if (draft.author_id === null || draft.author_id === by.personId) return by;
  const author = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id as personId', 'person.email', 'person.name'])
    .where('person.id', '=', draft.author_id)
    .where('membership.organization_id', '=', draft.organization_id)
    .where((e) => hasAccess(e, now))
    .executeTakeFirst();
  return author ? { kind: 'person', ...author } : by;
}

const day = 86_400_000;
/** How long the list says that a draft went out, in days; the audit keeps it. */
export const toldDays = 7;

async function remember(
  db: WritableDb,
  draft: Draft,
  { by, approverId, plannedAt }: Release,
  counts: { readonly invited: number; readonly kept: number },
  now: number,
): Promise<void> {
  await db
    .deleteFrom('draft_sent')
    .where('organization_id', '=', draft.organization_id)
    .where('sent_at', '<', now - toldDays * day)
    .execute();
  await db
    .insertInto('draft_sent')
    .values({
      organization_id: draft.organization_id,
      name: draft.name,
      kind: draft.kind,
      sent_by: by.personId,
      approver_id: approverId,
      sent_at: now,
      planned_at: plannedAt,
      ...counts,
    })
    .execute();
}
