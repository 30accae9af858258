import { GatehouseError } from '#contract/errors.ts';
import { failpoint } from '../../database/failpoint.ts';
import { cancelGuestMail, queueGuestMail } from '../../mail/queue.ts';
import type { Deed } from '../jobs/deed.ts';
import type { InOrganization } from '../users/members.ts';
import { accessEnd } from './access-end.ts';
import { guestToChange, lookAtGuests, refuseEnded, type Seen } from './members.ts';

interface Renewal extends InOrganization {
  /** Whether the guest gets a mail that says until when. */
  readonly notify: boolean;
}

/** Access lasts the invitation's period from today, however much of it was left. */
export const renew: Deed<Renewal, Seen, { endsAt: number }> = {
  look: lookAtGuests,
  async one(ctx, membershipId, { organizationId, notify }, seen) {
    const { organization } = seen;
    const member = guestToChange(ctx, seen, membershipId);
    const { email, name, status, guestDays, accessEndsAt } = member;
    if (status !== 'active') throw new GatehouseError('not-active', { email });
    refuseEnded(member, ctx.now);

    const days = guestDays ?? organization.guestDays;
    const endsAt = accessEnd(ctx.now, days, organization.timeZone);
    await ctx.db
      .updateTable('membership')
      .set({ access_ends_at: endsAt, changed_at: ctx.now })
      .where('id', '=', membershipId)
      .execute();
    failpoint('renew.extended');
    await cancelGuestMail(ctx.db, [membershipId], ctx.now);
    if (notify) {
      const about = { guest: { membershipId, name, email, endsAt }, days: null, sponsor: null };
      const to = { toEmail: email, toName: name || email };
      await queueGuestMail(ctx.db, [{ organizationId, membershipId, kind: 'guest-renewed', about, ...to }], ctx.now);
    }
    failpoint('renew.queued');
    ctx.note({ target: email, detail: { days, before: accessEndsAt, endsAt, notify } });
    return { endsAt };
  },
};
