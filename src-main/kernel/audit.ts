import type { OperationName } from '#contract/index.ts';
import type { WritableDb } from '../database/schema.ts';
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

/** Writes down who did what to whom, in the transaction of the deed itself. */
export async function writeAudit(db: WritableDb, entry: AuditEntry): Promise<void> {
  const { actor, caller, note } = entry;
  await db
    .insertInto('audit')
    .values({
      organization_id: note.organizationId ?? null,
      at: entry.now,
      actor_person_id: actor.kind === 'person' ? actor.personId : null,
      actor: named(actor),
      face: caller.face,
      os_user: caller.osUser ?? null,
      operation: entry.operation,
      outcome: entry.outcome,
      target: note.target ?? null,
      detail: JSON.stringify(note.detail ?? {}),
    })
    .execute();
}
