import { sql } from 'kysely';
import type { ReadableDb, WritableDb } from './schema.ts';

const hour = 3_600_000;

/**
 * The life of a link starts when its mail is handed to the server or when it is first copied, whichever comes first;
 * held mail does not age.
 * @returns the instant at which it ends
 */
export async function startLife(db: WritableDb, invitationId: number, now: number): Promise<number | null> {
  await db
    .updateTable('invitation')
    .set((e) => ({ starts_at: now, expires_at: e(e.val(now), '+', e('life_hours', '*', hour)) }))
    .where('id', '=', invitationId)
    .where('starts_at', 'is', null)
    .execute();
  const row = await db.selectFrom('invitation').select('expires_at').where('id', '=', invitationId).executeTakeFirst();
  return row?.expires_at ?? null;
}

/** The same for many at once, where the ends are not asked for. */
export async function startLives(db: WritableDb, invitationIds: readonly number[], now: number): Promise<void> {
  if (invitationIds.length === 0) return;
  await db
    .updateTable('invitation')
    .set((e) => ({ starts_at: now, expires_at: e(e.val(now), '+', e('life_hours', '*', hour)) }))
    .where('id', 'in', invitationIds)
    .where('starts_at', 'is', null)
    .execute();
}

/** Begins the life of a link that is out once more. @returns the instant at which it ends now */
export async function extendLife(
  db: WritableDb,
  { id, lifeHours }: { readonly id: number; readonly lifeHours: number },
  now: number,
): Promise<number> {
  const expiresAt = now + lifeHours * hour;
  await db.updateTable('invitation').set({ expires_at: expiresAt, reminded_at: null }).where('id', '=', id).execute();
  return expiresAt;
}

/** So many hours before a link ends, but never in the first half of its life. For queries that join `invitation`. */
export const beforeEnd = (hours: number) =>
  sql<number>`invitation.expires_at - min(${hours}, invitation.life_hours / 2.0) * ${hour}`;

export interface LinkBase {
  readonly address: string;
  readonly port: number;
  readonly baseUrl: string | null;
  /** Without a slash at the end. */
  readonly linksBeginWith: string;
  /** The links would work on this computer only. */
  readonly loopback: boolean;
}

/** What every link begins with: the configured base URL, else the portal's own address. Never a Host header. */
export async function linkBase(db: ReadableDb): Promise<LinkBase> {
  const { address, port, base_url } = await db.selectFrom('portal_settings').selectAll().executeTakeFirstOrThrow();
  const linksBeginWith = (base_url ?? `http://${address.includes(':') ? `[${address}]` : address}:${port}`).replace(
    /\/+$/,
    '',
  );
  return { address, port, baseUrl: base_url, linksBeginWith, loopback: isLoopback(new URL(linksBeginWith).hostname) };
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/i.test(host);
