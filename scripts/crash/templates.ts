import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Core, databaseFile, keyFile } from '../../src-main/core.ts';
import { nativeBinding } from '../../src-main/database/binding.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { createBackupDuty } from '../../src-main/features/backups/scheduler.ts';
import { makeToken } from '../../src-main/kernel/tokens.ts';
import { asNobody, asOwner, base, childTime, day, openAt, owner, passphrase, sendMail } from './life.ts';

/** Workspaces of which every run starts with a copy. */
export const templateNames = ['office', 'crowd', 'saved', 'sealed', 'older', 'nothing'] as const;
export type TemplateName = (typeof templateNames)[number];

const organizationId = 1;
const person = { kind: 'new', firstName: 'Siobhán', lastName: 'Ní Mhurchú', password: 'a sentence of mine' } as const;

/** @param port of the mail server to which the workspaces send */
export async function makeTemplates(root: string, port: number): Promise<void> {
  const at = (name: TemplateName) => path.join(root, name);
  await office(at('office'), port);
  await crowd(at('crowd'), port);
  for (const name of ['saved', 'sealed'] as const) {
    cpSync(at('office'), at(name), { recursive: true });
    await withBackups(at(name), name === 'sealed');
  }
  await older(at('older'));
  mkdirSync(at('nothing'));
}

/** People in every state: active, invited with their mail sent and with it waiting, guests; and a draft that is due. */
async function office(folder: string, port: number): Promise<void> {
  const core = await begun(folder, port);
  const send = (entries: readonly { email: string }[]) =>
    core.dispatch(asOwner, 'invitations.send', {
      organizationId,
      entries: [...entries],
      defaults: { roles: ['Member'] },
    });
  await core.dispatch(asOwner, 'teams.create', { organizationId, name: 'Freight' });
  await accept(core, (await send([{ email: 'active@example.org' }])).invited[0]?.invitationId ?? 0);
  const guests = { organizationId, emails: ['guest@example.org', 'visitor@example.org'], days: 30 };
  const { invited } = await core.dispatch(asOwner, 'guests.invite', guests);
  await accept(core, invited[0]?.invitationId ?? 0);
  await send(['pending0', 'pending1', 'pending2'].map((name) => ({ email: `${name}@example.org` })));
  await sendMail(core);
  await send(['waiting0', 'waiting1'].map((name) => ({ email: `${name}@example.org` })));
  for (const name of ['Spring', 'Summer']) {
    const entries = Array.from({ length: 3 }, (_, i) => ({ email: `${name.toLowerCase()}${i}@example.org` }));
    const terms = { kind: 'user', defaults: { roles: ['Member'] } } as const;
    const { id } = await core.dispatch(asOwner, 'drafts.save', { organizationId, name, terms, entries });
    await core.dispatch(asOwner, 'drafts.schedule', { organizationId, id, sendAt: childTime - day });
  }
  await core.close();
}

/** Enough people for a job of three chunks. */
async function crowd(folder: string, port: number): Promise<void> {
  const core = await begun(folder, port);
  const entries = Array.from({ length: 230 }, (_, i) => ({ email: `many${i}@example.org` }));
  await core.dispatch(asOwner, 'invitations.send', { organizationId, entries, defaults: { roles: ['Member'] } });
  await core.close();
}

async function begun(folder: string, port: number): Promise<Core> {
  const core = await openAt(folder, base);
  const caller = { face: 'cli', credentials: { kind: 'anonymous' } } as const;
  await core.dispatch(caller, 'organizations.create', { name: 'Example Logistics', linkLifeHours: 720, owner });
  await core.dispatch(asOwner, 'organizations.update', { organizationId, seatLimit: 300 });
  const server = { host: '127.0.0.1', port, security: 'none', sender: 'it@example.com' } as const;
  await core.dispatch(asOwner, 'mail.save', { organizationId, ...server });
  return core;
}

async function accept(core: Core, invitationId: number): Promise<void> {
  const token = makeToken(core.keys, { invitationId, generation: 1 });
  await core.dispatch(asNobody, 'invitations.accept', { token, account: person });
}

/** More than a day, lest a process that opens faster than the previous day's finds its backup not yet due. */
const dayAndMore = day + 60_000;

/** Nine daily backups, so that the next one replaces the oldest, and one by hand, which lacks what came after it. */
async function withBackups(folder: string, encrypted: boolean): Promise<void> {
  for (let n = 10; n > 1; n--) {
    const core = await openAt(folder, childTime - n * dayAndMore);
    if (n === 10 && encrypted)
      await core.dispatch(asOwner, 'backups.saveSettings', { automatic: true, folder: null, passphrase });
    const duty = createBackupDuty({ ...core, afterStart: 0 });
    await duty.look();
    await duty.close();
    if (n === 2) {
      await core.dispatch(asOwner, 'backups.make', {});
      await core.dispatch(asOwner, 'invitations.send', {
        ...{ organizationId, entries: [{ email: 'afterwards@example.org' }], defaults: { roles: ['Member'] } },
      });
    }
    await core.close();
  }
}

/** A workspace as left by a much older version. */
async function older(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const binding = nativeBinding();
  const database = new Database(databaseFile(folder), binding ? { nativeBinding: binding } : {});
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0011'));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest();
  if (error) throw error;
  for (const statement of oldRows) await sql.raw(statement).execute(db);
  await db.destroy();
  writeFileSync(keyFile(folder), `${Buffer.alloc(32, 7).toString('base64url')}\n`, { mode: 0o600 });
}

const oldRows = [
  `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('Example Logistics', 'UTC', 72, 0)`,
  ...Array.from({ length: 40 }, (_, i) => [
    `INSERT INTO person (email, email_key, name, created_at) VALUES ('p${i}@example.org', 'p${i}@example.org', '', 0)`,
    `INSERT INTO membership (organization_id, person_id, kind, status, name, sort_key, search_text, created_at, changed_at,
       email_key) VALUES (1, ${i + 1}, 'user', 'pending', '', 'p${i}', 'p${i}', 0, 0, 'p${i}@example.org')`,
    `INSERT INTO invitation (organization_id, membership_id, generation, state, life_hours, created_at, starts_at, expires_at)
       VALUES (1, ${i + 1}, 1, 'pending', 72, 0, 0, ${base + 30 * day})`,
  ]).flat(),
];
