// The rows that a piece of work has written, and writing the same ones again with bare prepared statements: the lower
// bound for any program that stores these rows.
import Database from 'better-sqlite3';

type Value = string | number | bigint | Buffer | null;

/** The new rows of one table, each in the order of `columns`. */
export interface Written {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const quoted = (name: string) => `"${name}"`;

/** Only ordinary tables: triggers and the search index write their rows again by themselves. */
const ordinary =
  "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('user_count', 'user_end')";

/** The rows that are in the file `after` but not in `before`. */
export function writtenBetween(before: string, after: string): readonly Written[] {
  const db = new Database(after, { readonly: true });
  try {
    db.prepare('ATTACH ? AS before').run(before);
    const written = (db.prepare(ordinary).pluck().all() as string[]).map((table) => {
      const found = db.prepare(`SELECT * FROM main.${quoted(table)} EXCEPT SELECT * FROM before.${quoted(table)}`);
      return { table, columns: found.columns().map(({ name }) => name), rows: found.raw().all() as Value[][] };
    });
    return written.filter(({ rows }) => rows.length > 0);
  } finally {
    db.close();
  }
}

/** Writes them in one transaction, `rowsAtOnce` per statement; returns the milliseconds to the commit. */
export function replay(file: string, written: readonly Written[], rowsAtOnce: number): number {
  const db = new Database(file);
  try {
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF']) db.pragma(pragma);
    const began = performance.now();
    db.exec('BEGIN IMMEDIATE');
    for (const { table, columns, rows } of written) write(db, { table, columns, rows }, rowsAtOnce);
    db.exec('COMMIT');
    return performance.now() - began;
  } finally {
    db.close();
  }
}

function write(db: Database.Database, { table, columns, rows }: Written, rowsAtOnce: number): void {
  const row = `(${columns.map(() => '?').join(', ')})`;
  // a row that was only changed is already there
  const into = `INSERT OR IGNORE INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES `;
  const single = db.prepare(into + row);
  const whole = rowsAtOnce > 1 ? Math.floor(rows.length / rowsAtOnce) * rowsAtOnce : 0;
  if (whole > 0) {
    const many = db.prepare(into + Array.from({ length: rowsAtOnce }, () => row).join(', '));
    for (let at = 0; at < whole; at += rowsAtOnce) many.run(rows.slice(at, at + rowsAtOnce).flat());
  }
  for (const values of rows.slice(whole)) single.run(values);
}
