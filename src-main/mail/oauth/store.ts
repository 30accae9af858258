import type { ReadableDb, WritableDb } from '../../database/schema.ts';

/** The sealed refresh token; undefined when another one was typed meanwhile, or the login has changed. */
export async function grantOf(db: ReadableDb, organizationId: number, grantId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('mail_oauth')
    .select('refresh_token_sealed')
    .where('organization_id', '=', organizationId)
    .where('grant_id', '=', grantId)
    .executeTakeFirst();
  return row?.refresh_token_sealed;
}

/** Replaces the refresh token that was used, unless another one has been stored meanwhile. */
export const replaceGrant = (db: WritableDb, organizationId: number, used: string, sealed: string) =>
  db
    .updateTable('mail_oauth')
    .set({ refresh_token_sealed: sealed })
    .where('organization_id', '=', organizationId)
    .where('refresh_token_sealed', '=', used)
    .execute();
