import { GatehouseError } from '#contract/errors.ts';
import type { HandlersOf, PreparedCommand, QueryContext } from '../../kernel/context.ts';
import { provePassword } from '../session/account.ts';
import { endSessions } from '../session/end-sessions.ts';
import { signedIn } from '../session/signed-in.ts';
import { type CodeProof, proveCode, spend } from './proof.ts';
import { reset } from './reset.ts';
import { countCodes, dropFactor, findFactor, renewCodes } from './store.ts';
import { makeSecret, uriOf } from './totp.ts';

/** Two proofs, for what could let somebody else in later. @throws GatehouseError `two-factor-off`, and what the proofs throw */
async function proveBoth(ctx: QueryContext, { password, code }: { password: string; code: string }) {
  const person = signedIn(ctx.actor);
  if (!(await findFactor(ctx.db, person.personId))?.confirmed_at) throw new GatehouseError('two-factor-off', {});
  await provePassword(ctx, person, password);
  return proveCode(ctx, person, code);
}

const begin: PreparedCommand<'twofactor.begin', null> = {
  async prepare(ctx, { password }) {
    await provePassword(ctx, signedIn(ctx.actor), password);
    return null;
  },
  async handle({ db, actor, keys, note }) {
    const { personId, email } = signedIn(actor);
    if ((await findFactor(db, personId))?.confirmed_at) throw new GatehouseError('two-factor-on', {});
    const secret = makeSecret();
    await db.deleteFrom('second_factor').where('person_id', '=', personId).execute();
    await db
      .insertInto('second_factor')
      .values({ person_id: personId, secret_sealed: keys.seal(secret), confirmed_at: null })
      .execute();
    note({ target: email });
    return { secret, uri: uriOf(secret, email) };
  },
};

const confirm: PreparedCommand<'twofactor.confirm', CodeProof> = {
  async prepare(ctx, { code }) {
    const person = signedIn(ctx.actor);
    const factor = await findFactor(ctx.db, person.personId);
    if (!factor) throw new GatehouseError('two-factor-off', {});
    if (factor.confirmed_at !== null) throw new GatehouseError('two-factor-on', {});
    return proveCode(ctx, person, code);
  },
  async handle({ db, actor, now, caller, note }, _input, proof) {
    const { personId, email } = signedIn(actor);
    await spend(db, personId, proof, now);
    await db.updateTable('second_factor').set({ confirmed_at: now }).where('person_id', '=', personId).execute();
    await endSessions(db, personId, caller.credentials);
    note({ target: email });
    return { recoveryCodes: await renewCodes(db, personId) };
  },
};

export const handlers = {
  async state({ db, actor }) {
    const { personId } = signedIn(actor);
    const since = (await findFactor(db, personId))?.confirmed_at ?? null;
    return { on: since !== null, since, codesLeft: await countCodes(db, personId) };
  },
  begin,
  confirm,
  renewCodes: {
    prepare: proveBoth,
    async handle({ db, actor, now, note }, _input, proof: CodeProof) {
      const { personId, email } = signedIn(actor);
      await spend(db, personId, proof, now);
      note({ target: email, detail: { by: proof.kind } });
      return { recoveryCodes: await renewCodes(db, personId) };
    },
  },
  reset,
  turnOff: {
    prepare: proveBoth,
    async handle({ db, actor, now, note }, _input, proof: CodeProof) {
      const { personId, email } = signedIn(actor);
      await spend(db, personId, proof, now);
      await dropFactor(db, personId);
      note({ target: email, detail: { by: proof.kind } });
      return {};
    },
  },
} satisfies HandlersOf<'twofactor'>;
