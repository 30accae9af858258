import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { ReadableDb, Schema } from './schema.ts';

type Given = Readonly<Record<string, string | number>>;

/** A placeholder for a value that is known only when the query is run. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.toPrimitive](): never {
    throw new Error(`a prepared question takes ${this.name} as it is given: reckon with it before`);
  }
}

const places = new Proxy({}, { get: (_, name) => new Place(String(name)) });

/**
 * Writes constant values into the SQL. Where SQLite's planner meets a bare parameter it may plan for its value, and then
 * prepares the statement again each time it is bound, kept or not; it does not look behind a plus, which changes nothing.
 */
class WordsCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Place) {
      this.append('+');
      super.appendValue(value);
    } else this.appendImmediateValue(value);
  }
}

/** Builds queries and runs none. */
const words = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new WordsCompiler(),
  },
});

type Ask = (sql: string, parameters: readonly unknown[]) => unknown[];
const direct = new WeakMap<ReadableDb, Ask>();

/**
 * Lets prepared queries bypass Kysely's queue for a connection. Only for a connection without transactions: nothing can come
 * in between there, since a statement is run and answered in one go.
 */
export const askDirectly = (db: ReadableDb, ask: Ask): void => void direct.set(db, ask);

/**
 * A query that nearly every call runs. It is built, compiled and planned the first time only, since that takes ten times as
 * long as running it. Only its SQL is kept: the data is read each time.
 * @param build may use what is given only as values in the query: the query is the same whatever they are
 */
export function prepared<G extends Given, R>(
  build: (db: ReadableDb, given: G) => Compilable<R>,
): (db: ReadableDb, given: G) => Promise<R[]> {
  let compiled: CompiledQuery<R> | undefined;
  return async (db, given) => {
    compiled ??= build(words, places as G).compile();
    const parameters = compiled.parameters.map((value) => given[(value as Place).name]);
    const ask = direct.get(db);
    if (ask) return ask(compiled.sql, parameters) as R[];
    return (await db.getExecutor().executeQuery<R>({ ...compiled, parameters })).rows;
  };
}
