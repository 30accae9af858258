import type { ReadableDb, WritableDb } from '../../database/schema.ts';

/** The sealed refresh token; undefined when another one was typed meanwhile, or the login is another one. */
export async function grantOf(db: ReadableDb, organizationId: number, grantId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('mail_oauth')
    .select('refresh_token_sealed')
    .where('organization_id', '=', organizationId)
    .where('grant_id', '=', grantId)
    .executeTakeFirst();
  return row?.refresh_token_sealed;
}

/** Puts another refresh token in the place of the one that was used, unless something else stands there by now. */
export const replaceGrant = (db: WritableDb, organizationId: number, used: string, sealed: string) =>
  db
    .updateTable('mail_oauth')
    .set({ refresh_token_sealed: sealed })
    .where('organization_id', '=', organizationId)
    .where('refresh_token_sealed', '=', used)
    .execute();
