import type { InputOf } from '#contract/index.ts';
import type { Caller } from '../../src-main/kernel/context.ts';

/** What one child has to do, and where it dies. */
export interface ChildTask {
  readonly folder: string;
  readonly organizationId: number;
  readonly point: string;
  /** At which time of reaching the point, from 1. */
  readonly occurrence: number;
  /** Keeps the recipients of one run apart from all others. */
  readonly run: number;
}

export const people = 4;
export const caller: Caller = { face: 'core', credentials: { kind: 'core' } };

export const recipients = ({ run }: Pick<ChildTask, 'run'>): string[] =>
  Array.from({ length: people }, (_, i) => `p${i}@run${run}.example.org`);

export const sendInput = (task: Pick<ChildTask, 'run' | 'organizationId'>): InputOf<'invitations.send'> => ({
  organizationId: task.organizationId,
  entries: recipients(task).map((email) => ({ email })),
  defaults: { roles: ['Member'] },
});
