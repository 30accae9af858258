import type { Updateable } from 'kysely';
import type { NoticeKind } from '#contract/inbox.ts';
import type { JobItem } from '#contract/jobs.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import type { MembershipTable } from '../../src-main/database/tables/people.ts';
import { addOperator } from './operators.ts';
import { owner, type Workspace } from './workspace.ts';

export const ownerAddress = owner.email;

/** Somebody's membership id in the organization. */
export async function memberOf(w: Workspace, email: string, organizationId = w.organizationId): Promise<number> {
  const { id } = await w.core.store.read
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('membership.id')
    .where('membership.organization_id', '=', organizationId)
    .where('person.email', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}

/** An active member with one role. @returns their membership */
export async function join(w: Workspace, email: string, role = 'Member'): Promise<number> {
  await addOperator(w, email, role);
  return memberOf(w, email);
}

/** Many active members at once, named so that lists show them in this order. */
export async function joinMany(w: Workspace, n: number): Promise<number[]> {
  const { organizationId } = w;
  const entries = Array.from({ length: n }, (_, i) => {
    const number = String(i + 1).padStart(3, '0');
    return { email: `p${number}@example.org`, name: `Person ${number}` };
  });
  const { invited } = await w.call('invitations.send', { organizationId, entries, defaults: { roles: ['Member'] } });
  const ids = invited.map((i) => i.membershipId);
  await w.core.changes.write([], w.core.clock.now(), async (db) => {
    await db.updateTable('invitation').set({ state: 'accepted' }).where('membership_id', 'in', ids).execute();
    await db.updateTable('membership').set({ status: 'active' }).where('id', 'in', ids).execute();
    await db.deleteFrom('outbox').where('membership_id', 'in', ids).execute();
  });
  return ids;
}

export async function roleId(w: Workspace, name: string, organizationId = w.organizationId): Promise<number> {
  const { rows } = await w.call('roles.list', { organizationId });
  const role = rows.find((r) => r.name === name);
  if (!role) throw new Error(`there is no role ${name}`);
  return role.id;
}

export const addStructure = async (w: Workspace, kind: StructureKind, name: string): Promise<number> =>
  (await w.call(`${kind}.create`, { organizationId: w.organizationId, name })).id;

/** Sets what no operation can set directly: a state that a member reached long ago. */
export const setMember = (w: Workspace, membershipId: number, set: Partial<Omit<Updateable<MembershipTable>, 'id'>>) =>
  w.core.changes.write([], w.core.clock.now(), (db) =>
    db.updateTable('membership').set(set).where('id', '=', membershipId).execute(),
  );

export const membership = (w: Workspace, id: number) =>
  w.core.store.read.selectFrom('membership').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** What somebody was told in their inbox, oldest first. */
export async function toldTo(
  w: Workspace,
  email: string,
): Promise<{ kind: NoticeKind; added: string[]; removed: string[] }[]> {
  const rows = await w.core.store.read
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .select(['notice.kind', 'notice.detail'])
    .where('person.email', '=', email)
    .orderBy('notice.id')
    .execute();
  return rows.map(({ kind, detail }) => ({ kind: kind as NoticeKind, ...JSON.parse(detail) }));
}

/** What the audit says was done to somebody by one operation. */
export async function auditOf(w: Workspace, operation: string, target: string) {
  const rows = await w.core.store.read
    .selectFrom('audit')
    .select(['actor', 'outcome', 'detail'])
    .where('operation', '=', operation)
    .where('target', '=', target)
    .orderBy('id')
    .execute();
  return rows.map((r) => ({ ...r, detail: JSON.parse(r.detail) as unknown }));
}

/** Waits for a job and returns its result and those of its items. */
export async function ended(w: Workspace, { jobId }: { jobId: number }) {
  await w.core.jobs.idle();
  const { organizationId } = w;
  const { rows } = await w.call('jobs.results', { organizationId, jobId, limit: 1000 });
  return { job: await w.call('jobs.get', { organizationId, jobId }), rows };
}

/** An item's result in a few words: who, and the state or error. */
export const told = ({ email, state, error }: JobItem) => `${email} ${error?.code ?? state}`;
