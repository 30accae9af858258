import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import { contract, isOperation, type OperationName } from '#contract/index.ts';
import { type Core, databaseFile, openCore } from '../../core.ts';
import type { Caller } from '../../kernel/context.ts';
import { givenKey } from '../../kernel/key/given-key.ts';
import { parse } from '../../kernel/parse.ts';
import { replaceWorkspace, restoreIsPending } from '../../restore.ts';
import type { Command } from './arguments.ts';
import { callerFor } from './caller-for.ts';
import { readAll } from './read-input.ts';

type Call = Extract<Command, { name: 'call' }>;

/** Operations that may make a workspace. */
const creating: readonly OperationName[] = ['organizations.create', 'backups.restore'];
/** Operations for signing in, which has commands of its own. */
const signingIn: readonly OperationName[] = ['session.signIn', 'session.giveCode'];
/** Prepares a workspace that takes the place of this one once it is closed. */
const restoring: OperationName = 'backups.restore';

/**
 * Calls one operation, even while a window is open, and waits for the end of a job that it started.
 * @throws GatehouseError whatever the operation answers with, and `not-json`, `no-workspace`, `job-not-finished`
 */
export async function callOperation(call: Call, warn: (core: Core) => void = () => {}): Promise<unknown> {
  const { operation } = call;
  if (!isOperation(operation)) throw new GatehouseError('unknown-operation', { name: operation.slice(0, 80) });
  // their answers are tokens, which do not belong in a terminal
  if (signingIn.includes(operation))
    throw new GatehouseError('usage', { problem: 'sign-in-itself', argument: operation });
  const input = parseJson(call.input === '-' ? await readAll(process.stdin) : (call.input ?? '{}'));
  const folder = path.resolve(call.folder);
  if (!hasWorkspace(folder)) {
    if (!creating.includes(operation)) throw new GatehouseError('no-workspace', { folder });
    parse(contract[operation].input, input, 'invalid-input', operation); // a typing error must not leave an empty workspace
  }
  const core = await openCore({ folder, givenKey: givenKey(call.keyFile, process.env, existsSync) });
  warn(core);
  const work = async () => callIn(core, await callerFor(core, call.as), operation, input);
  const output = await work().finally(core.close);
  return operation === restoring ? { ...(output as object), replaced: replaceWorkspace(folder) } : output;
}

async function callIn(core: Core, caller: Caller, operation: OperationName, input: unknown): Promise<unknown> {
  const output = await core.dispatch(caller, operation, input);
  if (contract[operation].kind === 'job') await waitForJob(core, (output as { jobId: number }).jobId);
  return output;
}

async function waitForJob(core: Core, jobId: number): Promise<void> {
  await core.jobs.idle();
  const job = await core.store.read.selectFrom('job').select('state').where('id', '=', jobId).executeTakeFirst();
  // still running means that another process took the job over; it goes on there
  if (!job || job.state === 'finished' || job.state === 'running') return;
  throw new GatehouseError('job-not-finished', { jobId, state: job.state });
}

/** An empty file does not count: SQLite makes one before it writes. */
export const hasWorkspace = (folder: string): boolean =>
  // a workspace whose restore was cut off may have no database right now; opening it finishes the restore
  restoreIsPending(folder) || (statSync(databaseFile(folder), { throwIfNoEntry: false })?.size ?? 0) > 0;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // V8's message quotes the input, which may hold a password: only the place is passed on
    const [, line, column] = /line (\d+) column (\d+)/.exec((error as Error).message) ?? [];
    throw new GatehouseError('not-json', { place: line && column ? `${line}:${column}` : '' });
  }
}
