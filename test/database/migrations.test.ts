import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openStore, type Store } from '../../src-main/database/open.ts';
import { loadSettings, shownSettings } from '../../src-main/mail/settings.ts';
import { workspaceOf } from '../support/older-workspace.ts';
import { temporaryFolder } from '../support/workspace.ts';

const fresh = async () => {
  const store = await openStore(path.join(temporaryFolder(), 'gatehouse.sqlite'));
  onTestFinished(() => store.close());
  return store;
};

type Write = Store['write'];
const addOrganization = (write: Write) =>
  write.insertInto('organization').values({ name: 'x', time_zone: 'UTC', link_life_hours: 1, created_at: 0 }).execute();

/** A person and their pending membership in the first organization, both with this id. */
async function addMember(write: Write, id: number): Promise<void> {
  const email = `${id}@example.com`;
  await write.insertInto('person').values({ id, email, email_key: email, name: '', created_at: 0 }).execute();
  const texts = { name: '', email_key: email, sort_key: '', search_text: '' };
  const membership = { id, organization_id: 1, person_id: id, kind: 'user', status: 'pending', ...texts } as const;
  await write
    .insertInto('membership')
    .values({ ...membership, created_at: 0, changed_at: 0 })
    .execute();
}

describe('migrations', () => {
  it('are numbered without gaps, one file each, and all registered', () => {
    const folder = path.join(import.meta.dirname, '../../src-main/database/migrations');
    const files = readdirSync(folder).filter((f) => f !== 'index.ts');
    expect(files.map((f) => f.replace(/\.ts$/, '')).sort()).toEqual(Object.keys(migrations));
    expect(Object.keys(migrations).map((name) => Number(name.slice(0, 4)))).toEqual(
      Object.keys(migrations).map((_, i) => i + 1),
    );
  });
});

describe('0001-first-tables', () => {
  it('makes every table strict, so that no value of the wrong type gets in', async () => {
    const store = await fresh();
    const { rows } = await sql<{ name: string; strict: number }>`
      SELECT name, strict FROM pragma_table_list
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`.execute(store.read);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((r) => r.strict !== 1)).toEqual([]);
  });

  it('counts members per kind and status as they come, change and go', async () => {
    const { write } = await fresh();
    await addOrganization(write);
    const counts = () => write.selectFrom('user_count').select(['kind', 'status', 'n']).where('n', '>', 0).execute();
    for (const id of [1, 2]) {
      await addMember(write, id);
    }
    expect(await counts()).toEqual([{ kind: 'user', status: 'pending', n: 2 }]);
    await write.updateTable('membership').set({ status: 'active' }).where('id', '=', 1).execute();
    expect(await counts()).toEqual([
      { kind: 'user', status: 'active', n: 1 },
      { kind: 'user', status: 'pending', n: 1 },
    ]);
    await write.deleteFrom('membership').where('id', '=', 2).execute();
    expect(await counts()).toEqual([{ kind: 'user', status: 'active', n: 1 }]);
  });

  it('allows only one open invitation per membership', async () => {
    const { write } = await fresh();
    await addOrganization(write);
    await addMember(write, 1);
    const invite = (generation: number) =>
      write
        .insertInto('invitation')
        .values({ organization_id: 1, membership_id: 1, generation, state: 'pending', life_hours: 1, created_at: 0 })
        .execute();
    await invite(1);
    await expect(invite(2)).rejects.toThrow(/UNIQUE/);
  });
});

