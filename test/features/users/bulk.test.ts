import { describe, expect, it } from 'vitest';
import { GatehouseError } from '#contract/errors.ts';
import type { InputOf } from '#contract/index.ts';
import { handlers } from '../../../src-main/features/index.ts';
import { many } from '../../../src-main/features/jobs/many.ts';
import type { CommandContext, Handlers, JobHandler } from '../../../src-main/kernel/context.ts';
import { invite, member } from '../../support/invitees.ts';
import {
  addStructure,
  auditOf,
  ended,
  join,
  joinMany,
  memberOf,
  membership,
  ownerAddress,
  roleId,
  setMember,
  told,
  toldTo,
} from '../../support/members.ts';
import { asOperator, freshWorkspace, hour, type Workspace } from '../../support/workspace.ts';

type Choice = InputOf<'users.suspendMany'>['choice'];
const chosen = (...membershipIds: number[]): Choice => ({ kind: 'chosen', membershipIds });
const all: Choice = { kind: 'matching', filter: {} };
const admin = asOperator('admin@example.org');

const inTeam = async (w: Workspace, team: number) =>
  (
    await w.core.store.read.selectFrom('membership_team').select('membership_id').where('team_id', '=', team).execute()
  ).map((m) => m.membership_id);
const statuses = async (w: Workspace, ids: readonly number[]) =>
  Promise.all(ids.map(async (id) => (await membership(w, id)).status));

/** The real job with something happening before one of its chunks. */
function before(chunk: number, happen: (ctx: CommandContext) => Promise<unknown>): Handlers {
  const real: JobHandler<'users.updateMany'> = handlers['users.updateMany'];
  let chunks = 0;
  return {
    ...handlers,
    'users.updateMany': {
      ...real,
      async chunk(ctx, input, place) {
        if (++chunks === chunk) await happen(ctx);
        return real.chunk(ctx, input, place);
      },
    },
  };
}

