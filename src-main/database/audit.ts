import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadableDb } from './schema.ts';

/** Columns of the log that have an index of their own. */
export type AuditIndexed = 'actor' | 'operation' | 'face' | 'outcome' | 'target';

/** A condition that is checked row by row: the plus keeps SQLite from walking along the index of that column. */
export const residual = (column: AuditIndexed, values: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`+audit.${sql.ref(column)} IN (${sql.join([...values])})`;

/** Everybody who appears in the log as the actor, found by jumping from one to the next: few reads for any log. */
export async function auditActors(db: ReadableDb, organizationId: number, most: number): Promise<string[]> {
  const found: string[] = [];
  for (let last = ''; found.length < most; ) {
    const next = await db
      .selectFrom('audit')
      .select('actor')
      .where('organization_id', '=', organizationId)
      .where('actor', '>', last)
      .orderBy('actor')
      .limit(1)
      .executeTakeFirst();
    if (!next) break;
    found.push(next.actor);
    last = next.actor;
  }
  return found;
}
