import type { Selectable } from 'kysely';
import type { MailSettings, Pause, Stop } from '#contract/mail.ts';
import type { MailAuth } from '#contract/vocabulary/mail.ts';
import type { OauthProvider } from '#contract/vocabulary/mail-oauth.ts';
import type { ReadableDb, WritableDb } from '../database/schema.ts';
import type { MailSettingsTable } from '../database/tables/mail.ts';
import type { AccessTokens } from '../kernel/access-tokens.ts';
import type { Keys } from '../kernel/keys.ts';
import type { MailServer } from './smtp/server.ts';

/** How access tokens are obtained. The refresh token is read each time, since the endpoint may replace it. */
export interface StoredOauth {
  readonly provider: OauthProvider;
  readonly endpoint: string;
  readonly clientId: string;
  readonly clientSecretSealed: string | null;
  readonly refreshTokenSealed: string;
  readonly scope: string;
  readonly grantId: string;
}

export interface StoredSettings extends Omit<MailServer, 'password' | 'accessToken'> {
  readonly passwordSealed: string | null;
  /** Null: login by password, or none. */
  readonly oauth: StoredOauth | null;
  readonly senderName: string;
  readonly sender: string;
  readonly replyTo: string | null;
}

/** The settings, with the state of the queue and how fast it may send. */
export interface Queue extends StoredSettings {
  /** The most messages in any minute. */
  readonly perMinute: number | null;
  /** The trouble that stopped it. */
  readonly pause: Pause | null;
  /** The operator, or the restore, that stopped it. */
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
  const oauth = await loadOauth(db, organizationId);
  return {
    host: row.host,
    port: row.port,
    security: row.security,
    login: row.login,
    passwordSealed: row.password_sealed,
    oauth,
    senderName: row.sender_name,
    sender: row.sender,
    replyTo: row.reply_to,
    acceptAnyCertificate: row.accept_any_certificate === 1,
    perMinute: row.per_minute,
    pause: pauseOf(row),
    stop: stopOf(row),
    offlineSince: row.offline_since,
  };
}

async function loadOauth(db: ReadableDb, organizationId: number): Promise<StoredOauth | null> {
  const row = await db
    .selectFrom('mail_oauth')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    provider: row.provider,
    endpoint: row.endpoint,
    clientId: row.client_id,
    clientSecretSealed: row.client_secret_sealed,
    refreshTokenSealed: row.refresh_token_sealed,
    scope: row.scope,
    grantId: row.grant_id,
  };
}

const pauseOf = (row: Pick<MailSettingsTable, 'paused_reason' | 'paused_answer' | 'paused_at'>): Pause | null =>
  row.paused_reason === null
    ? null
    : { reason: row.paused_reason, answer: row.paused_answer ?? '', at: row.paused_at ?? 0 };

const stopOf = (
  row: Pick<Selectable<MailSettingsTable>, 'stopped_by' | 'stopped_at' | 'stopped_restored'>,
): Stop | null =>
  row.stopped_at === null
    ? null
    : {
        by: row.stopped_by ?? '',
        at: row.stopped_at,
        ...(row.stopped_restored === 1 ? { restored: true as const } : {}),
      };

/** The kind of login that is stored. */
export const authOf = ({ login, oauth }: Pick<StoredSettings, 'login' | 'oauth'>): MailAuth =>
  oauth ? 'oauth2' : login === '' ? 'none' : 'password';

/** As the window sees them: whether there are secrets, not what they are. */
export function shownSettings(queue: Queue): MailSettings {
  const { passwordSealed, oauth, pause: _pause, stop: _stop, offlineSince: _since, ...settings } = queue;
  const shown = oauth && {
    provider: oauth.provider,
    endpoint: oauth.endpoint,
    clientId: oauth.clientId,
    scope: oauth.scope,
    hasClientSecret: oauth.clientSecretSealed !== null,
  };
  return { ...settings, auth: authOf(queue), hasPassword: passwordSealed !== null, oauth: shown };
}

/** @throws when the workspace key is not the one that sealed the secrets */
export function serverOf(
  organizationId: number,
  settings: StoredSettings,
  keys: Keys,
  tokens: AccessTokens,
): MailServer {
  const { host, port, security, login, acceptAnyCertificate, passwordSealed, oauth } = settings;
  const password = passwordSealed === null ? '' : keys.unseal(passwordSealed);
  const server = { host, port, security, login, password, acceptAnyCertificate };
  if (!oauth) return server;
  const { endpoint, clientId, clientSecretSealed, scope, grantId } = oauth;
  const clientSecret = clientSecretSealed === null ? '' : keys.unseal(clientSecretSealed);
  const client = { endpoint, clientId, clientSecret, scope };
  return { ...server, accessToken: tokens.ofStored(organizationId, client, grantId) };
}

/** Whether two settings lead to the same server as the same sender. */
export const sameWay = (a: StoredSettings, b: StoredSettings): boolean => wayOf(a) === wayOf(b);
const wayOf = (s: StoredSettings) =>
  JSON.stringify([
    [s.host, s.port, s.security, s.login, s.passwordSealed, s.acceptAnyCertificate],
    [s.senderName, s.sender, s.replyTo],
    // not the refresh token: the endpoint may replace it at any time, which changes nothing here
    s.oauth && [s.oauth.endpoint, s.oauth.clientId, s.oauth.clientSecretSealed, s.oauth.scope, s.oauth.grantId],
  ]);

/**
 * Stores settings, ends a pause caused by trouble (not one that somebody wanted) and makes deferred mail due at once, since
 * the settings were probably mended for it.
 */
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
  await saveOauth(db, organizationId, settings.oauth);
  await makeDue(db, organizationId, now);
}

async function saveOauth(db: WritableDb, organizationId: number, oauth: StoredOauth | null): Promise<void> {
  await db.deleteFrom('mail_oauth').where('organization_id', '=', organizationId).execute();
  if (!oauth) return;
  await db
    .insertInto('mail_oauth')
    .values({
      organization_id: organizationId,
      provider: oauth.provider,
      endpoint: oauth.endpoint,
      client_id: oauth.clientId,
      client_secret_sealed: oauth.clientSecretSealed,
      refresh_token_sealed: oauth.refreshTokenSealed,
      scope: oauth.scope,
      grant_id: oauth.grantId,
    })
    .execute();
}

/** Lets nothing begin to leave until the queue is resumed; if two people pause it, the first is recorded. */
export const stopQueue = (db: WritableDb, organizationId: number, { by, at }: Omit<Stop, 'restored'>) =>
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
    .set({
      paused_reason: null,
      paused_answer: null,
      paused_at: null,
      stopped_by: null,
      stopped_at: null,
      stopped_restored: 0,
    })
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

/** Stops an organization's queue, unless its settings have changed since the attempt that calls for it. */
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
