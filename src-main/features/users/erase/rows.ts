import type { WritableDb } from '../../../database/schema.ts';
import { plain } from '../../drafts/store.ts';
import type { Subject } from './subject.ts';
import type { Wiper } from './wipe.ts';

/** Removes what an organization keeps about a person: membership, invitations, mails to them, notices, views, draft rows. */
export async function removeRows(
  db: WritableDb,
  subject: Subject,
  wiper: Wiper,
  now: number,
): Promise<{ mails: number }> {
  const { organizationId, membershipId, personId, email, emailKey } = subject;
  const invitations = db.selectFrom('invitation').select('id').where('membership_id', '=', membershipId);
  const { numDeletedRows: mails } = await db
    .deleteFrom('outbox')
    .where('organization_id', '=', organizationId)
    .where((e) =>
      e.or([
        e('membership_id', '=', membershipId),
        e('invitation_id', 'in', invitations),
        e(e.fn<string>('lower', ['to_email']), 'in', [email.toLowerCase(), emailKey]),
      ]),
    )
    .executeTakeFirst();
  await db.deleteFrom('guest_notice').where('membership_id', '=', membershipId).execute();
  await db.deleteFrom('invitation').where('membership_id', '=', membershipId).execute();
  for (const table of ['notice', 'saved_view'] as const)
    await db
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .execute();
  await removeDraftRows(db, organizationId, wiper, now);
  // a pseudonym cannot answer for guests
  await db
    .updateTable('membership')
    .set({ sponsor_id: null })
    .where('organization_id', '=', organizationId)
    .where('sponsor_id', '=', personId)
    .execute();
  await db
    .updateTable('job')
    .set({ os_user: null })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .execute();
  await db.deleteFrom('membership').where('id', '=', membershipId).execute();
  return { mails: Number(mails) };
}

/** Their waiting rows in drafts go too; a draft that somebody has reviewed is a different one without them. */
async function removeDraftRows(db: WritableDb, organizationId: number, wiper: Wiper, now: number): Promise<void> {
  const rows = await db
    .selectFrom('draft_row')
    .innerJoin('draft', 'draft.id', 'draft_row.draft_id')
    .select(['draft_row.id', 'draft_row.entry', 'draft.id as draftId', 'draft.state', 'draft.version'])
    .where('draft.organization_id', '=', organizationId)
    .execute();
  const changed = new Map<number, number>();
  for (const { id, entry, draftId, version } of rows) {
    const { email } = JSON.parse(entry) as { readonly email: string };
    if (!wiper.names(email)) continue;
    await db.deleteFrom('draft_row').where('id', '=', id).execute();
    changed.set(draftId, version);
  }
  for (const [id, version] of changed)
    await db
      .updateTable('draft')
      .set({ ...plain, version: version + 1, changed_at: now })
      .where('id', '=', id)
      .execute();
}

/** Cuts the ties of rows to the account of somebody who stays elsewhere: who did these things is no longer kept here. */
export async function untie(db: WritableDb, { organizationId, personId }: Subject, now: number): Promise<void> {
  const here = ['organization_id', '=', organizationId] as const;
  await db
    .updateTable('invitation')
    .set({ invited_by: null })
    .where(...here)
    .where('invited_by', '=', personId)
    .execute();
  await db
    .updateTable('draft')
    .set({ ...plain, changed_at: now })
    .where(...here)
    .where((e) => e.or([e('released_by', '=', personId), e('approver_id', '=', personId)]))
    .execute();
  for (const column of ['author_id', 'editor_id', 'returned_by'] as const)
    await db
      .updateTable('draft')
      .set({ [column]: null })
      .where(...here)
      .where(column, '=', personId)
      .execute();
  for (const column of ['sent_by', 'approver_id'] as const)
    await db
      .updateTable('draft_sent')
      .set({ [column]: null } as never)
      .where(...here)
      .where(column, '=', personId)
      .execute();
  await db
    .updateTable('job')
    .set({ person_id: null })
    .where(...here)
    .where('person_id', '=', personId)
    .execute();
}
