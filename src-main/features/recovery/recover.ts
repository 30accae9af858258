import { GatehouseError } from '#contract/errors.ts';
import type { PreparedCommand } from '../../kernel/context.ts';
import { laneOf } from '../../kernel/passwords.ts';
import { ownedBy } from '../organizations/owner.ts';
import { type Account, findAccount } from '../session/account.ts';
import { replaceForgotten } from '../session/forgotten.ts';
import { isCodeOf, renewCode } from './store.ts';

interface Prepared {
  readonly account: Account;
  readonly hash: string;
}

const refused = () => new GatehouseError('recovery-refused', {});

/**
 * The code is the proof, and only for an owner. It opens no session: signing in asks for the new password, and for the
 * second factor where there is one.
 * @throws GatehouseError `recovery-refused` whatever is wrong, `password-common`, `too-many-guesses`
 */
export const recover: PreparedCommand<'recovery.recover', Prepared> = {
  async prepare(ctx, { email, code, password }) {
    await ctx.passwords.refuseCommon(password);
    let prepared: Prepared | undefined;
    const compare = async () => {
      // first, and always: so that a wrong address, a wrong code and a right one take equally long
      const hash = await ctx.passwords.hash(password, laneOf(ctx.caller.face));
      const account = await findAccount(ctx.db, email);
      const right = await isCodeOf(ctx.db, account?.id ?? 0, code, ctx.now);
      if (account && right) prepared = { account, hash };
      return prepared !== undefined;
    };
    await ctx.guesses.checkCode({ sort: 'owner-recovery', email, face: ctx.caller.face, compare });
    if (!prepared) throw refused();
    return prepared;
  },
  async handle(ctx, { code }, { account, hash }) {
    const { db, now } = ctx;
    const { id: personId, email, name } = account;
    // checked again: of two that came at once, the first has used it up
    if (!(await isCodeOf(db, personId, code, now))) throw refused();
    const recoveryCode = await renewCode(db, personId, now);
    await replaceForgotten(ctx, { personId, email }, hash);
    // noted where other owners will read it
    const [organizationId] = await ownedBy(db, personId, now);
    ctx.note({
      actor: { kind: 'person', personId, email, name },
      target: email,
      ...(organizationId === undefined ? {} : { organizationId }),
    });
    return { email, recoveryCode };
  },
};
