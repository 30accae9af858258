import { readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nativeBinding } from '../../src-main/database/binding.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openStore, type Store } from '../../src-main/database/open.ts';
import { loadLooks } from '../../src-main/mail/look/store.ts';
import { loadSettings, shownSettings } from '../../src-main/mail/settings.ts';
import { loadWordings } from '../../src-main/mail/wording/store.ts';
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
  it('are numbered one by one, a file each, and all of them are registered', () => {
    const folder = path.join(import.meta.dirname, '../../src-main/database/migrations');
    const files = readdirSync(folder).filter((f) => f !== 'index.ts');
    expect(files.map((f) => f.replace(/\.ts$/, '')).sort()).toEqual(Object.keys(migrations));
    expect(Object.keys(migrations).map((name) => Number(name.slice(0, 4)))).toEqual(
      Object.keys(migrations).map((_, i) => i + 1),
    );
  });
});

describe('0001-first-tables', () => {
  it('makes every table strict, so that no value of a wrong type gets in', async () => {
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

  it('allows one open invitation per membership, whoever asks for a second', async () => {
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

/** A workspace as the version with these migrations left it, filled by these statements. */
async function workspaceOf(names: readonly string[], statements: readonly string[]): Promise<string> {
  const file = path.join(temporaryFolder(), 'gatehouse.sqlite');
  const database = new Database(file, { nativeBinding: nativeBinding() });
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => names.includes(name)));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => known } }).migrateToLatest();
  expect(error).toBeUndefined();
  for (const statement of statements) await sql.raw(statement).execute(db);
  await db.destroy();
  return file;
}

describe('0002-access', () => {
  it('brings the members of an older workspace along, with what the list now sorts and shows', async () => {
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

  it('gives older organizations the usual period and notices, and takes no access from anybody', async () => {
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

  it('lets one mail about one end of access be written down once', async () => {
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

  it('leaves older settings with their password, or without a login', async () => {
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

describe('0007-pending-mail', () => {
  it('finds for the open invitations of an older workspace what became of their latest mail', async () => {
    const mail = (id: number, invitation: number, state: string) =>
      `INSERT INTO outbox (id, organization_id, invitation_id, kind, to_email, to_name, state, created_at, changed_at)
        VALUES (${id}, 1, ${invitation}, 'invitation', 'a@example.org', '', '${state}', 0, 0)`;
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0007'),
      [
        `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
        ...[1, 2, 3].flatMap((id) => [
          `INSERT INTO person (id, email, email_key, name, created_at)
            VALUES (${id}, '${id}@example.org', '${id}@example.org', '', 0)`,
          `INSERT INTO membership (id, organization_id, person_id, kind, status, name, sort_key, search_text, email_key,
            created_at, changed_at) VALUES (${id}, 1, ${id}, 'user', 'pending', '', '', '', '', 0, 0)`,
          `INSERT INTO invitation (id, organization_id, membership_id, generation, state, life_hours, created_at)
            VALUES (${id}, 1, ${id}, 1, 'pending', 1, 0)`,
        ]),
        mail(1, 1, 'failed'),
        mail(2, 2, 'failed'),
        mail(3, 2, 'sent'),
      ],
    );
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    const states = async () =>
      (await read.selectFrom('invitation').select('mail_state').orderBy('id').execute()).map((row) => row.mail_state);
    expect(await states()).toEqual(['failed', 'sent', null]);
    await write.updateTable('outbox').set({ state: 'cancelled' }).where('id', 'in', [1, 2]).execute();
    expect(await states()).toEqual(['cancelled', 'sent', null]);
  });
});

describe('0011-wording', () => {
  it('leaves older organizations with the usual words and look, and lets a look name no logo of another one', async () => {
    const organization = (name: string) =>
      `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('${name}', 'UTC', 1, 0)`;
    const names = Object.keys(migrations).filter((name) => name < '0008');
    const file = await workspaceOf(names, [organization('x'), organization('y')]);
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    expect(await loadWordings(read, [1, 2])).toEqual([]);
    expect([...(await loadLooks(read, [1, 2]))]).toEqual([]);
    const logo = { type: 'image/png', width: 16, height: 16, content: Buffer.of(1), sha256: 'aa' } as const;
    await write
      .insertInto('logo')
      .values({ organization_id: 1, ...logo })
      .execute();
    const wear = (organization_id: number) =>
      write.insertInto('look').values({ organization_id, accent: null, logo: 'aa' }).execute();
    await wear(1);
    await expect(wear(2)).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('0012-bounces', () => {
  it('lets the mail of an older workspace come back, and keeps states, conversations, indexes and triggers', async () => {
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0008'),
      [
        `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
        `INSERT INTO person (id, email, email_key, name, created_at) VALUES (1, 'a@example.org', 'a@example.org', '', 0)`,
        `INSERT INTO membership (id, organization_id, person_id, kind, status, name, sort_key, search_text, email_key,
          created_at, changed_at) VALUES (1, 1, 1, 'user', 'pending', '', '', '', '', 0, 0)`,
        `INSERT INTO invitation (id, organization_id, membership_id, generation, state, life_hours, created_at)
          VALUES (1, 1, 1, 1, 'pending', 1, 0)`,
        ...['failed', 'sent'].map(
          (state, i) =>
            `INSERT INTO outbox (id, organization_id, invitation_id, kind, to_email, to_name, state, created_at, changed_at)
              VALUES (${i + 1}, 1, 1, 'invitation', 'a@example.org', '', '${state}', 0, 0)`,
        ),
        `INSERT INTO mail_conversation (outbox_id, at, attempt, lines) VALUES (2, 0, 1, '[]')`,
      ],
    );
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    const states = async () =>
      (await read.selectFrom('outbox').select('state').orderBy('id').execute()).map((row) => row.state);
    expect(await states()).toEqual(['failed', 'sent']);
    expect(await read.selectFrom('mail_conversation').select('outbox_id').execute()).toEqual([{ outbox_id: 2 }]);
    await write.updateTable('outbox').set({ state: 'bounced' }).where('id', '=', 2).execute();
    expect(await read.selectFrom('invitation').select('mail_state').execute()).toEqual([{ mail_state: 'bounced' }]);
    await expect(
      write
        .updateTable('outbox')
        .set({ state: 'lost' as 'sent' })
        .execute(),
    ).rejects.toThrow(/CHECK/);
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM sqlite_master WHERE tbl_name = 'outbox' AND sql IS NOT NULL AND type <> 'table' ORDER BY name`.execute(
      read,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'outbox_about_guests',
      'outbox_by_invitation',
      'outbox_by_message_id',
      'outbox_by_state',
      'outbox_due',
      'outbox_leased',
      'outbox_listed',
      'outbox_tells_invitation',
      'outbox_tells_invitation_again',
    ]);
    const { rows: broken } = await sql`PRAGMA foreign_key_check`.execute(read);
    expect(broken).toEqual([]);
  });
});

describe('0014-languages', () => {
  it('writes the mails of older organizations in English, and knows of nobody what they read', async () => {
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0008'),
      [
        `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
        `INSERT INTO person (id, email, email_key, name, created_at) VALUES (1, 'a@example.org', 'a@example.org', '', 0)`,
      ],
    );
    const { read, close } = await openStore(file);
    onTestFinished(close);
    expect(await read.selectFrom('organization').select('language').execute()).toEqual([{ language: 'en' }]);
    expect(await read.selectFrom('person').select('language').execute()).toEqual([{ language: null }]);
    expect(await read.selectFrom('invitation').select('language').execute()).toEqual([]);
  });
});

describe('0013-drafts', () => {
  it('asks no older organization for a second operator, and keeps no row without its draft', async () => {
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0008'),
      [`INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`],
    );
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    expect(await read.selectFrom('organization').select('approval_required').execute()).toEqual([
      { approval_required: 0 },
    ]);
    const draft = (state: 'draft' | 'scheduled') => ({
      organization_id: 1,
      name: 'x',
      state,
      kind: 'user' as const,
      terms: '{}',
      version: 1,
      author_id: null,
      comment: '',
      created_at: 0,
      changed_at: 0,
    });
    // a scheduled one names its time, and who let it go
    await expect(write.insertInto('draft').values(draft('scheduled')).execute()).rejects.toThrow(/CHECK/);
    const { id } = await write.insertInto('draft').values(draft('draft')).returning('id').executeTakeFirstOrThrow();
    await write.insertInto('draft_row').values({ draft_id: id, entry: '{}' }).execute();
    await write.deleteFrom('draft').where('id', '=', id).execute();
    expect(await read.selectFrom('draft_row').select('id').execute()).toEqual([]);
  });
});

describe('0015-audit-filters', () => {
  it('finds in the log of an older workspace what is searched, beside what is written from then on', async () => {
    const row = (id: number, detail: string) =>
      `INSERT INTO audit (id, organization_id, at, actor, face, operation, outcome, target, detail)
        VALUES (${id}, 1, ${id}, 'Béla@example.org', 'cli', 'users.suspend', 'done', 'ana@example.org', '${detail}')`;
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0009'),
      [
        `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
        ...Array.from({ length: 501 }, (_, i) => row(i + 1, i === 500 ? '{"team":"Nachtschicht"}' : '{}')),
      ],
    );
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    const found = async (text: string) => {
      const { rows } = await sql<{ id: number }>`
        SELECT rowid AS id FROM audit_search WHERE audit_search MATCH ${text}`.execute(read);
      return rows.length;
    };
    const texts = await read.selectFrom('audit').select('search_text').where('id', 'in', [1, 501]).execute();
    expect(texts.map((one) => one.search_text)).toEqual([
      'bela@example.org users.suspend ana@example.org {}',
      'bela@example.org users.suspend ana@example.org {"team":"nachtschicht"}',
    ]);
    expect(await found('"bel"')).toBe(501);
    expect(await found('"nac"')).toBe(1);
    await write
      .insertInto('audit')
      .values({
        organization_id: 1,
        at: 502,
        actor: 'x',
        face: 'cli',
        operation: 'x',
        outcome: 'done',
        detail: '{}',
        search_text: 'nachtlicht',
      })
      .execute();
    expect(await found('"nac"')).toBe(2);
  });
});

describe('0016-link-ends', () => {
  it('knows of the open invitations of an older workspace when their links end, and follows them from then on', async () => {
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0010'),
      [
        `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
        ...[
          [1, 'pending', '500'],
          [2, 'pending', 'NULL'],
          [3, 'revoked', '400'],
        ].flatMap(([id, state, end]) => [
          `INSERT INTO person (id, email, email_key, name, created_at)
            VALUES (${id}, '${id}@example.org', '${id}@example.org', '', 0)`,
          `INSERT INTO membership (id, organization_id, person_id, kind, status, name, sort_key, search_text, email_key,
            created_at, changed_at) VALUES (${id}, 1, ${id}, 'user', '${state}', '', '', '', '', 0, 0)`,
          `INSERT INTO invitation (id, organization_id, membership_id, generation, state, life_hours, created_at, expires_at)
            VALUES (${id}, 1, ${id}, 1, '${state}', 1, 0, ${end})`,
        ]),
      ],
    );
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    const never = Number.MAX_SAFE_INTEGER;
    const ends = async () =>
      (await read.selectFrom('membership').select('link_ends_at').orderBy('id').execute()).map((m) => m.link_ends_at);
    expect(await ends()).toEqual([500, never, never]);
    await write.updateTable('invitation').set({ expires_at: 700 }).where('id', '=', 2).execute();
    await write.updateTable('invitation').set({ state: 'replaced' }).where('id', '=', 1).execute();
    expect(await ends()).toEqual([never, 700, never]);
    const next = { organization_id: 1, membership_id: 1, generation: 2, state: 'pending', life_hours: 1 } as const;
    await write
      .insertInto('invitation')
      .values({ ...next, created_at: 0, expires_at: 900 })
      .execute();
    expect(await ends()).toEqual([900, 700, never]);
  });
});
