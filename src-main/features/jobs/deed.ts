import type { OutputOf } from '#contract/index.ts';
import type { CommandContext } from '../../kernel/context.ts';

/** Something that is done to one person, alone or as one of many. */
export interface Deed<I, Seen, Result> {
  /**
   * Reads what `one` has to know, for all of these people at once. It is called with nobody when a job begins, so that
   * anything wrong for everybody refuses the call.
   */
  readonly look: (ctx: CommandContext, input: I, membershipIds: readonly number[]) => Promise<Seen>;
  /** Checks and writes. Its note becomes the person's row in the audit; without a note there is none. */
  readonly one: (ctx: CommandContext, membershipId: number, input: I, seen: Seen) => Promise<Result>;
}

/** The answer of a deed that has nothing to say except that it is done. */
export type Done = OutputOf<'users.update'>;

/** Done to one person: a refusal is the error that says why, and leaves nothing behind. */
export const alone =
  <I, Seen, Result>(deed: Deed<I, Seen, Result>) =>
  async (ctx: CommandContext, input: I & { readonly membershipId: number }): Promise<Result> =>
    deed.one(ctx, input.membershipId, input, await deed.look(ctx, input, [input.membershipId]));
