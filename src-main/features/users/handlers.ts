import type { UserRow, UserStatus } from '#contract/users.ts';
import type { HandlersOf, QueryContext } from '../../kernel/context.ts';
import { countUsers } from './counts.ts';
import { writeCursor } from './cursor.ts';
import { type LastInvitation, lastInvitations, lastMails, namedOf } from './relations.ts';
import { countFound, type ListedMember, listMembers } from './store.ts';

export const handlers = {
  async list(ctx, query) {
    const found = await listMembers(ctx.db, query, ctx.now);
    const members = found.slice(0, query.limit);
    const rows = await describe(ctx, members);
    const ends = rows.flatMap((r) => (r.validUntil !== null && r.validUntil > ctx.now ? [r.validUntil] : []));
    const last = members.at(-1);
    return {
      rows,
      ...(await total(ctx, query)),
      next: found.length > query.limit && last ? writeCursor({ sortKey: last.sort_key, id: last.id }) : null,
      nextChangeAt: ends.length > 0 ? Math.min(...ends) : null,
    };
  },
  counts: ({ db, now }, { organizationId }) => countUsers(db, organizationId, now),
} satisfies HandlersOf<'users'>;

async function total({ db, now }: QueryContext, query: Parameters<typeof listMembers>[1]) {
  if (query.search) {
    const { total, more } = await countFound(db, query, now);
    return { total, totalIsLeast: more };
  }
  return { total: (await countUsers(db, query.organizationId, now))[query.view], totalIsLeast: false };
}

async function describe({ db, now }: QueryContext, members: readonly ListedMember[]): Promise<UserRow[]> {
  if (members.length === 0) return [];
  const ids = members.map((m) => m.id);
  const [roles, teams, products, invitations] = [
    await namedOf(db, 'role', ids),
    await namedOf(db, 'team', ids),
    await namedOf(db, 'product', ids),
    await lastInvitations(db, ids),
  ];
  const mails = await lastMails(
    db,
    [...invitations.values()].map((i) => i.id),
  );
  return members.map((m) => {
    const invitation = invitations.get(m.id);
    const mail = invitation && mails.get(invitation.id);
    return {
      membershipId: m.id,
      personId: m.person_id,
      name: m.name,
      email: m.email,
      kind: m.kind,
      status: statusOf(m, invitation, now),
      roles: roles.get(m.id) ?? [],
      teams: teams.get(m.id) ?? [],
      products: products.get(m.id) ?? [],
      invitedBy: invitation?.invitedBy ?? null,
      sentAt: mail?.sentAt ?? null,
      validUntil: invitation?.state === 'pending' ? invitation.expiresAt : null,
      delivery: mail ? { state: mail.state, answer: mail.answer, at: mail.changedAt } : null,
      changedAt: m.changed_at,
    };
  });
}

/** *Expired* is the clock's word, not the store's. */
function statusOf(member: ListedMember, invitation: LastInvitation | undefined, now: number): UserStatus {
  const ended = invitation?.expiresAt != null && invitation.expiresAt <= now;
  return member.status === 'pending' && ended ? 'expired' : member.status;
}
