import { describe, expect, it } from 'vitest';
import { databaseFile } from '../../../src-main/core.ts';
import { places } from '../../../src-main/features/users/erase/places.ts';
import { rawDatabase } from '../../support/digest.ts';
import { freshWorkspace } from '../../support/workspace.ts';

describe('the places where a person may be named', () => {
  /** Texts that name nobody: codes, seals, hashes, settings of the organization, and names of things. */
  const nobody: Readonly<Record<string, 'all' | readonly string[]>> = {
    kysely_migration: 'all',
    kysely_migration_lock: 'all',
    audit_anchor: 'all',
    change_log: 'all',
    lease: 'all',
    erasure: 'all',
    backup_settings: 'all',
    organization: 'all',
    role: 'all',
    role_permission: 'all',
    team: 'all',
    group: 'all',
    product: 'all',
    line: 'all',
    user_count: 'all',
    user_end: 'all',
    portal_settings: 'all',
    wording: 'all',
    look: 'all',
    logo: 'all',
    mail_oauth: 'all',
    draft: ['state', 'kind'],
    draft_sent: ['kind'],
    invitation: ['state', 'language', 'mail_state'],
    outbox: ['kind', 'state', 'lease_holder', 'message_id'],
    mail_report: ['action', 'source', 'before_state'],
    mail_settings: [
      'host',
      'security',
      'login',
      'password_sealed',
      'sender_name',
      'sender',
      'reply_to',
      'paused_reason',
    ],
    notice: ['kind'],
    job: ['operation', 'state', 'face', 'os_user'],
    job_item: ['state'],
  };
  /** Removed or blanked with the person, or erased in the audit’s own way. */
  const removed = [
    ...['person', 'credential', 'session', 'wrong_password', 'password_reset', 'membership', 'audit'],
    ...['second_factor', 'recovery_code', 'sign_in_attempt', 'owner_recovery'],
  ];

  it('are all known: each text of the schema is swept, removed, or names nobody', async () => {
    const { core } = await freshWorkspace();
    const raw = rawDatabase(databaseFile(core.folder), { readonly: true });
    const tables = raw
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_search*' AND name NOT GLOB 'sqlite_*'`,
      )
      .pluck()
      .all() as string[];
    const unknown = tables.flatMap((table) => {
      if (removed.includes(table) || nobody[table] === 'all') return [];
      const swept = places.find((place) => place.table === table)?.columns as readonly string[] | undefined;
      const texts = raw
        .prepare(`SELECT name FROM pragma_table_info(?) WHERE upper(type) IN ('TEXT', 'BLOB')`)
        .pluck()
        .all(table) as string[];
      return texts.filter((c) => !swept?.includes(c) && !nobody[table]?.includes(c)).map((c) => `${table}.${c}`);
    });
    raw.close();
    expect(unknown).toEqual([]);
  });
});
