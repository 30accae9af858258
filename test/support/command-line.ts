import { expect } from 'vitest';
import type { InputOf, OperationName, OutputOf } from '#contract/index.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { readArguments } from '../../src-main/faces/cli/arguments.ts';
import { callOperation } from '../../src-main/faces/cli/call.ts';
import { worded } from '../../src-main/faces/cli/print.ts';
import { freshWorkspace, owner, type Workspace } from './workspace.ts';

/**
 * `gatehouse call` from its arguments on, with a core of its own beside the test's, but within this process: starting one
 * for each of a hundred calls would take minutes. What a real process adds is tested with the command line itself.
 */
function call(w: Workspace, name: OperationName, input: object, as: string): Promise<unknown> {
  const text = JSON.stringify({ organizationId: w.organizationId, ...input });
  const command = readArguments(['call', name, text, '--workspace', w.core.folder, '--as', as]);
  if (command.name !== 'call') throw new Error(`read as ${command.name}`);
  return callOperation(command);
}

/** Calls an operation as a script of an admin would; the organization is put into the input. */
export const run = async <N extends OperationName>(
  w: Workspace,
  name: N,
  input: Omit<InputOf<N>, 'organizationId'>,
  as = owner.email,
): Promise<OutputOf<N>> => (await call(w, name, input, as)) as OutputOf<N>;

/** The same for a refused call: the error as printed. */
export async function refused(w: Workspace, name: OperationName, input: object, as = owner.email) {
  const error: unknown = await call(w, name, input, as).then(
    () => expect.fail(`${name} was not refused`),
    (reason: unknown) => reason,
  );
  return worded(messagesIn('en'), error) as { code: string; message: string };
}

/** The command line has a real clock, so the test's own core is set to the same time. */
export async function now(): Promise<Workspace> {
  const w = await freshWorkspace();
  w.clock.time = Date.now();
  return w;
}

/** Somebody's row in the list, found by their address. */
export const userOf = async (w: Workspace, email: string) => {
  const { rows } = await w.call('users.list', { organizationId: w.organizationId, search: email });
  const [row] = rows;
  if (!row) throw new Error(`${email} is not listed`);
  return row;
};
