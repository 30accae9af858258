import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { invite, member } from '../../support/invitees.ts';
import { mixed, populate } from '../../support/population.ts';
import { freshWorkspace, hour, owner, type Workspace } from '../../support/workspace.ts';

const attention = (w: Workspace) => w.call('overview.attention', { organizationId: w.organizationId });
const day = 24 * hour;

describe('open invitations that need attention', () => {
  it('are as many as the lists behind them show, as time goes by, and none of another organization', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await populate(w, { n: 150, kinds: mixed });
    const { organizationId: other } = await w.call('organizations.create', {
      name: 'Other',
      owner: { name: owner.name, email: owner.email, password: 'another long sentence' },
    });
    await populate(w, { organizationId: other, n: 40 });
    const listed = async (mail: 'ending' | 'unanswered') =>
      (await w.call('users.list', { organizationId, kinds: [...memberKinds], invited: true, mail: [mail] })).total;
    const seen = new Set<string>();
    for (const wait of [0, 1, hour, 4 * hour, 18 * hour, hour]) {
      w.clock.advance(wait);
      const { ending, unanswered } = await attention(w);
      expect({ ending, unanswered }).toEqual({
        ending: await listed('ending'),
        unanswered: await listed('unanswered'),
      });
      seen.add(`${ending} ${unanswered}`);
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  it('become so by time alone, and the answer says when', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    expect(await attention(w)).toEqual({ ending: 0, unanswered: 0, nextChangeAt: null });
    await w.call('organizations.update', { organizationId, linkLifeHours: 240 });
    const ana = await invite(w, 'ana@example.org');
    expect(await attention(w)).toMatchObject({ nextChangeAt: null });
    const begun = w.clock.time;
    await w.call('invitations.copyLink', member(w, ana.membershipId));
    for (const [after, ending, unanswered, next] of [
      [0, 0, 0, 7],
      [7, 0, 1, 9],
      [9, 1, 1, 10],
      [10, 0, 0, null],
    ] as const) {
      w.clock.time = begun + after * day;
      const nextChangeAt = next === null ? null : begun + next * day;
      expect(await attention(w), `after ${after} days`).toEqual({ ending, unanswered, nextChangeAt });
    }
  });

  it('are counted along indexes of open invitations only', async () => {
    const w = await freshWorkspace();
    const plan = async (condition: string) => {
      const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT count(*) FROM invitation
        WHERE invitation.organization_id = 1 AND invitation.state = 'pending' AND ${sql.raw(condition)}`.execute(
        w.core.store.read,
      );
      return rows.map((r) => r.detail).join();
    };
    expect(await plan('expires_at > 1 AND expires_at <= 9')).toBe(
      'SEARCH invitation USING COVERING INDEX invitation_ending (organization_id=? AND expires_at>? AND expires_at<?)',
    );
    expect(await plan('starts_at <= 1 AND expires_at > 9 AND expires_at > starts_at + 604800000')).toBe(
      'SEARCH invitation USING COVERING INDEX invitation_unanswered (organization_id=? AND starts_at<?)',
    );
  });
});
