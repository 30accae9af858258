import { foldName } from '#contract/fold.ts';
import type { OperationName } from '#contract/index.ts';
import { failpoint } from '../database/failpoint.ts';
import { insertRows } from '../database/insert-rows.ts';
import type { WritableDb } from '../database/schema.ts';
import { seal } from './audit-chain.ts';
import type { Actor, Caller, Note } from './context.ts';
import type { Keys } from './keys.ts';

export interface AuditEntry {
  readonly now: number;
  readonly operation: OperationName | string;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly outcome: 'done' | 'denied';
  readonly note: Note;
}

interface Subject {
  readonly target: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const named = (actor: Actor) => {
  if (actor.kind === 'locked') return actor.person.email;
  return actor.kind === 'person' ? actor.email : actor.kind;
};

/** Records who did what to whom, in the transaction of the deed itself: one row, or one for each person it was done to. */
export async function writeAudit(db: WritableDb, keys: Keys, entry: AuditEntry): Promise<void> {
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
  };
  const entries = subjects(note).map((subject) => ({ ...row, ...written(row, subject) }));
  await insertRows(db, 'audit', await seal(db, keys, entries));
  failpoint('audit.sealed');
}

/** Records what Gatehouse did by itself, for an organization or for none. */
export const writeOwnAudit = (
  db: WritableDb,
  keys: Keys,
  { now, operation, note }: Pick<AuditEntry, 'now' | 'operation' | 'note'>,
): Promise<void> =>
  writeAudit(db, keys, {
    ...{ now, operation, note },
    actor: { kind: 'core' },
    caller: { face: 'core', credentials: { kind: 'core' } },
    outcome: 'done',
  });

/** A search looks no further: the rest is read by opening the row. */
const longestSearched = 600;

interface Searched {
  readonly actor: string;
  readonly operation: string;
  readonly target: string | null;
  /** JSON. */
  readonly detail: string;
}

/** The text of an entry that a search looks into. */
export const searchTextOf = ({ actor, operation, target, detail }: Searched): string =>
  foldName(`${actor} ${operation} ${target ?? ''} ${detail}`).slice(0, longestSearched);

function written(row: { actor: string; operation: string }, { target, detail }: Subject) {
  const said = { target, detail: JSON.stringify(detail) };
  return { ...said, search_text: searchTextOf({ ...row, ...said }) };
}

function subjects({ target, targets, each, detail = {} }: Note): readonly Subject[] {
  if (each?.length) return each;
  return targets?.length ? targets.map((one) => ({ target: one, detail })) : [{ target: target ?? null, detail }];
}

/** A later note is merged into the one before, and its details into the details. */
export const addNote = (before: Note, more: Note): Note => ({
  ...before,
  ...more,
  detail: { ...before.detail, ...more.detail },
});
