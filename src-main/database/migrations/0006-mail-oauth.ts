import { type Kysely, sql } from 'kysely';

/** Login by OAuth 2: organizations without a row here go on as before, by password or without a login. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`CREATE TABLE mail_oauth (
      organization_id INTEGER PRIMARY KEY REFERENCES mail_settings(organization_id) ON DELETE CASCADE,
      provider TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      client_id TEXT NOT NULL,
      client_secret_sealed TEXT,
      refresh_token_sealed TEXT NOT NULL,
      scope TEXT NOT NULL,
      grant_id TEXT NOT NULL
    ) STRICT`)
    .execute(db);
}
