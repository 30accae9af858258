/** The most that a file may hold. A file beyond these limits is refused as a whole, before any of it is used. */
export const importLimits = {
  /** The file itself, in bytes. */
  size: 20 * 1024 * 1024,
  /** The unpacked size of a zipped file (XLSX), in bytes. */
  expansion: 200 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  /** Characters of one cell. */
  cell: 10_000,
  /** Characters in all cells: a zipped file can refer to one long text a million times. */
  text: 60_000_000,
} as const;

/** For how many kinds of list this computer remembers the meaning of the columns. */
export const mostImports = 30;

/** What a column can say about a person, in the order in which it is offered. */
export const importFields = ['email', 'name', 'first', 'last', 'roles', 'teams', 'groups', 'products'] as const;
export type ImportField = (typeof importFields)[number];