describe('a change of many', () => {
  it('gives and takes for each of those chosen, and tells and audits each of them', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const [ana, bela, cleo] = (await joinMany(w, 3)) as [number, number, number];
    const [freight, yard] = [await addStructure(w, 'teams', 'Freight'), await addStructure(w, 'teams', 'Yard')];
    await w.call('users.update', { ...member(w, ana), teams: { add: [yard, freight] } });
    w.clock.advance(hour);
    const teams = { add: [freight], remove: [yard] };
    const { job, rows } = await ended(
      w,
      await w.call('users.updateMany', { organizationId, choice: chosen(bela, ana, ana), teams }),
    );
    expect(job).toMatchObject({ operation: 'users.updateMany', state: 'finished', total: 2, done: 2, failed: 0 });
    expect(rows).toEqual([
      {
        position: 1,
        membershipId: ana,
        name: 'Person 001',
        email: 'p001@example.org',
        state: 'done',
        error: null,
        detail: null,
        cells: null,
      },
      expect.objectContaining({ position: 2, membershipId: bela }),
    ]);
    expect((await inTeam(w, freight)).sort()).toEqual([ana, bela].sort());
    expect(await inTeam(w, yard)).toEqual([]);
    expect((await membership(w, bela)).changed_at).toBe(w.clock.time);
    expect((await membership(w, cleo)).changed_at).toBeLessThan(w.clock.time);
    expect(await auditOf(w, 'users.updateMany', 'p001@example.org')).toEqual([
      { actor: ownerAddress, outcome: 'done', detail: { added: [], removed: ['Yard'] } },
    ]);
    expect(await auditOf(w, 'users.updateMany', 'p002@example.org')).toMatchObject([
      { detail: { added: ['Freight'] } },
    ]);
    expect(await toldTo(w, 'p002@example.org')).toEqual([{ kind: 'access-changed', added: ['Freight'], removed: [] }]);
    expect(await toldTo(w, 'p003@example.org')).toEqual([]);
  });

  it('reaches all that match except those taken out by hand, over several chunks', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const people = await joinMany(w, 230);
    const team = await addStructure(w, 'teams', 'Freight');
    const except = [people[0] as number, people[150] as number];
    const choice: Choice = { kind: 'matching', filter: { search: 'person' }, except };
    const { job, rows } = await ended(
      w,
      await w.call('users.updateMany', { organizationId, choice, teams: { add: [team] } }),
    );
    expect(job).toMatchObject({ state: 'finished', total: 228, done: 228, failed: 0 });
    const reached = people.filter((id) => !except.includes(id));
    expect(rows.map((r) => r.position)).toEqual(reached.map((_, i) => i + 1));
    expect(rows.map((r) => r.membershipId)).toEqual(reached);
    expect(new Set(await inTeam(w, team))).toEqual(new Set(reached));
    expect(await toldTo(w, 'p230@example.org')).toHaveLength(1);
  });

  it('never affects members of another organization, chosen or matching', async () => {
    const w = await freshWorkspace();
    const { organizationId } = await w.call('organizations.create', {
      name: 'Brightwater',
      owner: { name: 'Olive', email: ownerAddress, password: 'another long sentence' },
    });
    const { invited } = await w.call('invitations.send', {
      organizationId,
      entries: [{ email: 'theirs@example.org', roles: ['Member'] }],
    });
    const theirs = (invited[0] as (typeof invited)[number]).membershipId;
    const ours = await join(w, 'ana@example.org');
    for (const choice of [chosen(theirs, ours), all]) {
      const { rows } = await ended(w, await w.call('users.removeMany', { organizationId: w.organizationId, choice }));
      expect(rows.map((r) => r.email)).not.toContain('theirs@example.org');
    }
    expect(await statuses(w, [ours, theirs])).toEqual(['removed', 'pending']);
  });

  it('does the rest when one cannot be done, and says why for each', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await join(w, 'admin@example.org', 'Admin');
    const boss = await memberOf(w, ownerAddress);
    await setMember(w, await join(w, 'gone@example.org'), { status: 'removed' });
    await invite(w, 'pia@example.org');
    await join(w, 'ana@example.org');
    await join(w, 'zoe@example.org');
    const choice: Choice = {
      kind: 'matching',
      filter: { statuses: ['active', 'pending', 'removed'] },
    };
    const { job, rows } = await ended(w, await w.callAs(admin, 'users.suspendMany', { organizationId, choice }));
    expect(job).toMatchObject({ state: 'finished', total: 6, done: 2, failed: 4 });
    expect(rows.map(told)).toEqual([
      'admin@example.org yourself',
      'ana@example.org done',
      'gone@example.org not-found',
      `${ownerAddress} role-not-grantable`,
      'pia@example.org not-active',
      'zoe@example.org done',
    ]);
    expect(rows[3]?.error).toEqual({ code: 'role-not-grantable', data: { role: 'Owner' } });
    expect((await membership(w, boss)).status).toBe('active');
    expect(await auditOf(w, 'users.suspendMany', 'ana@example.org')).toHaveLength(1);
    expect(await auditOf(w, 'users.suspendMany', 'pia@example.org')).toEqual([]);
  });

  it('keeps the last of the owners, whichever comes last, and changes the others', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const members = [await join(w, 'ana@example.org', 'Owner'), await join(w, 'bela@example.org', 'Owner')];
    const roles = { add: [await roleId(w, 'Admin')], remove: [await roleId(w, 'Owner')] };
    const { rows } = await ended(w, await w.call('users.updateMany', { organizationId, choice: all, roles }));
    expect(rows.map(told)).toEqual(['ana@example.org done', 'bela@example.org done', `${ownerAddress} last-owner`]);
    const { rows: left } = await w.call('roles.list', { organizationId });
    expect(left.find((r) => r.key === 'owner')?.members).toBe(1);
    expect(await statuses(w, members)).toEqual(['active', 'active']);
  });

  it('leaves nobody without a role: whoever has only that one keeps it', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const [ana, bela] = (await joinMany(w, 2)) as [number, number];
    await w.call('users.update', { ...member(w, ana), roles: { add: [await roleId(w, 'Auditor')] } });
    const roles = { remove: [await roleId(w, 'Member')] };
    const { rows } = await ended(
      w,
      await w.call('users.updateMany', { organizationId, choice: chosen(ana, bela), roles }),
    );
    expect(rows.map(told)).toEqual(['p001@example.org done', 'p002@example.org role-needed']);
  });

  it('is refused as a whole when nobody could get what it asks for', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await join(w, 'admin@example.org', 'Admin');
    const roles = { add: [await roleId(w, 'Owner')] };
    await expect(w.callAs(admin, 'users.updateMany', { organizationId, choice: all, roles })).rejects.toMatchObject({
      code: 'role-not-grantable',
    });
    await expect(
      w.call('users.updateMany', { organizationId, choice: all, teams: { add: [999] } }),
    ).rejects.toMatchObject({ code: 'not-found', data: { what: 'teams' } });
    expect((await w.call('jobs.list', { organizationId })).rows).toEqual([]);
  });

  it('reports for each of the rest that a team is gone when it is archived on the way', async () => {
    let team = 0;
    const archive = ({ db }: CommandContext) =>
      db.updateTable('team').set({ archived_at: 1 }).where('id', '=', team).execute();
    const w = await freshWorkspace({ handlers: before(2, archive) });
    const { organizationId } = w;
    const people = await joinMany(w, 150);
    team = await addStructure(w, 'teams', 'Freight');
    const { job, rows } = await ended(
      w,
      await w.call('users.updateMany', { organizationId, choice: chosen(...people), teams: { add: [team] } }),
    );
    expect(job).toMatchObject({ state: 'finished', done: 100, failed: 50 });
    expect(rows.slice(100).every((r) => r.error?.code === 'not-found')).toBe(true);
    expect(await inTeam(w, team)).toHaveLength(100);
  });

  it('leaves nothing half written about somebody who is refused late', async () => {
    const halfway: Handlers = {
      ...handlers,
      'users.suspendMany': many({
        look: async () => undefined,
        async one(ctx, id) {
          await ctx.db.updateTable('membership').set({ status: 'suspended' }).where('id', '=', id).execute();
          ctx.note({ target: `member ${id}` });
          if (id % 2 === 0) throw new GatehouseError('yourself', {});
        },
      }),
    };
    const w = await freshWorkspace({ handlers: halfway });
    const people = await joinMany(w, 4);
    const { organizationId } = w;
    const { job } = await ended(w, await w.call('users.suspendMany', { organizationId, choice: chosen(...people) }));
    expect(job).toMatchObject({ done: 2, failed: 2 });
    expect(await statuses(w, people)).toEqual(people.map((id) => (id % 2 === 0 ? 'active' : 'suspended')));
    for (const id of people)
      expect(await auditOf(w, 'users.suspendMany', `member ${id}`)).toHaveLength(id % 2 === 0 ? 0 : 1);
  });
});

