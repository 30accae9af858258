import type { Core } from '../../src-main/core.ts';
import { type EndAbout, isDigest, readAbout } from '../../src-main/mail/about.ts';
import { settle } from '../../src-main/mail/outbox/settle.ts';
import { allowBodies, fixLetters, takeDue } from '../../src-main/mail/outbox/take.ts';
import { type Told, whatIsTold } from './shadow.ts';

const holder = 'simulation';
const atOnce = 500;

/** Sends everything due as the outbox worker does, step by step with its own functions, to a server that accepts all. */
export async function sendDue(core: Core, organizations: readonly number[]): Promise<readonly Told[]> {
  const arrived: Told[] = [];
  const now = core.clock.now();
  for (const organizationId of organizations)
    for (;;) {
      const sent = await core.changes.write([], now, async (db) => {
        const taken = await takeDue(db, organizationId, holder, now, atOnce);
        if (taken.length === 0) return undefined;
        const ready = await fixLetters(db, taken, now);
        const ids = ready.map((r) => r.id);
        const allowed = ids.length === 0 ? new Set<number>() : await allowBodies(db, ids, holder, now);
        const result = { kind: 'sent', answer: '250 taken' } as const;
        const ended = ready.filter((r) => allowed.has(r.id)).map((taken) => ({ taken, result, lines: [] }));
        if (ended.length > 0) await settle(db, ended, { holder, now, random: () => 0.5, offline: 0 });
        return ended.map(({ taken }) => taken.id);
      });
      if (sent === undefined) break;
      arrived.push(...(await whatTheyTold(core, sent)).map((what) => ({ what, at: now })));
    }
  return arrived;
}

async function whatTheyTold(core: Core, ids: readonly number[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await core.store.read
    .selectFrom('outbox')
    .select(['to_email', 'kind', 'about'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ to_email, kind, about }) => {
    const read = about === null ? undefined : readAbout(about);
    if (!read || isDigest(read)) return [];
    const { guest, days }: EndAbout = read;
    if (days === null) return []; // about a renewal, which is not a notice
    if ((days === 0) !== kind.endsWith('-ended')) throw new Error(`${kind} tells of ${days} days`);
    return [whatIsTold(to_email, guest.membershipId, guest.endsAt, days)];
  });
}
