import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { type DeliveryState, type MailGroup, type MemberKind, memberKinds, type UserFilter } from '#contract/users.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import type { Listed } from './listed.ts';

/** A link that ends within so many milliseconds is about to. */
const aboutToEnd = 24 * 3_600_000;

const groups: Readonly<Record<Exclude<MailGroup, 'ending'>, readonly DeliveryState[]>> = {
  failed: ['failed'],
  bounced: ['bounced'],
  deferred: ['deferred'],
  uncertain: ['uncertain'],
  held: ['held'],
  waiting: ['queued', 'sending'],
  sent: ['sent'],
};

/** The groups of a filter: by the state of the mail, and by the clock. */
const askedBy = ({ mail }: UserFilter) => ({
  states: mail.flatMap((group) => (group === 'ending' ? [] : groups[group])),
  ending: mail.includes('ending'),
});

/** One of the groups that a filter names holds; whether the link still works is asked by the status. */
export function mailGroupHolds(
  e: ExpressionBuilder<Schema, 'membership'>,
  { filter, now }: Listed,
): ExpressionWrapper<Schema, 'membership', SqlBool> {
  const { states, ending } = askedBy(filter);
  return e.exists(
    e
      .selectFrom('invitation')
      .select('invitation.id')
      .whereRef('invitation.membership_id', '=', 'membership.id')
      .where('invitation.state', '=', 'pending')
      .where((i) =>
        i.or([
          ...(states.length > 0 ? [i('invitation.mail_state', 'in', states)] : []),
          ...(ending ? [i('invitation.expires_at', '<=', now + aboutToEnd)] : []),
        ]),
      ),
  );
}

const open = (db: ReadableDb, organizationId: number) =>
  db
    .selectFrom('invitation')
    .where('invitation.organization_id', '=', organizationId)
    .where('invitation.state', '=', 'pending');

/** Queries for the members among whom everybody in the groups of a filter is; somebody may be in two. */
export function invitedOfGroups(db: ReadableDb, { organizationId, filter, now }: Listed) {
  const { states, ending } = askedBy(filter);
  const invited = () => open(db, organizationId).select('invitation.membership_id as id');
  return [
    // each is a range of the index by mail: links without an end yet, and those that end later
    ...states.flatMap((state) => [
      invited().where('mail_state', '=', state).where('expires_at', 'is', null),
      invited().where('mail_state', '=', state).where('expires_at', '>', now),
    ]),
    ...(ending
      ? [
          invited()
            .where('expires_at', '>', now)
            .where('expires_at', '<=', now + aboutToEnd),
        ]
      : []),
  ];
}

export interface MailCounts {
  readonly mail: Readonly<Record<MailGroup, number>>;
  /** When the next link is about to end. */
  readonly nextEndingAt: number | null;
}

/** How many are in each group, read in one walk along the index by mail. */
export async function countMailGroups(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly MemberKind[],
  now: number,
): Promise<MailCounts> {
  const soon = now + aboutToEnd;
  let invited = open(db, organizationId).where((e) =>
    e.or([e('invitation.expires_at', 'is', null), e('invitation.expires_at', '>', now)]),
  );
  // of which kind somebody is costs a look at each of them
  if (memberKinds.some((kind) => !kinds.includes(kind)))
    invited = invited.where((e) =>
      e.exists(
        e
          .selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.id', '=', 'invitation.membership_id')
          .where('membership.kind', 'in', kinds),
      ),
    );
  const rows = await invited
    .select((e) => [
      'invitation.mail_state as state',
      e.fn.countAll<number>().as('n'),
      e.fn.countAll<number>().filterWhere('invitation.expires_at', '<=', soon).as('ending'),
      e.fn.min('invitation.expires_at').filterWhere('invitation.expires_at', '>', soon).as('nextEnd'),
    ])
    .groupBy('invitation.mail_state')
    .execute();
  const of = (states: readonly DeliveryState[]) =>
    rows.reduce((sum, { state, n }) => sum + (state !== null && states.includes(state) ? n : 0), 0);
  const ends = rows.flatMap(({ nextEnd }) => nextEnd ?? []);
  return {
    mail: {
      failed: of(groups.failed),
      bounced: of(groups.bounced),
      deferred: of(groups.deferred),
      uncertain: of(groups.uncertain),
      held: of(groups.held),
      waiting: of(groups.waiting),
      sent: of(groups.sent),
      ending: rows.reduce((sum, { ending }) => sum + ending, 0),
    },
    nextEndingAt: ends.length > 0 ? Math.min(...ends) - aboutToEnd : null,
  };
}

/** When the next link is about to end, and its invitee comes into that group. */
export async function nextEnding(db: ReadableDb, organizationId: number, now: number): Promise<number | null> {
  const next = await open(db, organizationId)
    .select('expires_at as at')
    .where('expires_at', '>', now + aboutToEnd)
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst();
  return next?.at ? next.at - aboutToEnd : null;
}
