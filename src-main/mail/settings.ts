import type { MailSettings, Pause, Stop } from '#contract/mail.ts';
import type { ReadableDb, WritableDb } from '../database/schema.ts';
import type { MailSettingsTable } from '../database/tables/mail.ts';
import type { Keys } from '../kernel/keys.ts';
import type { MailServer } from './smtp/server.ts';

export interface StoredSettings extends Omit<MailServer, 'password'> {
  readonly passwordSealed: string | null;
  readonly senderName: string;
  readonly sender: string;
  readonly replyTo: string | null;
}

/** The settings with how the queue stands and how fast it may go. */
export interface Queue extends StoredSettings {
  /** At most so many messages in any minute. */
  readonly perMinute: number | null;
  /** What stopped it. */
  readonly pause: Pause | null;
  /** Who stopped it. */
  readonly stop: Stop | null;
  readonly offlineSince: number | null;
}

export async function loadSettings(db: ReadableDb, organizationId: number): Promise<Queue | undefined> {
  const row = await db
    .selectFrom('mail_settings')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    host: row.host,
    port: row.port,
    security: row.security,
    login: row.login,
    passwordSealed: row.password_sealed,
    senderName: row.sender_name,
    sender: row.sender,
    replyTo: row.reply_to,
    acceptAnyCertificate: row.accept_any_certificate === 1,
    perMinute: row.per_minute,
    pause: pauseOf(row),
    stop: row.stopped_at === null ? null : { by: row.stopped_by ?? '', at: row.stopped_at },
    offlineSince: row.offline_since,
  };
}

const pauseOf = (row: Pick<MailSettingsTable, 'paused_reason' | 'paused_answer' | 'paused_at'>): Pause | null =>
  row.paused_reason === null
    ? null
    : { reason: row.paused_reason, answer: row.paused_answer ?? '', at: row.paused_at ?? 0 };

/** As the window sees them: that there is a password, not which. */
export function shownSettings(queue: Queue): MailSettings {
  const { passwordSealed, pause: _pause, stop: _stop, offlineSince: _since, ...settings } = queue;
  return { ...settings, hasPassword: passwordSealed !== null };
}

/** @throws when the workspace key is not the one that sealed the password */
export function serverOf(settings: StoredSettings, keys: Keys): MailServer {
  const { host, port, security, login, acceptAnyCertificate, passwordSealed } = settings;
  const password = passwordSealed === null ? '' : keys.unseal(passwordSealed);
  return { host, port, security, login, password, acceptAnyCertificate };
}

/** Two settings that lead to the same server as the same sender. */
export const sameWay = (a: StoredSettings, b: StoredSettings): boolean => wayOf(a) === wayOf(b);
const wayOf = (s: StoredSettings) =>
  JSON.stringify([
    [s.host, s.port, s.security, s.login, s.passwordSealed, s.acceptAnyCertificate],
    [s.senderName, s.sender, s.replyTo],
  ]);

/** Stores settings, ends a pause that trouble made (not one that somebody wanted) and makes deferred mail due at once: that is what they were mended for. */
export async function saveSettings(
  db: WritableDb,
  organizationId: number,
  settings: StoredSettings & Pick<Queue, 'perMinute'>,
  now: number,
): Promise<void> {
  const row = {
    host: settings.host,
    port: settings.port,
    security: settings.security,
    login: settings.login,
    password_sealed: settings.passwordSealed,
    sender_name: settings.senderName,
    sender: settings.sender,
    reply_to: settings.replyTo,
    accept_any_certificate: settings.acceptAnyCertificate ? 1 : 0,
    per_minute: settings.perMinute,
    offline_since: null,
    paused_reason: null,
    paused_answer: null,
    paused_at: null,
  };
  await db
    .insertInto('mail_settings')
    .values({ organization_id: organizationId, ...row })
    .onConflict((c) => c.column('organization_id').doUpdateSet(row))
    .execute();
  await makeDue(db, organizationId, now);
}

/** Lets nothing begin to leave until the queue is resumed; of two who pause it, the first is told. */
export const stopQueue = (db: WritableDb, organizationId: number, { by, at }: Stop) =>
  db
    .updateTable('mail_settings')
    .set({ stopped_by: by, stopped_at: at })
    .where('organization_id', '=', organizationId)
    .where('stopped_at', 'is', null)
    .execute();

/** Ends a pause, whoever or whatever made it, and makes waiting mail due at once. */
export async function resumeQueue(db: WritableDb, organizationId: number, now: number): Promise<void> {
  await db
    .updateTable('mail_settings')
    .set({ paused_reason: null, paused_answer: null, paused_at: null, stopped_by: null, stopped_at: null })
    .where('organization_id', '=', organizationId)
    .execute();
  await makeDue(db, organizationId, now);
}

async function makeDue(db: WritableDb, organizationId: number, now: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ next_at: now, changed_at: now })
    .where('organization_id', '=', organizationId)
    .where('next_at', '>', now)
    .execute();
}

/** Stops an organization's queue, unless its settings have been changed since the attempt that says so. */
export async function pauseQueue(
  db: WritableDb,
  organizationId: number,
  tried: StoredSettings,
  pause: Pause,
): Promise<void> {
  const current = await loadSettings(db, organizationId);
  if (!current || current.pause || !sameWay(current, tried)) return;
  await db
    .updateTable('mail_settings')
    .set({ paused_reason: pause.reason, paused_answer: pause.answer, paused_at: pause.at })
    .where('organization_id', '=', organizationId)
    .execute();
}
