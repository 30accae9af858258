import { GatehouseError } from '#contract/errors.ts';
import type { PreparedCommand } from '../../kernel/context.ts';
import { laneOf } from '../../kernel/passwords.ts';
import { provePassword } from '../session/account.ts';
import { endSessions } from '../session/end-sessions.ts';
import { signedIn } from '../session/signed-in.ts';

interface Hashes {
  /** What the current password was verified against, before the transaction. */
  readonly before: string;
  readonly next: string;
}

/** Takes the current password as proof; this person's other sessions have to sign in again. */
export const changePassword: PreparedCommand<'profile.changePassword', Hashes> = {
  async prepare(ctx, { current, next }) {
    const before = await provePassword(ctx, signedIn(ctx.actor), current);
    await ctx.passwords.refuseCommon(next);
    return { before, next: await ctx.passwords.hash(next, laneOf(ctx.caller.face)) };
  },
  async handle(ctx, _input, { before, next }) {
    const { personId, email } = signedIn(ctx.actor);
    const { numUpdatedRows } = await ctx.db
      .updateTable('credential')
      .set({ password_hash: next, created_at: ctx.now })
      .where('person_id', '=', personId)
      .where('password_hash', '=', before)
      .executeTakeFirst();
    // somebody was quicker: the password is no longer the one that was verified
    if (numUpdatedRows !== 1n) throw new GatehouseError('wrong-credentials', {});
    await endSessions(ctx.db, personId, ctx.caller.credentials);
    ctx.note({ target: email });
    return {};
  },
};
