import { randomBytes } from 'node:crypto';
import { GatehouseError } from '#contract/errors.ts';
import type { Face } from '#contract/operation.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { hashToken } from '../../kernel/actor.ts';
import type { CommandContext, PreparedCommand } from '../../kernel/context.ts';
import { hasSecondFactor } from '../../kernel/second-factor.ts';
import { hasExpired } from '../profile/organizations.ts';
import { type CodeProof, proveCode, spend } from '../twofactor/proof.ts';
import { countCodes } from '../twofactor/store.ts';
import { type Account, findAccount } from './account.ts';

const hour = 3_600_000;
/** How long a session lasts: the window is one person's desk, the portal any browser, the command line a morning's work. */
const lifeMilliseconds: Readonly<Record<Face, number>> = {
  window: 7 * 24 * hour,
  portal: 12 * hour,
  cli: 8 * hour,
  core: hour,
};
/** How long somebody may look for their phone. */
const attemptMilliseconds = 5 * 60_000;

type Signing = Pick<Account, 'id' | 'name' | 'email'>;
const newToken = () => randomBytes(32).toString('base64url');

/** The first step. With a second factor, the password does not open a session but gives a short while to enter a code. */
export const signIn: PreparedCommand<'session.signIn', Account> = {
  async prepare(ctx, { email, password }) {
    const known = await findAccount(ctx.db, email);
    const guess = { email, face: ctx.caller.face, hash: known?.passwordHash, password };
    if (!(await ctx.guesses.check(guess)) || !known) throw new GatehouseError('wrong-credentials', {});
    return known;
  },
  async handle(ctx, _input, { id, name, email }) {
    if (await hasExpired(ctx.db, id, ctx.now)) throw new GatehouseError('access-ended', { email });
    if (!(await hasSecondFactor(ctx.db, id))) return { step: 'done', ...(await openSession(ctx, { id, name, email })) };
    ctx.note({ target: email, detail: { step: 'password' } });
    return { step: 'code', token: await beginAttempt(ctx, id) };
  },
};

async function beginAttempt({ db, caller, now }: CommandContext, personId: number): Promise<string> {
  const token = newToken();
  await db.deleteFrom('sign_in_attempt').where('expires_at', '<=', now).execute();
  await db
    .insertInto('sign_in_attempt')
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      face: caller.face,
      created_at: now,
      expires_at: now + attemptMilliseconds,
    })
    .execute();
  return token;
}

interface Proven {
  readonly person: Signing;
  readonly proof: CodeProof;
}

/** The second step, with a code from the app or a recovery code. */
export const giveCode: PreparedCommand<'session.giveCode', Proven> = {
  async prepare(ctx, { attempt, code }) {
    const person = await liveAttempt(ctx.db, attempt, ctx);
    const proof = await proveCode(ctx, { personId: person.id, email: person.email }, code);
    return { person, proof };
  },
  async handle(ctx, { attempt }, { person, proof }) {
    // of two codes for one attempt, the first ends it
    await liveAttempt(ctx.db, attempt, ctx);
    await endAttempt(ctx.db, attempt);
    await spend(ctx.db, person.id, proof, ctx.now);
    if (await hasExpired(ctx.db, person.id, ctx.now)) throw new GatehouseError('access-ended', { email: person.email });
    const opened = await openSession(ctx, person);
    ctx.note({ detail: { by: proof.kind } });
    return { ...opened, codesLeft: proof.kind === 'recovery-code' ? await countCodes(ctx.db, person.id) : null };
  },
};

/** @throws GatehouseError `attempt-over` for an attempt that has ended, belongs to another face, or never existed */
async function liveAttempt(
  db: ReadableDb,
  token: string,
  { now, caller }: Pick<CommandContext, 'now' | 'caller'>,
): Promise<Signing> {
  const row = await db
    .selectFrom('sign_in_attempt')
    .innerJoin('person', 'person.id', 'sign_in_attempt.person_id')
    .select(['person.id', 'person.name', 'person.email'])
    .where('sign_in_attempt.token_hash', '=', hashToken(token))
    .where('sign_in_attempt.face', '=', caller.face)
    .where('sign_in_attempt.expires_at', '>', now)
    .executeTakeFirst();
  if (!row) throw new GatehouseError('attempt-over', {});
  return row;
}

const endAttempt = (db: WritableDb, token: string) =>
  db.deleteFrom('sign_in_attempt').where('token_hash', '=', hashToken(token)).execute();

async function openSession(ctx: CommandContext, { id, name, email }: Signing) {
  const { db, caller, now } = ctx;
  const token = newToken();
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
  await db
    .insertInto('session')
    .values({
      token_hash: hashToken(token),
      person_id: id,
      face: caller.face,
      created_at: now,
      expires_at: now + lifeMilliseconds[caller.face],
      last_seen_at: caller.face === 'portal' ? now : null,
    })
    .execute();
  ctx.note({ actor: { kind: 'person', personId: id, email, name }, target: email });
  return { person: { id, name, email }, token };
}
