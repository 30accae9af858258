import { describe, expect, it } from 'vitest';
import { type MemberKind, memberKinds, presentStatuses } from '#contract/vocabulary/user-filter.ts';
import { type Inhabitant, ownerOf, populate } from '../../support/population.ts';
import { freshWorkspace, hour, owner } from '../../support/workspace.ts';

const choices: readonly (readonly MemberKind[])[] = [
  ...memberKinds.map((kind) => [kind]),
  ['user', 'guest'],
  ['user', 'inbox-agent'],
  ['guest', 'inbox-agent'],
  memberKinds,
];

describe('the counts of users', () => {
  it.each(choices.map((kinds) => [kinds]))(
    'cover only those of %s, expired ones included, as time goes by',
    async (kinds) => {
      const w = await freshWorkspace();
      const { organizationId } = w;
      const other = await w.call('organizations.create', {
        name: 'Other',
        owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
      });
      await populate(w, { organizationId: other.organizationId, n: 40 });
      const everybody = [...(await populate(w)).everybody, await ownerOf(w)];
      const ends = await endsOfPending();
      for (const [wait, gone] of [
        [0, 0],
        [1, 1],
        [5 * hour, 5 * hour],
      ] as const) {
        w.clock.time += wait;
        const now = w.clock.time;
        const here = everybody.filter((p) => kinds.includes(p.kind));
        // for pending people the link ends, for active guests the access
        const waiting = here.filter((p) => ends.has(p.membershipId));
        const joined = here.filter((p) => (p.status === 'active' || p.status === 'expired') && !waiting.includes(p));
        const endOf = (p: Inhabitant) => p.accessEndsAt ?? ends.get(p.membershipId) ?? Number.POSITIVE_INFINITY;
        const over = (some: readonly Inhabitant[]) => some.filter((p) => endOf(p) <= now).length;
        const coming = [...waiting, ...joined].map(endOf).filter((end) => end > now && Number.isFinite(end));
        const counts = await w.call('users.counts', { organizationId, kinds: [...kinds] });
        expect(counts, `after ${gone}`).toEqual({
          all: here.filter((p) => (presentStatuses as readonly string[]).includes(p.status)).length,
          active: joined.length - over(joined),
          pending: waiting.length - over(waiting),
          expired: over(waiting) + over(joined),
          suspended: here.filter((p) => p.status === 'suspended').length,
          nextChangeAt: coming.length > 0 ? Math.min(...coming) : null,
        });
        const links = waiting.map(endOf).filter((end) => end > now && Number.isFinite(end));
        expect(await w.call('users.counts', { organizationId, kinds: [...kinds], invited: true })).toEqual({
          all: waiting.length,
          active: 0,
          pending: waiting.length - over(waiting),
          expired: over(waiting),
          suspended: 0,
          nextChangeAt: links.length > 0 ? Math.min(...links) : null,
        });
      }

      async function endsOfPending() {
        const rows = await w.core.store.read
          .selectFrom('invitation')
          .select(['membership_id', 'expires_at'])
          .where('state', '=', 'pending')
          .execute();
        return new Map(rows.map((r) => [r.membership_id, r.expires_at]));
      }
    },
  );

  it('leave inbox agents out unless they are asked for', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await populate(w);
    const of = (kinds: MemberKind[]) => w.call('users.counts', { organizationId, kinds });
    expect(await w.call('users.counts', { organizationId })).toEqual(await of(['user', 'guest']));
    const agents = await of(['inbox-agent']);
    expect(agents.all).toBeGreaterThan(0);
    expect((await of([...memberKinds])).all).toBe((await of(['user', 'guest'])).all + agents.all);
  });
});
