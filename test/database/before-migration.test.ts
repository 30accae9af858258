import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile, keyFile, openCore } from '../../src-main/core.ts';
import { migrations } from '../../src-main/database/migrations/index.ts';
import { digestOf, rawDatabase } from '../support/digest.ts';
import { freshWorkspace } from '../support/workspace.ts';

/** A workspace as a version before migration 0018 left it. */
async function olderWorkspace(): Promise<string> {
  const { core } = await freshWorkspace();
  await core.close();
  const raw = rawDatabase(databaseFile(core.folder));
  raw.exec(`
    DROP INDEX membership_of_kind;
    DROP TRIGGER membership_end_counted;
    DROP TRIGGER membership_end_recounted;
    DROP TRIGGER membership_end_uncounted;
    DROP TABLE user_end;
    DROP TRIGGER invitation_paced;
    DROP TRIGGER invitation_paced_again;
    DROP TRIGGER guest_paced;
    DROP TRIGGER guest_paced_again;
    DROP INDEX invitation_unanswered;
    DROP TABLE pace;
    DROP TABLE erasure;
    ALTER TABLE audit DROP COLUMN erased;
    DROP TRIGGER audit_search_removed;
    DROP TRIGGER audit_search_changed;
    DROP TABLE audit_clock;
    ALTER TABLE organization DROP COLUMN audit_days;
    ALTER TABLE audit_anchor DROP COLUMN removed;
    ALTER TABLE audit_anchor DROP COLUMN removed_until;
    ALTER TABLE audit_anchor DROP COLUMN faulty;
    ALTER TABLE audit_anchor DROP COLUMN told;
    DROP TABLE second_factor;
    DROP TABLE recovery_code;
    DROP TABLE sign_in_attempt;
    DROP TABLE owner_recovery;
    ALTER TABLE organization DROP COLUMN two_factor_required;
    ALTER TABLE portal_settings DROP COLUMN certificate_file;
    ALTER TABLE portal_settings DROP COLUMN key_file;
    ALTER TABLE portal_settings DROP COLUMN trusted_proxies;
    DROP TABLE clock_mark;
    DELETE FROM kysely_migration WHERE name >= '0018';
  `);
  raw.pragma('journal_mode = DELETE');
  raw.close();
  return core.folder;
}
const digest = (file: string) => {
  const raw = rawDatabase(file, { readonly: true });
  const found = digestOf(raw);
  raw.close();
  return found;
};

describe('a workspace of an older version', () => {
  it('is copied once, before it is migrated', async () => {
    const folder = await olderWorkspace();
    const before = digest(databaseFile(folder));
    for (let n = 0; n < 2; n++) {
      const core = await openCore({ folder });
      await core.close();
    }
    const files = readdirSync(path.join(folder, 'backups'));
    expect(files).toHaveLength(1);
    expect(files[0]).toMatch(/-before-migration-[0-9a-f]{8}\.sqlite$/);
    const copy = path.join(folder, 'backups', files[0] ?? '');
    expect(digest(copy)).toBe(before);
    expect(digest(databaseFile(folder))).not.toBe(before);
  });

  it('stays unchanged, with the reason, when it cannot be copied first', async () => {
    const folder = await olderWorkspace();
    const before = readFileSync(databaseFile(folder));
    writeFileSync(path.join(folder, 'backups'), 'a file where the folder should be');
    await expect(openCore({ folder })).rejects.toMatchObject({
      code: 'not-saved-before-update',
      data: { file: path.join(folder, 'backups'), detail: 'EEXIST' },
    });
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
  });

  it('is copied even if its key cannot be read', async () => {
    const folder = await olderWorkspace();
    const key = readFileSync(keyFile(folder));
    writeFileSync(keyFile(folder), 'not a key');
    const core = await openCore({ folder });
    onTestFinished(() => core.close());
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([expect.stringContaining('-00000000.sqlite')]);
    writeFileSync(keyFile(folder), key);
  });

  it('is one that lacks the latest migration: a new workspace is not copied', async () => {
    const { core } = await freshWorkspace();
    expect(existsSync(path.join(core.folder, 'backups'))).toBe(false);
    expect(Object.keys(migrations).at(-1)).toBe('0025-list-indexes');
  });
});
