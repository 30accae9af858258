import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Schema, WritableDb } from './schema.ts';

/** The columns of a table in which an organization's rows may name a person. */
export interface NamingColumns {
  readonly table: keyof Schema;
  /** The columns that identify a row. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** SQL: which of its rows belong to the organization `?`. */
  readonly of: string;
}
export type NamingRow = Readonly<Record<string, string | number | null>>;

/** Whether a text contains one of several others. ASCII letters match in either case, others exactly. */
const contains = (text: RawBuilder<unknown>, needles: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    needles.map((needle) => sql`instr(lower(${text}), lower(${needle})) > 0 OR instr(${text}, ${needle}) > 0`),
    sql` OR `,
  )})`;

/** Whether an audit entry contains one of several texts; a condition for queries on `audit`. */
export const auditNames = (needles: readonly string[]): RawBuilder<SqlBool> =>
  contains(sql`(actor || ' ' || coalesce(target, '') || ' ' || detail)`, needles);

/** Rows that contain one of several texts: their keys and all their texts. */
export async function rowsNaming(
  db: WritableDb,
  { table, key, columns, of }: NamingColumns,
  organizationId: number,
  needles: readonly string[],
): Promise<readonly NamingRow[]> {
  const text = sql`(${sql.join(
    columns.map((column) => sql`coalesce(${sql.ref(column)}, '')`),
    sql` || char(10) || `,
  )})`;
  const [before = '', after = ''] = of.split('?');
  const { rows } = await sql<NamingRow>`
    SELECT ${sql.join([...new Set([...key, ...columns])].map((column) => sql.ref(column)))} FROM ${sql.table(table)}
    WHERE ${sql.raw(before)}${organizationId}${sql.raw(after)} AND ${contains(text, needles)}`.execute(db);
  return rows;
}

/** Writes texts into one row. */
export async function writeTexts(
  db: WritableDb,
  { table, key }: NamingColumns,
  row: NamingRow,
  texts: readonly (readonly [column: string, text: string])[],
): Promise<void> {
  const sets = texts.map(([column, text]) => sql`${sql.ref(column)} = ${text}`);
  const where = key.map((column) => sql`${sql.ref(column)} = ${row[column]}`);
  await sql`UPDATE ${sql.table(table)} SET ${sql.join(sets)} WHERE ${sql.join(where, sql` AND `)}`.execute(db);
}
