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

/** The same for many at once, where the ends are not needed. */
export async function startLives(db: WritableDb, invitationIds: readonly number[], now: number): Promise<void> {
  if (invitationIds.length === 0) return;
  await db
    .updateTable('invitation')
    .set((e) => ({ starts_at: now, expires_at: e(e.val(now), '+', e('life_hours', '*', hour)) }))
    .where('id', 'in', invitationIds)
    .where('starts_at', 'is', null)
    .execute();
}

/** Restarts the life of a link that is already out. @returns the instant at which it ends now */
export async function extendLife(
  db: WritableDb,
  { id, lifeHours }: { readonly id: number; readonly lifeHours: number },
  now: number,
): Promise<number> {
  const expiresAt = now + lifeHours * hour;
  await db.updateTable('invitation').set({ expires_at: expiresAt, reminded_at: null }).where('id', '=', id).execute();
  return expiresAt;
}

/** That many hours before a link ends, but never in the first half of its life. For queries that join `invitation`. */
export const beforeEnd = (hours: number) =>
  sql<number>`invitation.expires_at - min(${hours}, invitation.life_hours / 2.0) * ${hour}`;

/** Both PEM; the certificate comes first in its file, followed by those of its issuers. */
export interface CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

export interface LinkBase {
  readonly address: string;
  readonly port: number;
  readonly baseUrl: string | null;
  /** What the portal itself serves HTTPS with; null: plain HTTP, perhaps behind a proxy. */
  readonly certificate: CertificateFiles | null;
  /** Addresses and networks of trusted proxies; empty: the usual ones. */
  readonly trustedProxies: readonly string[];
  /** Without a slash at the end. */
  readonly linksBeginWith: string;
  /** Whether the links would work on this computer only. */
  readonly loopback: boolean;
}

/** What every link begins with: the configured base URL, else the portal's own address. Never a Host header. */
export async function linkBase(db: ReadableDb): Promise<LinkBase> {
  const { address, port, base_url, ...row } = await db
    .selectFrom('portal_settings')
    .selectAll()
    .executeTakeFirstOrThrow();
  const { certificate_file: certificateFile, key_file: keyFile } = row;
  const certificate = certificateFile !== null && keyFile !== null ? { certificateFile, keyFile } : null;
  const linksBeginWith = linkBeginning({ address, port, baseUrl: base_url, certificate });
  return {
    ...{ address, port, baseUrl: base_url, certificate, linksBeginWith },
    trustedProxies: row.trusted_proxies.split(' ').filter(Boolean),
    loopback: isLoopback(new URL(linksBeginWith).hostname),
  };
}

/** What links begin with under such settings. */
export function linkBeginning(
  settings: Pick<LinkBase, 'address' | 'port' | 'baseUrl'> & { readonly certificate: unknown },
): string {
  const { address, port, baseUrl, certificate } = settings;
  const host = address.includes(':') ? `[${address}]` : address;
  return (baseUrl ?? `${certificate ? 'https' : 'http'}://${host}:${port}`).replace(/\/+$/, '');
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/i.test(host);

/** A link works for longer than a week, worded to match the partial index of exactly those. */
export const outlivesWeek = () => sql<boolean>`invitation.expires_at > invitation.starts_at + 604800000`;
