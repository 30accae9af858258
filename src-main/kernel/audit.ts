import type { OperationName } from '#contract/index.ts';
import type { WritableDb } from '../database/schema.ts';
import { slices } from '../database/slices.ts';
import type { Actor, Caller, Note } from './context.ts';

export interface AuditEntry {
  readonly now: number;
  readonly operation: OperationName | string;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly outcome: 'done' | 'denied';
  readonly note: Note;
}

const named = (actor: Actor) => (actor.kind === 'person' ? actor.email : actor.kind);

/** Writes down who did what to whom, in the transaction of the deed itself: one row, or one for each of `targets`. */
export async function writeAudit(db: WritableDb, entry: AuditEntry): Promise<void> {
  const { actor, caller, note } = entry;
  const row = {
    organization_id: note.organizationId ?? null,
    at: entry.now,
    actor_person_id: actor.kind === 'person' ? actor.personId : null,
    actor: named(actor),
    face: caller.face,
    os_user: caller.osUser ?? null,
    operation: entry.operation,
    outcome: entry.outcome,
    detail: JSON.stringify(note.detail ?? {}),
  };
  const targets = note.targets?.length ? note.targets : [note.target ?? null];
  for (const some of slices(targets))
    await db
      .insertInto('audit')
      .values(some.map((target) => ({ ...row, target })))
      .execute();
}
