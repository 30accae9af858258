import { CompiledQuery, type Insertable, type Selectable } from 'kysely';
import type { Schema, WritableDb } from './schema.ts';
import { slices } from './slices.ts';

/** Quoted, so that no name of a table or column can break out. */
const quoted = (name: string) => `"${name}"`;

/**
 * Writes many rows of one table, a hundred per statement, and returns the requested columns, in no order. The statements
 * are the same as those of `insertInto(…).values(rows)`, which builds each of them again, value by value: with a thousand
 * people that takes half as long as writing them.
 * @param rows all with the columns of the first one
 */
export async function insertRows<T extends keyof Schema, R extends keyof Selectable<Schema[T]> & string = never>(
  db: WritableDb,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
  returning: readonly R[] = [],
): Promise<Pick<Selectable<Schema[T]>, R>[]> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Insertable<Schema[T]> & string)[];
  const row = `(${columns.map(() => '?').join(', ')})`;
  const into = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values `;
  const answer = returning.length > 0 ? ` returning ${returning.map(quoted).join(', ')}` : '';
  const written: Pick<Selectable<Schema[T]>, R>[] = [];
  for (const slice of slices(rows)) {
    const values: unknown[] = [];
    for (const one of slice)
      for (const column of columns) {
        if (one[column] === undefined) throw new Error(`a row for ${table} lacks a column`);
        values.push(one[column]);
      }
    const statement = into + slice.map(() => row).join(', ') + answer;
    const { rows: told } = await db.executeQuery<Pick<Selectable<Schema[T]>, R>>(CompiledQuery.raw(statement, values));
    written.push(...told);
  }
  return written;
}