describe('many at once', () => {
  it('are suspended by a filter that they no longer match afterwards, and reactivated while there are seats', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const people = await joinMany(w, 120);
    const active: Choice = { kind: 'matching', filter: { statuses: ['active'], search: 'person' } };
    const suspended: Choice = { kind: 'matching', filter: { statuses: ['suspended'] } };
    expect((await ended(w, await w.call('users.suspendMany', { organizationId, choice: active }))).job).toMatchObject({
      done: 120,
      total: 120,
    });
    expect(new Set(await statuses(w, people))).toEqual(new Set(['suspended']));
    await w.call('organizations.update', { organizationId, seatLimit: 111 });
    const { job, rows } = await ended(w, await w.call('users.reactivateMany', { organizationId, choice: suspended }));
    expect(job).toMatchObject({ done: 110, failed: 10 });
    expect(rows[110]?.error).toEqual({ code: 'seats-exceeded', data: { free: 0, needed: 1 } });
    expect(await w.call('organizations.seats', { organizationId })).toMatchObject({ used: 111, free: 0 });
  });

  it('are chosen by the end of their access, and refused one by one where it has ended', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const [over = 0, soon = 0, later = 0] = await joinMany(w, 4);
    const day = 24 * hour;
    for (const [id, end] of [
      [over, 0],
      [soon, 3 * day],
      [later, 90 * day],
    ] as const)
      await setMember(w, id, { kind: 'guest', access_ends_at: w.clock.time + end });
    const choice: Choice = { kind: 'matching', filter: { guests: ['expiring', 'expired'] } };
    const { rows } = await ended(w, await w.call('users.suspendMany', { organizationId, choice }));
    expect(rows.map(told)).toEqual(['p001@example.org access-ended', 'p002@example.org done']);
    w.clock.advance(4 * day);
    const suspended: Choice = { kind: 'matching', filter: { statuses: ['suspended'] } };
    const { rows: again } = await ended(w, await w.call('users.reactivateMany', { organizationId, choice: suspended }));
    expect(again.map(told)).toEqual(['p002@example.org done']);
    const { rows: listed } = await w.call('users.list', { organizationId, guests: ['expired'], sort: 'expiry' });
    expect(listed.map((r) => r.membershipId)).toEqual([over, soon]);
    const expired: Choice = { kind: 'matching', filter: { statuses: ['expired'] } };
    const { rows: gone } = await ended(w, await w.call('users.removeMany', { organizationId, choice: expired }));
    expect(gone.map(told)).toEqual(['p001@example.org done', 'p002@example.org done']);
  });

  it('are removed for good, invited ones revoked', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const ana = await join(w, 'ana@example.org');
    const { membershipId: pia } = await invite(w, 'pia@example.org');
    const { rows } = await ended(w, await w.call('users.removeMany', { organizationId, choice: all }));
    expect(rows.map(told)).toEqual(['ana@example.org done', `${ownerAddress} yourself`, 'pia@example.org done']);
    expect(await statuses(w, [ana, pia])).toEqual(['removed', 'revoked']);
    const waiting = await w.core.store.read.selectFrom('outbox').select('state').execute();
    expect(waiting).toEqual([{ state: 'cancelled' }]);
  });

  it('are reinvited once each although they no longer match then, as far as seats suffice', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    for (const name of ['ana', 'bela', 'cleo']) {
      const { membershipId } = await invite(w, `${name}@example.org`);
      await w.call('invitations.copyLink', member(w, membershipId));
    }
    w.clock.advance(80 * hour);
    const { membershipId: open } = await invite(w, 'dora@example.org');
    await w.call('organizations.update', { organizationId, seatLimit: 4 });
    const choice: Choice = { kind: 'matching', filter: { statuses: ['pending', 'expired'] } };
    const { rows } = await ended(w, await w.call('invitations.reinviteMany', { organizationId, choice }));
    expect(rows.map(told)).toEqual([
      'ana@example.org done',
      'bela@example.org done',
      'cleo@example.org seats-exceeded',
      'dora@example.org done',
    ]);
    expect((await w.call('users.get', member(w, open))).invitations).toMatchObject([
      { generation: 2, state: 'pending' },
      { generation: 1, state: 'replaced' },
    ]);
    expect(await auditOf(w, 'invitations.reinviteMany', 'ana@example.org')).toMatchObject([
      { detail: { generation: 2 } },
    ]);
  });

  it('have their invitations revoked; whoever has already joined gets a row that says so', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const ana = await join(w, 'ana@example.org');
    const { membershipId: pia } = await invite(w, 'pia@example.org');
    const { rows } = await ended(
      w,
      await w.call('invitations.revokeMany', { organizationId, choice: chosen(ana, pia) }),
    );
    expect(rows.map(told)).toEqual(['ana@example.org not-pending', 'pia@example.org done']);
    expect(await statuses(w, [ana, pia])).toEqual(['active', 'revoked']);
  });
});
