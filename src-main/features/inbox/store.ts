import type { SelectQueryBuilder } from 'kysely';
import type { Notice, NoticeKind } from '#contract/inbox.ts';
import type { ReadableDb, Schema, WritableDb } from '../../database/schema.ts';

export interface NewNotice {
  readonly organizationId: number;
  readonly personId: number;
  readonly kind: NoticeKind;
  /** Names of what was given and what was taken. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** Leaves a notice in the person's inbox, in the transaction of the change that it reports. */
export async function tell(db: WritableDb, notice: NewNotice, now: number): Promise<void> {
  const { organizationId, personId, kind, added = [], removed = [] } = notice;
  await db
    .insertInto('notice')
    .values({
      organization_id: organizationId,
      person_id: personId,
      kind,
      at: now,
      detail: JSON.stringify({ added, removed }),
      read_at: null,
    })
    .execute();
}

/**
 * Leaves the same notice with many people in one statement. People who have not joined yet, or have left, get none.
 * @param members selects the ids of their memberships
 */
export async function tellMembers(
  db: WritableDb,
  notice: Omit<NewNotice, 'personId'>,
  members: SelectQueryBuilder<Schema, 'membership_team', { id: number }>,
  now: number,
): Promise<void> {
  const { organizationId, kind, added = [], removed = [] } = notice;
  await db
    .insertInto('notice')
    .columns(['organization_id', 'person_id', 'kind', 'at', 'detail'])
    .expression((e) =>
      e
        .selectFrom('membership')
        .select((c) => [
          c.val(organizationId).as('organization_id'),
          'membership.person_id',
          c.val<string>(kind).as('kind'),
          c.val(now).as('at'),
          c.val(JSON.stringify({ added, removed })).as('detail'),
        ])
        .where('membership.id', 'in', members)
        .where('membership.status', 'in', ['active', 'suspended']),
    )
    .execute();
}

const most = 100;

/** A person's notices, newest first. */
export async function listNotices(db: ReadableDb, personId: number): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('organization', 'organization.id', 'notice.organization_id')
    .select(['notice.id', 'notice.kind', 'notice.at', 'notice.detail', 'notice.read_at'])
    .select(['organization.id as organizationId', 'organization.name', 'organization.time_zone'])
    .where('notice.person_id', '=', personId)
    .orderBy('notice.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((r) => {
    const { added = [], removed = [] } = JSON.parse(r.detail) as Partial<Pick<Notice, 'added' | 'removed'>>;
    return {
      id: r.id,
      organization: { id: r.organizationId, name: r.name },
      timeZone: r.time_zone,
      kind: r.kind as NoticeKind,
      at: r.at,
      read: r.read_at !== null,
      added,
      removed,
    };
  });
}

export async function countUnread(db: ReadableDb, personId: number): Promise<number> {
  const { n } = await db
    .selectFrom('notice')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function markAllRead(db: WritableDb, personId: number, now: number): Promise<void> {
  await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute();
}
