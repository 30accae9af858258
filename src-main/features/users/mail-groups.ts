import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { UserFilter } from '#contract/user-filter.ts';
import type { DeliveryState } from '#contract/vocabulary/delivery.ts';
import { type MailGroup, type MemberKind, memberKinds } from '#contract/vocabulary/user-filter.ts';
import type { ReadableDb, Schema } from '../../database/schema.ts';
import { earliest } from './earliest.ts';
import {
  aboutToEnd,
  aboutToEndOf,
  counted,
  longOut,
  longOutOf,
  nextUnanswered,
  type Open,
  open,
} from './link-times.ts';
import type { Listed } from './listed.ts';

type ByMail = Exclude<MailGroup, 'ending' | 'unanswered'>;
const groups: Readonly<Record<ByMail, readonly DeliveryState[]>> = {
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
  states: mail.flatMap((group) => (group === 'ending' || group === 'unanswered' ? [] : groups[group])),
  ending: mail.includes('ending'),
  unanswered: mail.includes('unanswered'),
});

/** Whether one of the groups that a filter names applies; the status decides whether the link still works. */
export function mailGroupHolds(
  e: ExpressionBuilder<Schema, 'membership'>,
  { filter, now }: Listed,
): ExpressionWrapper<Schema, 'membership', SqlBool> {
  const { states, ending, unanswered } = askedBy(filter);
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
          ...(unanswered ? [i('invitation.starts_at', '<=', now - longOut)] : []),
        ]),
      ),
  );
}

/** Queries for members that together find everybody in the groups of a filter; somebody may be in two. */
export function invitedOfGroups(db: ReadableDb, { organizationId, filter, now }: Listed) {
  const { states, ending, unanswered } = askedBy(filter);
  const invited = () => open(db, organizationId).select('invitation.membership_id as id');
  return [
    // each is a range of the index by mail: links without an end yet, and those that end later
    ...states.flatMap((state) => [
      invited().where('mail_state', '=', state).where('expires_at', 'is', null),
      invited().where('mail_state', '=', state).where('expires_at', '>', now),
    ]),
    ...(ending ? [aboutToEndOf(invited(), now)] : []),
    ...(unanswered ? [longOutOf(invited(), now)] : []),
  ];
}

export interface MailCounts {
  readonly mail: Readonly<Record<MailGroup, number>>;
  /** When the next link is about to end, or will have been out for a week. */
  readonly nextChangeAt: number | null;
}

function ofKinds(some: Open<object>, kinds: readonly MemberKind[]): Open<object> {
  if (memberKinds.every((kind) => kinds.includes(kind))) return some;
  // checking somebody's kind costs a look-up for each of them
  return some.where((e) =>
    e.exists(
      e
        .selectFrom('membership')
        .select('membership.id')
        .whereRef('membership.id', '=', 'invitation.membership_id')
        .where('membership.kind', 'in', kinds),
    ),
  );
}

/** How many are in each group, read in one walk along the index by mail; links that are out for long along their own index. */
export async function countMailGroups(
  db: ReadableDb,
  organizationId: number,
  kinds: readonly MemberKind[],
  now: number,
): Promise<MailCounts> {
  const soon = now + aboutToEnd;
  const opened = () => ofKinds(open(db, organizationId), kinds);
  const rows = await opened()
    .where((e) => e.or([e('invitation.expires_at', 'is', null), e('invitation.expires_at', '>', now)]))
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
      unanswered: await counted(longOutOf(opened(), now)),
    },
    nextChangeAt: earliest([
      ends.length > 0 ? Math.min(...ends) - aboutToEnd : null,
      await nextUnanswered(db, organizationId, now),
    ]),
  };
}
