import { sql } from 'kysely';
import type { Populated } from './two-organizations.ts';
import type { Workspace } from './workspace.ts';

/** Tables that every attempt writes to, or that belong to the whole workspace. */
const otherTables = ['audit', 'change_log', 'lease', 'portal_settings', 'session', 'migration', 'kysely_migration'];

type Row = Readonly<Record<string, unknown>>;

/** Every row of an organization, and of people who are only in it, by table: to show that nothing changed. */
export async function rowsOf(w: Workspace, { organizationId, word }: Populated): Promise<Record<string, Row[]>> {
  const db = w.core.store.read as unknown as Parameters<ReturnType<typeof sql<Row>>['execute']>[0];
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%'
  `.execute(db);
  const all = new Map<string, Row[]>();
  for (const { name } of tables)
    if (!otherTables.includes(name)) all.set(name, (await sql<Row>`select * from ${sql.table(name)}`.execute(db)).rows);
  const own = (table: string) =>
    new Set((all.get(table) ?? []).filter((row) => row.organization_id === organizationId).map((row) => row.id));
  const [members, roles, jobs] = [own('membership'), own('role'), own('job')];
  const belongs = (row: Row) =>
    row.organization_id === organizationId ||
    members.has(row.membership_id) ||
    roles.has(row.role_id) ||
    jobs.has(row.job_id) ||
    Object.values(row).some((value) => typeof value === 'string' && value.includes(word));
  return Object.fromEntries([...all].map(([name, rows]) => [name, rows.filter(belongs)]));
}
