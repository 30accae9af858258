import { type Kysely, sql } from 'kysely';
import { foldName } from '#contract/fold.ts';

const statements = [
  // each is walked newest first; the other conditions of a filter are checked in the index itself, not in the rows
  'CREATE INDEX audit_listed ON audit (organization_id, at, id, operation, face, outcome)',
  'CREATE INDEX audit_by_actor ON audit (organization_id, actor, at, id, operation, face, outcome)',
  'CREATE INDEX audit_by_operation ON audit (organization_id, operation, at, id, face, outcome)',
  'CREATE INDEX audit_by_face ON audit (organization_id, face, at, id, outcome)',
  `CREATE INDEX audit_denied ON audit (organization_id, at, id) WHERE outcome = 'denied'`,
  'DROP INDEX audit_by_target',
  'CREATE INDEX audit_by_target ON audit (organization_id, target, at, id) WHERE target IS NOT NULL',
  // rows of the log are never changed, and none is taken out
  `CREATE VIRTUAL TABLE audit_search USING fts5(search_text, content='', tokenize='trigram', detail=none)`,
  'INSERT INTO audit_search (rowid, search_text) SELECT id, search_text FROM audit',
  `CREATE TRIGGER audit_search_added AFTER INSERT ON audit BEGIN
    INSERT INTO audit_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
  END`,
];

const atOnce = 500;
const longest = 600;
interface Row {
  readonly id: number;
  readonly actor: string;
  readonly operation: string;
  readonly target: string | null;
  readonly detail: string;
}

/** The audit by who, what, outcome, face, to whom, dates and text, each along an index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`ALTER TABLE audit ADD COLUMN search_text TEXT NOT NULL DEFAULT ''`).execute(db);
  for (let last = 0; ; ) {
    const { rows } = await sql<Row>`
      SELECT id, actor, operation, target, detail FROM audit WHERE id > ${last} ORDER BY id LIMIT ${atOnce}`.execute(
      db,
    );
    for (const { id, actor, operation, target, detail } of rows) {
      const text = foldName(`${actor} ${operation} ${target ?? ''} ${detail}`).slice(0, longest);
      await sql`UPDATE audit SET search_text = ${text} WHERE id = ${id}`.execute(db);
    }
    if (rows.length < atOnce) break;
    last = rows.at(-1)?.id ?? last;
  }
  for (const statement of statements) await sql.raw(statement).execute(db);
}
