import type { OutputOf } from '#contract/index.ts';
import type { CommandContext } from '../../kernel/context.ts';

/** Something that is done to one person, alone or as one of many. */
export interface Deed<I, Seen, Result> {
  /**
   * Reads at once for all of these people what `one` has to know of them. It is asked with nobody when a job begins, so
   * that what is wrong for everybody refuses the call.
   */
  readonly look: (ctx: CommandContext, input: I, membershipIds: readonly number[]) => Promise<Seen>;
  /** Checks and writes. What it noted is the person's row in the audit; without a note there is none. */
  readonly one: (ctx: CommandContext, membershipId: number, input: I, seen: Seen) => Promise<Result>;
}

/** The answer of a deed that has nothing to tell but that it is done. */
export type Done = OutputOf<'users.update'>;

/** Done to one person: refused with the error that says why, and then nothing of it stays. */
export const alone =
  <I, Seen, Result>(deed: Deed<I, Seen, Result>) =>
  async (ctx: CommandContext, input: I & { readonly membershipId: number }): Promise<Result> =>
    deed.one(ctx, input.membershipId, input, await deed.look(ctx, input, [input.membershipId]));
