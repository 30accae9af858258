import type { HandlersOf, PreparedCommand } from '../../kernel/context.ts';
import { hasSecondFactor } from '../../kernel/second-factor.ts';
import { ownsSome, refuseStrangers } from '../organizations/owner.ts';
import { provePassword } from '../session/account.ts';
import { signedIn } from '../session/signed-in.ts';
import { type CodeProof, proveCode, spend } from '../twofactor/proof.ts';
import { recover } from './recover.ts';
import { madeAt, renewCode } from './store.ts';

/** Both proofs from people who have two, for something that could let somebody else in later. */
const renew: PreparedCommand<'recovery.renew', CodeProof | undefined> = {
  async prepare(ctx, { password, code = '' }) {
    const person = signedIn(ctx.actor);
    await refuseStrangers(ctx.db, person, ctx.now);
    await provePassword(ctx, person, password);
    return (await hasSecondFactor(ctx.db, person.personId)) ? proveCode(ctx, person, code) : undefined;
  },
  async handle({ db, actor, now, note }, _input, proof) {
    const { personId, email } = signedIn(actor);
    await refuseStrangers(db, actor, now);
    if (proof) await spend(db, personId, proof, now);
    note({ target: email, ...(proof ? { detail: { by: proof.kind } } : {}) });
    return { recoveryCode: await renewCode(db, personId, now) };
  },
};

export const handlers = {
  async state({ db, actor, now }) {
    const { personId } = signedIn(actor);
    return { owner: await ownsSome(db, personId, now), since: await madeAt(db, personId) };
  },
  renew,
  recover,
} satisfies HandlersOf<'recovery'>;
