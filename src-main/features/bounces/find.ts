import type { ReadableDb } from '../../database/schema.ts';
import { slices } from '../../database/slices.ts';
import type { InvitationTable } from '../../database/tables/mail.ts';
import type { MembershipTable } from '../../database/tables/people.ts';
import type { Told } from './read/told.ts';
import type { Message } from './store.ts';

/** Who a line is about, as far as known here. */
export interface Found {
  /** The message that the report names, or else the newest one of the open invitation. */
  readonly message: Message | undefined;
  /** Whether the report named the message itself. */
  readonly named: boolean;
  readonly member:
    | {
        readonly id: number;
        readonly status: MembershipTable['status'];
        readonly name: string;
        readonly email: string;
      }
    | undefined;
  /** The state of the message's invitation; undefined for mail about something else. */
  readonly invitation: InvitationTable['state'] | undefined;
}

export interface Finder {
  readonly of: (told: Told) => Found | undefined;
}

/** Looks up who these lines are about, within one organization: as many queries for a hundred as for one. */
export async function findTold(db: ReadableDb, organizationId: number, told: readonly Told[]): Promise<Finder> {
  const byId = await findMessages(
    db,
    organizationId,
    told.flatMap(({ messageId }) => messageId ?? []),
  );
  const keys = told.flatMap((one) => (one.messageId && byId.has(one.messageId) ? [] : one.found.map(({ key }) => key)));
  const byKey = await findInvited(db, organizationId, keys);
  return {
    of: ({ messageId, found }) =>
      (messageId ? byId.get(messageId) : undefined) ?? found.flatMap(({ key }) => byKey.get(key) ?? [])[0],
  };
}

const messageColumns = [
  'outbox.id',
  'outbox.state',
  'outbox.to_email as email',
  'outbox.created_at as createdAt',
  'outbox.answer',
] as const;

async function findMessages(db: ReadableDb, organizationId: number, messageIds: readonly string[]) {
  const found = new Map<string, Found>();
  for (const slice of slices([...new Set(messageIds)])) {
    const rows = await db
      .selectFrom('outbox')
      .leftJoin('invitation', 'invitation.id', 'outbox.invitation_id')
      .leftJoin('membership', (join) =>
        join.on((e) => e('membership.id', '=', e.fn.coalesce('invitation.membership_id', 'outbox.membership_id'))),
      )
      .leftJoin('person', 'person.id', 'membership.person_id')
      .select(messageColumns)
      .select(['outbox.message_id as messageId', 'invitation.state as invitation'])
      .select(['membership.id as memberId', 'membership.status', 'membership.name', 'person.email as memberEmail'])
      .where('outbox.organization_id', '=', organizationId)
      .where('outbox.message_id', 'in', slice)
      .execute();
    for (const { messageId, invitation, memberId, status, name, memberEmail, ...message } of rows)
      found.set(messageId ?? '', {
        message,
        named: true,
        member: memberId && status ? { id: memberId, status, name: name ?? '', email: memberEmail ?? '' } : undefined,
        invitation: invitation ?? undefined,
      });
  }
  return found;
}

async function findInvited(db: ReadableDb, organizationId: number, keys: readonly string[]) {
  const found = new Map<string, Found>();
  for (const slice of slices([...new Set(keys)])) {
    const rows = await db
      .selectFrom('person')
      .innerJoin('membership', 'membership.person_id', 'person.id')
      .leftJoin('invitation', (join) =>
        join.onRef('invitation.membership_id', '=', 'membership.id').on('invitation.state', '=', 'pending'),
      )
      .leftJoin('outbox', (join) =>
        join.on((e) =>
          e(
            'outbox.id',
            '=',
            e
              .selectFrom('outbox as mail')
              .select((m) => m.fn.max('mail.id').as('newest'))
              .whereRef('mail.invitation_id', '=', 'invitation.id'),
          ),
        ),
      )
      .select(['person.email_key as key', 'person.email as memberEmail', 'membership.id as memberId'])
      .select(['membership.status', 'membership.name', 'invitation.state as invitation'])
      .select(['outbox.id', 'outbox.state', 'outbox.created_at as createdAt', 'outbox.answer'])
      .where('membership.organization_id', '=', organizationId)
      .where('person.email_key', 'in', slice)
      .execute();
    for (const { key, memberEmail, memberId, status, name, invitation, id, state, createdAt, answer } of rows)
      found.set(key, {
        message:
          id === null || state === null || createdAt === null
            ? undefined
            : { id, state, email: memberEmail, createdAt, answer },
        named: false,
        member: { id: memberId, status, name, email: memberEmail },
        invitation: invitation ?? undefined,
      });
  }
  return found;
}
