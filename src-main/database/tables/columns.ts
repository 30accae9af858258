import type { ColumnType, Generated } from 'kysely';

// Instants are milliseconds since 1970 in UTC; booleans are 0 or 1, as SQLite keeps them.

/** Written once, never updated. */
export type Fixed<T> = ColumnType<T, T, never>;
export type Id = Generated<number>;
