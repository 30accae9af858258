import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { MailFilter } from '#contract/outbox.ts';
import type { Schema } from './schema.ts';
import { likePattern } from './search.ts';

/**
 * Messages that a filter shows. A search or a kind is looked up in the index that covers the query, along the list's
 * order; the plus keeps SQLite from the index by state, through which it would read every letter.
 */
export function mailFits(
  e: ExpressionBuilder<Schema, 'outbox'>,
  { state, kinds, search }: MailFilter,
): ExpressionWrapper<Schema, 'outbox', SqlBool> {
  const narrow = kinds.length > 0 || search !== '';
  return e.and([
    ...(state ? [narrow ? sql<SqlBool>`+outbox.state = ${state}` : e('outbox.state', '=', state)] : []),
    ...(kinds.length > 0 ? [e('outbox.kind', 'in', [...new Set(kinds)])] : []),
    ...(search ? [sql<SqlBool>`outbox.search_text LIKE ${likePattern(search)} ESCAPE '\\'`] : []),
  ]);
}