describe('0002-access', () => {
  it('carries the members of an older workspace over, with what the list now sorts by and shows', async () => {
    const file = await workspaceOf(
      ['0001-first-tables'],
      [
        `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
        `INSERT INTO person (email, email_key, name, first_name, last_name, phone, created_at)
          VALUES ('Ana@Example.org', 'ana@example.org', 'Ana Silva', 'Ana', 'Silva', '+31201234567', 0)`,
        `INSERT INTO membership (organization_id, person_id, kind, status, name, sort_key, search_text, created_at, changed_at)
          VALUES (1, 1, 'user', 'active', 'Ana Silva', 'ana silva', 'ana silva ana@example.org', 0, 7)`,
      ],
    );
    const { read, close } = await openStore(file);
    onTestFinished(close);
    const columns = ['name', 'email_key', 'first_name', 'last_name', 'phone', 'changed_at'] as const;
    expect(await read.selectFrom('membership').select(columns).execute()).toEqual([
      {
        name: 'Ana Silva',
        email_key: 'ana@example.org',
        first_name: 'Ana',
        last_name: 'Silva',
        phone: '+31201234567',
        changed_at: 7,
      },
    ]);
    expect(await read.selectFrom('organization').select(['seat_limit', 'group_required']).execute()).toEqual([
      { seat_limit: null, group_required: 0 },
    ]);
  });
});

describe('0003-guests', () => {
  const older = [
    `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
    `INSERT INTO person (email, email_key, name, created_at) VALUES ('ana@example.org', 'ana@example.org', 'Ana', 0)`,
    `INSERT INTO membership (organization_id, person_id, kind, status, name, sort_key, search_text, created_at, changed_at)
      VALUES (1, 1, 'guest', 'active', 'Ana', 'ana', 'ana ana@example.org', 0, 7)`,
    `INSERT INTO invitation (organization_id, membership_id, generation, state, life_hours, created_at)
      VALUES (1, 1, 1, 'accepted', 1, 0)`,
  ];

  it('gives older organizations the default period and notices, and takes nobody’s access away', async () => {
    const file = await workspaceOf(['0001-first-tables', '0002-access'], older);
    const { read, close } = await openStore(file);
    onTestFinished(close);
    const settings = ['guest_days', 'guest_notice_days', 'guest_mail_days', 'partner_domains'] as const;
    expect(await read.selectFrom('organization').select(settings).execute()).toEqual([
      { guest_days: 90, guest_notice_days: 14, guest_mail_days: '[14,3]', partner_domains: null },
    ]);
    const facts = ['name', 'status', 'guest_days', 'access_ends_at', 'sponsor_id', 'may_invite_guests'] as const;
    expect(await read.selectFrom('membership').select(facts).execute()).toEqual([
      {
        name: 'Ana',
        status: 'active',
        guest_days: null,
        access_ends_at: null,
        sponsor_id: null,
        may_invite_guests: 0,
      },
    ]);
    expect(await read.selectFrom('invitation').select('note').execute()).toEqual([{ note: null }]);
  });

  it('lets each mail about an end of access be recorded only once', async () => {
    const { write, close } = await openStore(await workspaceOf(['0001-first-tables', '0002-access'], older));
    onTestFinished(close);
    const note = (access_ends_at: number, days_before: number) =>
      write.insertInto('guest_notice').values({ membership_id: 1, access_ends_at, days_before, at: 0 }).execute();
    await note(5, 14);
    await note(5, 3);
    await note(6, 14);
    await expect(note(5, 14)).rejects.toThrow(/UNIQUE/);
  });
});

describe('0006-mail-oauth', () => {
  const settings = (id: number, login: string) => [
    `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x${id}', 'UTC', 1, 0)`,
    `INSERT INTO mail_settings (organization_id, host, port, security, login, password_sealed, sender_name, sender)
      VALUES (${id}, 'smtp.example.com', 587, 'starttls', '${login}', ${login ? `'sealed'` : 'NULL'}, '', 'it@example.com')`,
  ];

  it('keeps older settings with their password, or without a login', async () => {
    const names = Object.keys(migrations).filter((name) => name < '0006');
    const file = await workspaceOf(names, [...settings(1, 'gate'), ...settings(2, '')]);
    const { read, close } = await openStore(file);
    onTestFinished(close);
    const kinds = [];
    for (const id of [1, 2]) {
      const queue = await loadSettings(read, id);
      kinds.push(queue && shownSettings(queue));
    }
    expect(kinds).toMatchObject([
      { auth: 'password', login: 'gate', hasPassword: true, oauth: null },
      { auth: 'none', login: '', hasPassword: false, oauth: null },
    ]);
  });
});
