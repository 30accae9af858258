import { describe, expect, it } from 'vitest';
import { joinGuest, rowOf } from '../../support/guests.ts';
import { member } from '../../support/invitees.ts';
import { auditOf, ended, join, told } from '../../support/members.ts';
import { addOperator } from '../../support/operators.ts';
import { asOperator, freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const manager = asOperator('manager@example.com');
const sponsorOf = async (w: Workspace, membershipId: number) => (await rowOf(w, membershipId)).guest?.sponsor?.name;

describe('the sponsor of many guests', () => {
  it('is changed by a job, with a result for each; whoever is not a guest is left alone', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    await addOperator(w, 'manager@example.com', 'Account manager');
    const ana = await joinGuest(w, 'ana@example.org');
    const bela = await joinGuest(w, 'bela@example.org');
    const chloe = await joinGuest(w, 'chloe@example.org');
    const user = await join(w, 'user@example.org');
    expect(await sponsorOf(w, ana)).toBe(owner.name);
    const choice = { kind: 'chosen' as const, membershipIds: [ana, bela, user] };
    const input = { organizationId, choice, sponsorMembershipId: user };
    const { job, rows } = await ended(w, await w.callAs(manager, 'guests.setSponsorMany', input));
    expect(job).toMatchObject({ state: 'finished', done: 2, failed: 1 });
    expect(rows.map(told)).toEqual(['ana@example.org done', 'bela@example.org done', 'user@example.org not-a-guest']);
    expect(await sponsorOf(w, ana)).toBe('user@example.org');
    expect(await sponsorOf(w, bela)).toBe('user@example.org');
    expect(await sponsorOf(w, chloe)).toBe(owner.name);
    expect(await auditOf(w, 'guests.setSponsorMany', 'ana@example.org')).toMatchObject([
      { detail: { sponsor: 'user@example.org' } },
    ]);
  });

  it('is given to all that match, such as those without one; somebody unsuitable is refused at once', async () => {
    const w = await freshWorkspace();
    const { organizationId } = w;
    const ana = await joinGuest(w, 'ana@example.org');
    const bela = await joinGuest(w, 'bela@example.org');
    const user = await join(w, 'user@example.org');
    await w.call('guests.update', { ...member(w, ana), sponsorMembershipId: null });
    const choice = {
      kind: 'matching' as const,
      filter: { kinds: ['guest' as const], guests: ['no-sponsor' as const] },
    };
    const start = (sponsorMembershipId: number) =>
      w.call('guests.setSponsorMany', { organizationId, choice, sponsorMembershipId });
    await expect(start(bela)).rejects.toMatchObject({ code: 'not-found' });
    const { rows } = await ended(w, await start(user));
    expect(rows.map(told)).toEqual(['ana@example.org done']);
    expect(await sponsorOf(w, ana)).toBe('user@example.org');
    expect(await sponsorOf(w, bela)).toBe(owner.name);
  });
});
