// Gives the people of a benchmark a past: some have joined, some let their link expire, some left; guests and agents, too.
import type { Core } from '../../../src-main/core.ts';
import type { WritableDb } from '../../../src-main/database/schema.ts';

const day = 24 * 3_600_000;

/** One in this many people is in the team. */
const teams = { Everyone: 1, Thirtieth: 30, Hundredth: 100, Thousandth: 1000 } as const;
export const teamNames = Object.keys(teams);
export const teamsOf = (i: number) => Object.entries(teams).flatMap(([name, every]) => (i % every === 0 ? [name] : []));

/** Of a hundred people added after the member `from`, 60 have joined, 20 wait, 14 are expired, 6 are suspended or left. */
export async function liveOn(core: Core, from: number): Promise<void> {
  await core.changes.write([], core.clock.now(), async (db) => {
    const newcomers = (lowest: number, highest: number) =>
      db
        .selectFrom('membership')
        .select('id')
        .where('id', '>', from)
        .where((e) => e.between(e('id', '%', 100), lowest, highest));
    const fates = { active: [0, 59], suspended: [94, 94], revoked: [95, 97], removed: [98, 99] } as const;
    for (const [status, [lowest, highest]] of Object.entries(fates)) {
      const state = status === 'active' || status === 'suspended' ? 'accepted' : 'revoked';
      const ended = { state, ended_at: Date.now() } as const;
      const whom = newcomers(lowest, highest);
      await db.updateTable('invitation').set(ended).where('membership_id', 'in', whom).execute();
      await db
        .updateTable('membership')
        .set({ status: status as keyof typeof fates })
        .where('id', 'in', whom)
        .execute();
    }
    await db
      .updateTable('invitation')
      .set({ starts_at: Date.now() - 8 * day, expires_at: Date.now() - day })
      .where('membership_id', 'in', newcomers(80, 93))
      .execute();
    for (const [kind, every] of [
      ['guest', 150],
      ['inbox-agent', 1000],
    ] as const)
      await db
        .updateTable('membership')
        .set({ kind })
        .where('id', '>', from)
        .where((e) => e(e('id', '%', every), '=', 7))
        .execute();
    await endAccess(db, from);
    // last changes are spread over time, not in the order in which people were added
    await db
      .updateTable('membership')
      .set((e) => ({ changed_at: e('created_at', '-', e(e('id', '*', 7919), '%', 100_003)) }))
      .where('id', '>', from)
      .execute();
  });
}

/** Of the guests added after the member `from`, a third no longer have access; a tenth have no sponsor. */
async function endAccess(db: WritableDb, from: number): Promise<void> {
  const guests = await db
    .selectFrom('membership')
    .select(['id', 'status'])
    .where('id', '>', from)
    .where('kind', '=', 'guest')
    .execute();
  const sponsors = await db
    .selectFrom('membership')
    .select('person_id')
    .where('status', '=', 'active')
    .limit(50)
    .execute();
  for (const [i, { id, status }] of guests.entries())
    await db
      .updateTable('membership')
      .set({
        guest_days: 90,
        access_ends_at: status === 'pending' ? null : Date.now() + (((i * 37) % 90) - 30) * day,
        sponsor_id: i % 10 === 0 ? null : (sponsors[i % sponsors.length]?.person_id ?? null),
      })
      .where('id', '=', id)
      .execute();
}
