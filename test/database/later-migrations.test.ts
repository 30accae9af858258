import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchChanges } from '../../src-main/database/changes.ts';
import { linkBase } from '../../src-main/database/link-life.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { openStore } from '../../src-main/database/open.ts';
import { loadLooks } from '../../src-main/mail/look/store.ts';
import { loadSettings } from '../../src-main/mail/settings.ts';
import { loadWordings } from '../../src-main/mail/wording/store.ts';
import { workspaceOf } from '../support/older-workspace.ts';

describe('0007-pending-mail', () => {
  it('records for the open invitations of an older workspace what became of their latest mail', async () => {
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
  it('leaves older organizations with the default wording and look, and lets no look use the logo of another one', async () => {
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
  it('lets mail of an older workspace bounce, and keeps states, conversations, indexes and triggers', async () => {
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

describe('0013-drafts', () => {
  it('demands approval in no older organization, and deletes rows with their draft', async () => {
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
    // a scheduled one must name its time, and who released it
    await expect(write.insertInto('draft').values(draft('scheduled')).execute()).rejects.toThrow(/CHECK/);
    const { id } = await write.insertInto('draft').values(draft('draft')).returning('id').executeTakeFirstOrThrow();
    await write.insertInto('draft_row').values({ draft_id: id, entry: '{}' }).execute();
    await write.deleteFrom('draft').where('id', '=', id).execute();
    expect(await read.selectFrom('draft_row').select('id').execute()).toEqual([]);
  });
});

describe('0014-languages', () => {
  it('keeps the mail of older organizations in English, and assumes no language for a person', async () => {
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

describe('0015-audit-filters', () => {
  it('makes the log of an older workspace searchable, together with what is written from then on', async () => {
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
  it('knows when the links of open invitations in an older workspace end, and follows changes from then on', async () => {
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

describe('0017-backups', () => {
  it('turns on automatic backups for an older workspace, and leaves a stopped queue stopped', async () => {
    const names = Object.keys(migrations).filter((name) => name < '0011');
    const file = await workspaceOf(names, [
      `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
      `INSERT INTO mail_settings (organization_id, host, port, security, login, sender_name, sender, stopped_by, stopped_at)
        VALUES (1, 'smtp.example.com', 587, 'starttls', '', '', 'it@example.com', 'Olive', 5)`,
    ]);
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    expect(await read.selectFrom('backup_settings').selectAll().execute()).toEqual([
      { id: 1, automatic: 1, folder: null, passphrase_sealed: null, failed_at: null, failure: null },
    ]);
    expect((await loadSettings(read, 1))?.stop).toEqual({ by: 'Olive', at: 5 });
    await expect(
      write
        .insertInto('backup_settings')
        .values({ id: 2 } as never)
        .execute(),
    ).rejects.toThrow(/CHECK/);
  });
});

describe('0018-second-factor', () => {
  it('demands a second factor of nobody in an older workspace, and deletes factor and codes with the person', async () => {
    const names = Object.keys(migrations).filter((name) => name < '0018');
    const file = await workspaceOf(names, [
      `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
      `INSERT INTO person (id, email, email_key, name, created_at) VALUES (1, 'a@example.org', 'a@example.org', '', 0)`,
    ]);
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    expect(await read.selectFrom('organization').select('two_factor_required').execute()).toEqual([
      { two_factor_required: 0 },
    ]);
    await write.insertInto('second_factor').values({ person_id: 1, secret_sealed: 'x', confirmed_at: null }).execute();
    const code = { person_id: 1, code_hash: 'x', used_at: null };
    await write.insertInto('recovery_code').values(code).execute();
    await expect(write.insertInto('recovery_code').values(code).execute()).rejects.toThrow(/UNIQUE/);
    await write.deleteFrom('person').where('id', '=', 1).execute();
    expect(await read.selectFrom('second_factor').selectAll().execute()).toEqual([]);
    expect(await read.selectFrom('recovery_code').selectAll().execute()).toEqual([]);
  });
});

describe('0019-portal-https', () => {
  it('leaves the portal of an older workspace as it was: no certificate, no further trusted proxies', async () => {
    const names = Object.keys(migrations).filter((name) => name < '0019');
    const file = await workspaceOf(names, [
      `UPDATE portal_settings SET port = 8080, base_url = 'https://join.example.com'`,
    ]);
    const { read, close } = await openStore(file);
    onTestFinished(close);
    expect(await linkBase(read)).toEqual({
      ...{ address: '127.0.0.1', port: 8080, baseUrl: 'https://join.example.com' },
      ...{ certificate: null, trustedProxies: [] },
      ...{ linksBeginWith: 'https://join.example.com', loopback: false },
    });
  });
});

describe('0020-clock', () => {
  it('starts an older workspace without a marked time, and ends nothing when transactions mark it', async () => {
    const names = Object.keys(migrations).filter((name) => name < '0020');
    const file = await workspaceOf(names, [
      `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
      `INSERT INTO person (email, email_key, name, created_at) VALUES ('a@x', 'a@x', '', 0)`,
      `INSERT INTO membership (organization_id, person_id, kind, status, name, sort_key, search_text, created_at, changed_at, email_key)
        VALUES (1, 1, 'user', 'pending', '', 'a', 'a', 0, 0, 'a@x')`,
      `INSERT INTO invitation (organization_id, membership_id, generation, state, life_hours, created_at, starts_at, expires_at)
        VALUES (1, 1, 1, 'pending', 1, 0, 0, 500)`,
    ]);
    const store = await openStore(file);
    onTestFinished(store.close);
    const changes = watchChanges(store);
    onTestFinished(changes.close);
    await changes.write([], 400, async () => undefined);
    expect(await store.read.selectFrom('clock_mark').selectAll().execute()).toEqual([{ id: 1, at: 0 }]);
    await changes.write([], 1_000_000, async () => undefined);
    expect(await store.read.selectFrom('clock_mark').selectAll().execute()).toEqual([{ id: 1, at: 1_000_000 }]);
    expect(await store.read.selectFrom('invitation').select('expires_at').execute()).toEqual([{ expires_at: 500 }]);
  });
});

describe('0021-audit-retention', () => {
  it('keeps the audit of an older workspace for ever, and its search in step with its entries from then on', async () => {
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0016'),
      [
        `INSERT INTO organization (name, time_zone, link_life_hours, created_at) VALUES ('x', 'UTC', 1, 0)`,
        `INSERT INTO audit (organization_id, at, actor, face, operation, outcome, detail, search_text)
          VALUES (1, 0, 'ana@example.org', 'cli', 'teams.create', 'done', '{}', 'ana@example.org teams.create')`,
        `INSERT INTO audit_anchor (chain, after_id, seal, proof) VALUES (1, 1, 'begin 1', 'proof')`,
      ],
    );
    const { read, write, close } = await openStore(file);
    onTestFinished(close);
    expect(await read.selectFrom('organization').select('audit_days').execute()).toEqual([{ audit_days: null }]);
    expect(await read.selectFrom('audit_anchor').select(['removed', 'told', 'faulty']).execute()).toEqual([
      { removed: 0, told: 0, faulty: 0 },
    ]);
    const hits = async (text: string) =>
      (await sql.raw(`SELECT rowid FROM audit_search WHERE audit_search MATCH '${text}'`).execute(write)).rows.length;
    expect(await hits('ana')).toBe(1);
    await write.updateTable('audit').set({ search_text: 'somebody teams.create' }).execute();
    expect([await hits('ana'), await hits('bod')]).toEqual([0, 1]);
    await write.deleteFrom('audit').execute();
    expect(await hits('bod')).toBe(0);
  });
});

describe('0022-erasure', () => {
  it('marks no entry of an older workspace as erased', async () => {
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0016'),
      [
        `INSERT INTO audit (organization_id, at, actor, face, operation, outcome, detail)
          VALUES (1, 0, 'ana@example.org', 'cli', 'teams.create', 'done', '{}')`,
      ],
    );
    const { read, close } = await openStore(file);
    onTestFinished(close);
    expect(await read.selectFrom('audit').select('erased').execute()).toEqual([{ erased: null }]);
    expect(await read.selectFrom('erasure').selectAll().execute()).toEqual([]);
  });
});

describe('0023-overview', () => {
  it('counts in an older workspace the links that were sent and accepted, and guests until they left', async () => {
    const file = await workspaceOf(
      Object.keys(migrations).filter((name) => name < '0023'),
      [
        "INSERT INTO organization (id, name, time_zone, link_life_hours, created_at) VALUES (1, 'Example', 'UTC', 72, 0)",
        ...['ana', 'bo', 'cy', 'di'].map(
          (name, i) => `INSERT INTO person (id, email, email_key, name, created_at)
            VALUES (${i + 100}, '${name}@example.org', '${name}@example.org', '${name}', 0)`,
        ),
        ...[
          // access that ends, access that was taken away, access without an end, and a user
          ['guest', 'active', 900_000, 900_000 * 7, 900_000],
          ['guest', 'removed', 1_800_000, null, 900_000 * 5],
          ['guest', 'active', 1_800_001, null, 1_800_001],
          ['user', 'active', 900_000, null, 900_000],
        ].map(
          ([kind, status, joined, ends, changed], i) => `INSERT INTO membership
            (id, organization_id, person_id, kind, status, name, sort_key, search_text, email_key, created_at, changed_at,
              joined_at, access_ends_at)
            VALUES (${i + 100}, 1, ${i + 100}, '${kind}', '${status}', '', '', '', '', 0, ${changed}, ${joined}, ${ends})`,
        ),
        ...[
          ['replaced', 899_999, 900_000],
          ['accepted', 899_999, 1_800_000],
          ['pending', 'NULL', 'NULL'],
        ].map(
          ([state, starts, ended], i) => `INSERT INTO invitation
            (organization_id, membership_id, generation, state, life_hours, created_at, starts_at, expires_at, ended_at)
            VALUES (1, 100, ${i + 1}, '${state}', 24, 0, ${starts}, ${starts}, ${ended})`,
        ),
      ],
    );
    const { read, close } = await openStore(file);
    onTestFinished(close);
    const rows = await read.selectFrom('pace').selectAll().orderBy('quarter').execute();
    expect(rows.map((r) => [r.quarter, r.sent, r.accepted, r.guests])).toEqual([
      [0, 2, 0, 0],
      [1, 0, 0, 1],
      [2, 0, 1, 2],
      [5, 0, 0, -1],
      [7, 0, 0, -1],
    ]);
  });
});
