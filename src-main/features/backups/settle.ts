import type { WritableDb } from '../../database/schema.ts';
import { writeAudit } from '../../kernel/audit.ts';
import type { Restorer } from '../../kernel/backups.ts';
import type { Keys } from '../../kernel/keys.ts';
import { holdForRestore } from '../../mail/restored.ts';
import { plain } from '../drafts/store.ts';
import { forgetLostFolder } from './settings.ts';

/**
 * Brings a restored database to rest. Since the backup was made things have happened that it does not know about: mail was
 * sent, jobs ended, people signed out. So no mail leaves before somebody says so, nothing resumes by itself, and everybody
 * has to sign in again.
 */
export async function settle(db: WritableDb, keys: Keys, by: Restorer, madeAt: number): Promise<void> {
  await holdForRestore(db, by.at);
  await db.updateTable('job').set({ state: 'cancelled', ended_at: by.at }).where('state', '=', 'running').execute();
  await db
    .updateTable('draft')
    .set({ ...plain, changed_at: by.at })
    .where('state', '=', 'scheduled')
    .execute();
  await db.deleteFrom('session').execute();
  await db.deleteFrom('sign_in_attempt').execute();
  await db.updateTable('password_reset').set({ ended_at: by.at }).where('ended_at', 'is', null).execute();
  await db.deleteFrom('lease').execute();
  await forgetLostFolder(db);
  const organizations = await db.selectFrom('organization').select('id').orderBy('id').execute();
  for (const { id } of organizations)
    await writeAudit(db, keys, {
      now: by.at,
      operation: 'backups.restore',
      // by name: ids of people may differ in the restored database
      actor: { kind: 'core' },
      caller: { face: by.face, credentials: { kind: 'core' }, osUser: by.osUser ?? undefined },
      outcome: 'done',
      note: { organizationId: id, detail: { by: by.actor, madeAt: new Date(madeAt).toISOString() } },
    });
}
