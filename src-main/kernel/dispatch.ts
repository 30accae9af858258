import { randomBytes } from 'node:crypto';
import { assertNever } from '#contract/assert-never.ts';
import { GatehouseError } from '#contract/errors.ts';
import { contract, isOperation, type OperationName, type OutputOf } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';
import type { Changes } from '../database/changes.ts';
import { failpoint } from '../database/failpoint.ts';
import type { Store } from '../database/open.ts';
import type { ReadableDb, WritableDb } from '../database/schema.ts';
import { sqliteTrouble } from '../database/trouble.ts';
import { authorize, loadActor } from './actor.ts';
import { addNote, writeAudit } from './audit.ts';
import {
  type Actor,
  type Caller,
  type CommandContext,
  denials,
  type Handlers,
  type JobHandler,
  type Note,
  type PreparedCommand,
  type QueryContext,
  type Services,
} from './context.ts';
import { parse } from './parse.ts';

export interface House extends Services {
  readonly store: Store;
  readonly changes: Changes;
  readonly handlers: Handlers;
  /** Records a defect; the caller only gets a reference to it. */
  readonly report: (reference: string, operation: string, error: unknown) => void;
}

/** Called after the transaction that wrote a job's row has been committed. */
export type StartJob = (jobId: number) => void;

type AnyCommand = PreparedCommand<OperationName, unknown>;
type Run = (ctx: never, input: unknown, prepared?: unknown) => unknown;

/** The one way in: parse → begin → load actor → authorize → handle → audit → commit → publish. */
export interface Dispatcher {
  <N extends OperationName>(caller: Caller, name: N, input: unknown): Promise<OutputOf<N>>;
  (caller: Caller, name: string, input: unknown): Promise<unknown>;
}

/** Makes the one way in; faces and tests call what comes back and nothing else. */
export function createDispatcher(house: House, startJob: StartJob): Dispatcher {
  const dispatch = async (caller: Caller, name: string, raw: unknown): Promise<unknown> => {
    if (!isOperation(name)) throw new GatehouseError('unknown-operation', { name: name.slice(0, 80) });
    const operation: Operation = contract[name];
    const call = async () => {
      if (!operation.faces.includes(caller.face)) throw new GatehouseError('wrong-face', { name, face: caller.face });
      const input = parse(operation.input, raw, 'invalid-input', name);
      const answer = await byKind(house, startJob, caller, name, operation, input);
      return parse(operation.output, answer, 'invalid-output', name);
    };
    try {
      return await call().catch(async (error: unknown) => {
        if (error instanceof GatehouseError && denials.has(error.code))
          await auditDenial(house, caller, name, raw, error);
        throw error;
      });
    } catch (error) {
      if (error instanceof GatehouseError && error.code !== 'invalid-output') throw error;
      const trouble = sqliteTrouble(error, house.store.file);
      // a query that tried to write is a defect of ours, not of the file
      const tried = operation.kind === 'query' && (error as { code?: unknown }).code === 'SQLITE_READONLY';
      if (trouble && !tried) throw trouble;
      const reference = randomBytes(4).toString('hex');
      house.report(reference, name, error);
      throw new GatehouseError('internal', { reference });
    }
  };
  return dispatch as Dispatcher;
}

