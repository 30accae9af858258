import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dump, invite } from '../support/invitees.ts';
import { freshWorkspace, type Workspace } from '../support/workspace.ts';

/** Limits the pages of the file: beyond that, SQLite answers as it does on a full disk. */
const pages = (w: Workspace, most: number) => sql.raw(`PRAGMA max_page_count = ${most}`).execute(w.core.store.write);

describe('a disk that is full', () => {
  it('refuses all of a batch that does not fit and says why, stays readable, and takes it once there is room', async () => {
    const w = await freshWorkspace();
    await invite(w, 'ana@example.org');
    await pages(w, 1); // never fewer than there are
    const before = await dump(w);
    const { organizationId } = w;
    const entries = Array.from({ length: 300 }, (_, i) => ({ email: `p${i}@example.org` }));
    const batch = { organizationId, entries, defaults: { roles: ['Member'] } };
    for (let n = 0; n < 2; n++)
      await expect(w.call('invitations.send', batch)).rejects.toMatchObject({
        code: 'file-unreadable',
        data: { detail: 'SQLITE_FULL' },
      });
    expect(await dump(w)).toEqual(before);
    expect((await w.call('users.list', { organizationId })).rows).toHaveLength(2);
    await pages(w, 1_000_000);
    expect((await w.call('invitations.send', batch)).invited).toHaveLength(300);
    const check = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(w.core.store.read);
    expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
    expect((await w.call('audit.verify', { organizationId })).faults).toEqual([]);
  });
});
