import type Database from 'better-sqlite3';
import { GatehouseError } from '#contract/errors.ts';
import { connectTo } from './backup.ts';
import { lookThrough } from './look-through.ts';
import { migrations } from './migrations/index.ts';
import { sqliteTrouble } from './trouble.ts';

/** A summary of what a database holds, whatever its version. */
export interface Facts {
  /** The last migration that was run on it. */
  readonly version: string;
  readonly people: number;
  readonly organizations: readonly OrganizationFacts[];
  /** The last entry of the audit: which, and when it was written. */
  readonly auditEnd: { readonly id: number; readonly at: number } | null;
  /** What the chains of its audit begin with: shows whether it was written with a given key. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  readonly chain: number;
  readonly after_id: number;
  readonly seal: string;
  readonly proof: string;
}

export interface OrganizationFacts {
  readonly id: number;
  readonly name: string;
  readonly people: number;
  /** Open invitations. */
  readonly pending: number;
  /** Messages that have not been sent yet. */
  readonly waiting: number;
  /** Whether the person who asks belongs to it. */
  readonly asks: boolean;
}

/**
 * Opens a backup, checks every page and every reference, and says what is in it.
 * @param asking the key of an address: marks the organizations that person belongs to
 * @throws GatehouseError `file-damaged`, `file-newer`, `file-unreadable`
 */
export async function readFacts(file: string, asking?: string): Promise<Facts> {
  of(file, (connection) => versionOf(connection, file));
  await lookThrough(file);
  return countFacts(file, asking);
}

/** The same for a database in use, without looking for damage. */
export const countFacts = (file: string, asking?: string): Facts =>
  of(file, (connection) => ({ version: versionOf(connection, file), ...count(connection, asking) }));

/** What the chains of a database's audit begin with; nothing for an unusable database. */
export function readAnchors(file: string): readonly Anchor[] {
  let connection: Database.Database | undefined;
  try {
    connection = connectTo(file, { readonly: true, fileMustExist: true });
    return connection.prepare('SELECT * FROM audit_anchor').all() as Anchor[];
  } catch {
    return [];
  } finally {
    connection?.close();
  }
}

function of<T>(file: string, read: (connection: Database.Database) => T): T {
  let connection: Database.Database | undefined;
  try {
    connection = connectTo(file, { readonly: true, fileMustExist: true });
    return read(connection);
  } catch (error) {
    if (error instanceof GatehouseError) throw error;
    throw sqliteTrouble(error, file) ?? error;
  } finally {
    connection?.close();
  }
}

function versionOf(connection: Database.Database, file: string): string {
  const damaged = () => new GatehouseError('file-damaged', { file, detail: 'it is not a backup of Gatehouse' });
  const tables = connection.prepare('SELECT name FROM sqlite_schema').pluck().all();
  if (!tables.includes('kysely_migration') || !tables.includes('organization')) throw damaged();
  const names = connection.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all() as string[];
  const newer = names.find((name) => !Object.hasOwn(migrations, name));
  if (newer) throw new GatehouseError('file-newer', { file, version: newer });
  const last = names.at(-1);
  if (last === undefined) throw damaged();
  return last;
}

function count(connection: Database.Database, asking = ''): Omit<Facts, 'version'> {
  const has = (table: string) =>
    connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
  const organizations = connection
    .prepare(
      `SELECT id, name,
         (SELECT count(*) FROM membership m WHERE m.organization_id = o.id AND m.status <> 'removed') AS people,
         (SELECT count(*) FROM invitation i WHERE i.organization_id = o.id AND i.state = 'pending') AS pending,
         (SELECT count(*) FROM outbox q WHERE q.organization_id = o.id
            AND q.state IN ('queued', 'sending', 'deferred', 'uncertain', 'held')) AS waiting,
         EXISTS (SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.organization_id = o.id AND p.email_key = ?) AS asks
       FROM organization o ORDER BY name`,
    )
    .all(asking) as (Omit<OrganizationFacts, 'asks'> & { asks: number })[];
  return {
    people: connection.prepare('SELECT count(*) FROM person').pluck().get() as number,
    organizations: organizations.map((o) => ({ ...o, asks: o.asks === 1 })),
    auditEnd: (connection.prepare('SELECT id, at FROM audit ORDER BY id DESC LIMIT 1').get() ??
      null) as Facts['auditEnd'],
    anchors: has('audit_anchor') ? (connection.prepare('SELECT * FROM audit_anchor').all() as Anchor[]) : [],
  };
}
