import { GatehouseError } from '#contract/errors.ts';
import type { Store } from '../../database/open.ts';
import { inSavepoint } from '../../database/savepoint.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { loadActor } from '../../kernel/actor.ts';
import { writeAudit } from '../../kernel/audit.ts';
import type { Actor, Note } from '../../kernel/context.ts';
import type { Keys } from '../../kernel/keys.ts';
import { createScheduler, type Scheduler, type SchedulerOptions } from '../../kernel/scheduler.ts';
import { loadPermissions } from '../../kernel/standing.ts';
import { deliver } from './deliver.ts';
import { refuseUnapprovedDraft, refuseWhoMayNotInvite } from './rights.ts';
import { type Draft, plain, setDraft } from './store.ts';

export interface DraftSenderOptions extends SchedulerOptions {
  readonly store: Store;
  readonly keys: Keys;
}

const scheduled = (db: ReadableDb) => db.selectFrom('draft').where('state', '=', 'scheduled');

/**
 * Sends drafts on time, once: each in one transaction that finds it scheduled and due, and leaves it sent or returned. A time
 * that passed while the computer slept or no process ran counts as come at the next look.
 */
export function createDraftSender(options: DraftSenderOptions): Scheduler {
  const { keys, store } = options;
  const { read } = store;
  return createScheduler(options, {
    lease: 'drafts',
    wakesOn: ['drafts'],
    changes: ['drafts', 'users', 'invitations', 'outbox', 'session', 'audit'],
    async look({ now, writeAll, busyElsewhere }) {
      const due = await scheduled(read).select('id').where('send_at', '<=', now).executeTakeFirst();
      if (due && !(await writeAll((db) => sendNext(keys, db, now)))) return busyElsewhere;
      const next = await scheduled(read)
        .select((e) => e.fn.min('send_at').as('at'))
        .where('send_at', '>', now)
        .executeTakeFirst();
      return next?.at ?? Infinity;
    },
  });
}

/** @returns whether there was one, so that there may be more */
async function sendNext(keys: Keys, db: WritableDb, now: number): Promise<boolean> {
  const draft = await scheduled(db)
    .selectAll()
    .where('send_at', '<=', now)
    .orderBy('send_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!draft || draft.released_by === null) return false;
  const actor = await loadActor(db, { kind: 'person', personId: draft.released_by }, now);
  try {
    await audit(keys, db, now, draft, actor, 'done', await inSavepoint(db, () => sendDue(db, now, draft, actor)));
  } catch (error) {
    if (!(error instanceof GatehouseError)) throw error;
    const { code, data } = error;
    await setDraft(db, draft.id, { ...plain, refusal: JSON.stringify({ code, data, at: now }), changed_at: now });
    await audit(keys, db, now, draft, actor, 'denied', { target: draft.name, detail: { code, ...data } });
  }
  return true;
}

/** The rights that count are those that its releaser has now. */
async function sendDue(db: WritableDb, now: number, draft: Draft, by: Actor): Promise<Note> {
  const { organization_id: organizationId, send_at: plannedAt, approver_id: approverId } = draft;
  if (by.kind !== 'person') throw new GatehouseError('not-a-member', {});
  const permissions = await loadPermissions(db, by.personId, organizationId, now);
  if (!permissions) throw new GatehouseError('not-a-member', {});
  refuseWhoMayNotInvite(permissions, draft.kind);
  await refuseUnapprovedDraft(db, draft);
  const { note } = await deliver({ db, now, permissions }, draft, { by, approverId, plannedAt });
  return { ...note, detail: { ...note.detail, plannedAt } };
}

const audit = (
  keys: Keys,
  db: WritableDb,
  now: number,
  draft: Draft,
  actor: Actor,
  outcome: 'done' | 'denied',
  note: Note,
) =>
  writeAudit(db, keys, {
    now,
    operation: 'drafts.send',
    actor,
    caller: { face: 'core', credentials: { kind: 'core' } },
    outcome,
    note: { ...note, organizationId: draft.organization_id },
  });