async function byKind(
  house: House,
  startJob: StartJob,
  caller: Caller,
  name: OperationName,
  operation: Operation,
  input: unknown,
): Promise<unknown> {
  const handler = house.handlers[name];
  switch (operation.kind) {
    case 'query':
      return (handler as Run)((await readContext(house, caller, operation, input)) as never, input);
    case 'effect': {
      const ctx = await readContext(house, caller, operation, input);
      const answer = await (handler as Run)(ctx as never, input);
      await house.changes.write(['audit', ...(operation.changes ?? [])], ctx.now, (db) =>
        writeAudit(db, house.keys, {
          now: ctx.now,
          operation: name,
          actor: ctx.actor,
          caller,
          outcome: 'done',
          note: about(input),
        }),
      );
      return answer;
    }
    case 'command': {
      if (typeof handler === 'function')
        return transact(house, caller, name, input, (ctx) => (handler as Run)(ctx as never, input));
      const { prepare, handle } = handler as AnyCommand;
      const prepared = await prepare(await readContext(house, caller, operation, input), input as never);
      return transact(house, caller, name, input, async (ctx) => handle(ctx, input as never, prepared));
    }
    case 'job': {
      const jobId = await transact(house, caller, name, input, (ctx) =>
        addJob(ctx, name, input, handler as JobHandler<OperationName>),
      );
      startJob(jobId);
      return { jobId };
    }
    default:
      return assertNever(operation.kind);
  }
}

async function readContext(house: House, caller: Caller, operation: Operation, input: unknown): Promise<QueryContext> {
  return { ...(await context(house, caller, operation, input, house.store.read)), db: house.store.read };
}

async function context(house: House, caller: Caller, operation: Operation, input: unknown, db: ReadableDb) {
  const now = house.clock.now();
  const actor = await loadActor(db, caller.credentials, now);
  const permissions = await authorize(db, operation, { actor, credentials: caller.credentials, now }, input);
  const { store: _, changes: __, handlers: ___, report: ____, ...services } = house;
  return { ...services, now, caller, actor, permissions };
}

/**
 * One command's transaction with its audit row. Jobs run each of their chunks through it too, so that withdrawing a right
 * stops them.
 */
export function transact<T>(
  house: House,
  caller: Caller,
  name: OperationName,
  input: unknown,
  work: (ctx: CommandContext) => T | Promise<T>,
): Promise<T> {
  const operation: Operation = contract[name];
  return house.changes.write([...(operation.changes ?? []), 'audit'], house.clock.now(), async (db: WritableDb) => {
    const base = await context(house, caller, operation, input, db);
    let note = about(input);
    const result = await work({
      ...base,
      db,
      note(more) {
        note = addNote(note, more);
      },
    });
    await writeAudit(db, house.keys, {
      now: base.now,
      operation: name,
      actor: note.actor ?? base.actor,
      caller,
      outcome: 'done',
      note,
    });
    return result;
  });
}

const about = (input: unknown): Note => {
  const { organizationId } = (input ?? {}) as { organizationId?: unknown };
  return typeof organizationId === 'number' && Number.isSafeInteger(organizationId) ? { organizationId } : {};
};

async function addJob(
  ctx: CommandContext,
  operation: OperationName,
  input: unknown,
  handler: JobHandler<OperationName>,
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('job')
    .values({
      organization_id: (input as { organizationId: number }).organizationId,
      operation,
      input: JSON.stringify(input),
      state: 'running',
      person_id: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
      face: ctx.caller.face,
      os_user: ctx.caller.osUser ?? null,
      total: 0,
      started_at: ctx.now,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const total = await handler.plan(ctx, input as never, id);
  failpoint('job.planned');
  await ctx.db.updateTable('job').set({ total }).where('id', '=', id).execute();
  ctx.note({ target: `job ${id}`, detail: { total } });
  return id;
}

/** The command's own transaction was rolled back; the attempt is recorded in another one. */
export async function auditDenial(
  house: House,
  caller: Caller,
  name: OperationName,
  raw: unknown,
  error: GatehouseError,
): Promise<void> {
  const now = house.clock.now();
  const actor: Actor = await loadActor(house.store.read, caller.credentials, now).catch(() => ({ kind: 'anonymous' }));
  const note = { ...about(raw), detail: { code: error.code, ...(error.data as Record<string, unknown>) } };
  await house.changes.write(['audit'], now, (db) =>
    writeAudit(db, house.keys, { now, operation: name, actor, caller, outcome: 'denied', note }),
  );
}
