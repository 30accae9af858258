import { GatehouseError } from '#contract/errors.ts';
import { holds, type Permission } from '#contract/vocabulary/permissions.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { hasAccess } from '../../database/access.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Actor } from '../../kernel/context.ts';
import { loadPermissions } from '../../kernel/standing.ts';
import { approvalRequired } from '../invitations/approval.ts';
import { refuseWithout } from '../roles/grant.ts';
import type { Draft } from './store.ts';

/** The right to invite people of a kind, and so to write, read and approve drafts of them. */
const rightFor = (kind: MemberKind): Permission => (kind === 'guest' ? 'guests:invite' : 'users:write');

export const mayInvite = (held: ReadonlySet<Permission>, kind: MemberKind): boolean => holds(held, rightFor(kind));

/** @throws GatehouseError `not-permitted` */
export const refuseWhoMayNotInvite = (held: ReadonlySet<Permission>, kind: MemberKind): void =>
  refuseWithout(held, rightFor(kind));

/** Where a second operator is required, only an approved draft may go out. @throws GatehouseError `approval-needed` */
export async function refuseUnapprovedDraft(db: ReadableDb, draft: Draft): Promise<void> {
  if (draft.approver_id === null && (await approvalRequired(db, draft.organization_id)))
    throw new GatehouseError('approval-needed', {});
}

type Written = Pick<Draft, 'author_id' | 'editor_id'>;

/** Why somebody cannot be the second pair of eyes; undefined if they can. */
export function whyNotApprover({ author_id, editor_id }: Written, personId: number): 'author' | 'editor' | undefined {
  if (personId === author_id) return 'author';
  return personId === editor_id ? 'editor' : undefined;
}

/** Whether it waits for this person: in review, not their own work, and of a kind that they may invite. */
export const waitsFor = (draft: Draft, actor: Actor, held: ReadonlySet<Permission>): boolean =>
  draft.state === 'review' &&
  actor.kind === 'person' &&
  mayInvite(held, draft.kind) &&
  whyNotApprover(draft, actor.personId) === undefined;

const mostNamed = 20;

/** Names of those who could approve a draft now. */
export async function reviewersOf(db: ReadableDb, draft: Draft, now: number): Promise<string[]> {
  const names: string[] = [];
  for (const { id, name, email } of await whoHolds(db, draft.organization_id, rightFor(draft.kind), now)) {
    if (names.length === mostNamed) break;
    if (whyNotApprover(draft, id)) continue;
    const held = await loadPermissions(db, id, draft.organization_id, now);
    if (held && holds(held, 'users:read')) names.push(name || email);
  }
  return names;
}

/** The people whose roles give a right in an organization. */
const whoHolds = (db: ReadableDb, organizationId: number, right: Permission, now: number) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .innerJoin('role_permission', 'role_permission.role_id', 'membership_role.role_id')
    .select(['person.id', 'person.name', 'person.email'])
    .distinct()
    .where('membership.organization_id', '=', organizationId)
    .where('membership.kind', '<>', 'inbox-agent')
    .where('role_permission.permission', '=', right)
    .where((e) => hasAccess(e, now))
    .orderBy('person.name')
    .limit(100)
    .execute();

/** Whether two people may invite users: one to write a draft and another to approve it. */
export const twoMayInvite = async (db: ReadableDb, organizationId: number, now: number): Promise<boolean> =>
  (await whoHolds(db, organizationId, rightFor('user'), now)).length > 1;
