import { describe, expect, it } from 'vitest';
import { inviteGuest, joinGuest, portalOf, rowOf, winterMidnight } from '../../support/guests.ts';
import { accept, member, newAccount } from '../../support/invitees.ts';
import { auditOf } from '../../support/members.ts';
import { freshWorkspace, owner, type Workspace } from '../../support/workspace.ts';

const email = 'ana@example.org';
const end = winterMidnight('2026-12-21');
const endOf = async (w: Workspace, membershipId: number) => (await rowOf(w, membershipId)).guest?.endsAt;

describe('a guest who goes', () => {
  it.each(['guests.remove', 'users.remove', 'profile.leave'] as const)(
    'by %s has an end of access in the audit, but no longer in the lists',
    async (operation) => {
      const w = await freshWorkspace();
      const { organizationId } = w;
      const membershipId = await joinGuest(w, email, { days: 30 });
      const later = await joinGuest(w, 'bela@example.org', { days: 90 });
      expect(await endOf(w, membershipId)).toBe(end);
      if (operation === 'profile.leave') await w.callAs(await portalOf(w, email), operation, { organizationId });
      else await w.call(operation, member(w, membershipId));
      expect(await endOf(w, membershipId)).toBeNull();
      expect(await auditOf(w, operation, email)).toMatchObject([{ detail: { endsAt: end } }]);
      const { rows } = await w.call('users.list', {
        organizationId,
        kinds: ['guest'],
        statuses: ['active', 'removed'],
        sort: 'expiry',
      });
      expect(rows.map((row) => row.membershipId)).toEqual([later, membershipId]);
    },
  );

  it.each(['guests.remove', 'profile.leave'] as const)(
    'by %s is signed out with the last organization that gave access, and not before',
    async (operation) => {
      const w = await freshWorkspace();
      const elsewhere = await w.call('organizations.create', { name: 'Nordhavn', owner });
      const there: Workspace = { ...w, organizationId: elsewhere.organizationId };
      const memberships = new Map([[there, await joinGuest(there, email, { days: 30 })]]);
      const { token, membershipId } = await inviteGuest(w, email, { days: 30 });
      await accept(w, token, { kind: 'existing', password: newAccount.password });
      memberships.set(w, membershipId);
      const ana = await portalOf(w, email);
      const signedIn = async () => (await w.callAs(ana, 'session.state', {})).person !== undefined;
      const go = (where: Workspace) =>
        operation === 'guests.remove'
          ? w.call(operation, member(where, memberships.get(where) ?? 0))
          : w.callAs(ana, operation, { organizationId: where.organizationId });
      await go(there);
      expect(await signedIn()).toBe(true);
      await go(w);
      expect(await signedIn()).toBe(false);
    },
  );
});
