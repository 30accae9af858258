import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import { foldName } from '#contract/fold.ts';
import { onOneLine } from '#contract/showable.ts';
import type { Schema } from './schema.ts';

/** Escapes what LIKE would take for a placeholder. */
const literal = (text: string) => text.replace(/[\\%_]/g, (c) => `\\${c}`);

/**
 * Members whose name or address contains `text`, whatever case and accents. From three letters on the trigram index
 * names the candidates and LIKE verifies them; shorter texts are looked for along the list's own order.
 */
export function memberMatches(e: ExpressionBuilder<Schema, 'membership'>, text: string) {
  const wanted = foldName(onOneLine(text)); // no name holds what is taken out, and the index stumbles over NUL
  const verified = sql<SqlBool>`membership.search_text LIKE ${`%${literal(wanted)}%`} ESCAPE '\\'`;
  const letters = [...wanted];
  if (letters.length < 3) return e.and([verified]) as ExpressionWrapper<Schema, 'membership', SqlBool>;
  const trigrams = letters.slice(2).map(
    (_, i) =>
      `"${letters
        .slice(i, i + 3)
        .join('')
        .replaceAll('"', '""')}"`,
  );
  const candidates = sql<SqlBool>`membership.id IN (SELECT rowid FROM membership_search WHERE membership_search MATCH ${trigrams.join(' AND ')})`;
  return e.and([candidates, verified]) as ExpressionWrapper<Schema, 'membership', SqlBool>;
}
