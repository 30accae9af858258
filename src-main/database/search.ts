import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import { foldName } from '#contract/fold.ts';
import { onOneLine } from '#contract/showable.ts';
import type { Schema } from './schema.ts';

type Members = ExpressionBuilder<Schema, 'membership'>;
type Condition = ExpressionWrapper<Schema, 'membership', SqlBool>;

/** The text to look for, without characters that no name contains; the index stumbles over NUL. */
const wanted = (text: string) => foldName(onOneLine(text));
/** Escapes what LIKE would take for a placeholder. */
const literal = (text: string) => text.replace(/[\\%_]/g, (c) => `\\${c}`);

/** For LIKE with `ESCAPE '\\'`: the text anywhere in a folded one. */
export const likePattern = (text: string): string => `%${literal(wanted(text))}%`;

/** The query for the trigram index; undefined for texts under three letters, which it cannot find. */
function trigrams(text: string): string | undefined {
  const letters = [...wanted(text)];
  if (letters.length < 3) return undefined;
  const quoted = (part: string) => `"${part.replaceAll('"', '""')}"`;
  return letters
    .slice(2)
    .map((_, i) => quoted(letters.slice(i, i + 3).join('')))
    .join(' AND ');
}

/** Members whose name or address contains `text`, ignoring case and accents, read one by one along the list's order. */
export const memberContains = (e: Members, text: string): Condition =>
  e.and([sql<SqlBool>`membership.search_text LIKE ${likePattern(text)} ESCAPE '\\'`]);

/**
 * The same, with the candidates named by the trigram index where it can (from three letters on); `memberContains`
 * verifies them. For answers without an order: this gathers every candidate first.
 */
export function memberMatches(e: Members, text: string): Condition {
  const asked = trigrams(text);
  if (asked === undefined) return memberContains(e, text);
  const candidates = sql<SqlBool>`membership.id IN (SELECT rowid FROM membership_search WHERE membership_search MATCH ${asked})`;
  return e.and([candidates, memberContains(e, text)]);
}

/**
 * The ids of members (of any organization) that the trigram index considers a match, as a table; undefined where it
 * cannot tell. Reading some of them costs only what those cost, not what all would.
 */
export function searchCandidates(text: string) {
  const asked = trigrams(text);
  if (asked === undefined) return undefined;
  return sql<{ id: number }>`(SELECT rowid AS id FROM membership_search WHERE membership_search MATCH ${asked})`;
}

/** The same for the audit log: ids of its rows, of any organization. */
export function auditCandidates(text: string) {
  const asked = trigrams(text);
  if (asked === undefined) return undefined;
  return sql<{ id: number }>`(SELECT rowid AS id FROM audit_search WHERE audit_search MATCH ${asked})`;
}

/** Rows of the log that contain `text`, read one by one. */
export const auditContains = (text: string) => sql<SqlBool>`audit.search_text LIKE ${likePattern(text)} ESCAPE '\\'`;
