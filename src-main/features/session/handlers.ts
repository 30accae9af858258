import { randomBytes } from 'node:crypto';
import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { hashToken } from '../../kernel/actor.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { ownsSome } from '../organizations/owner.ts';
import { hasExpired } from '../profile/organizations.ts';
import { type Account, findAccount } from './account.ts';
import { forgotPassword, openReset, resetPassword } from './forgotten.ts';
import { lock, unlock } from './lock.ts';
import { listPlaces } from './places.ts';

/** How long a session lasts: the window is one person's desk, the portal any browser. */
const lifeMilliseconds = { window: 7 * 86_400_000, portal: 12 * 3_600_000 };

const whereIs = async (db: ReadableDb, person: { id: number; name: string; email: string }, now: number) => ({
  person,
  places: await listPlaces(db, person.id, now),
  mayAddOrganizations: await ownsSome(db, person.id, now),
});

export const handlers = {
  async state({ db, actor, now, demo }) {
    const isDemo = Boolean(demo);
    if (actor.kind === 'person') {
      const { personId: id, name, email } = actor;
      return { stage: 'signed-in', ...(await whereIs(db, { id, name, email }, now)), demo: isDemo };
    }
    if (actor.kind === 'locked') {
      const { personId: id, name, email } = actor.person;
      return { stage: 'locked', ...(await whereIs(db, { id, name, email }, now)), demo: isDemo };
    }
    const some = await db.selectFrom('organization').select('id').executeTakeFirst();
    return { stage: some ? 'sign-in' : 'first-start', places: [], mayAddOrganizations: false, demo: isDemo };
  },
  signIn: {
    async prepare(ctx, { email, password }) {
      const known = await findAccount(ctx.db, email);
      const guess = { email, face: ctx.caller.face, hash: known?.passwordHash, password };
      if (!(await ctx.guesses.check(guess)) || !known) throw new GatehouseError('wrong-credentials', {});
      return known;
    },
    async handle(ctx, _input, { id, name, email }: Account) {
      if (await hasExpired(ctx.db, id, ctx.now)) throw new GatehouseError('access-ended', { email });
      const token = randomBytes(32).toString('base64url');
      const life = lifeMilliseconds[ctx.caller.face === 'portal' ? 'portal' : 'window'];
      await ctx.db.deleteFrom('session').where('expires_at', '<=', ctx.now).execute();
      await ctx.db
        .insertInto('session')
        .values({
          token_hash: hashToken(token),
          person_id: id,
          face: ctx.caller.face,
          created_at: ctx.now,
          expires_at: ctx.now + life,
          last_seen_at: ctx.caller.face === 'portal' ? ctx.now : null,
        })
        .execute();
      ctx.note({ actor: { kind: 'person', personId: id, email, name }, target: email });
      return { person: { id, name, email }, token };
    },
  },
  async signOut(ctx) {
    const { credentials } = ctx.caller;
    if (credentials.kind === 'session')
      await ctx.db.deleteFrom('session').where('token_hash', '=', hashToken(credentials.token)).execute();
    return {};
  },
  lock,
  unlock,
  forgotPassword,
  openReset,
  resetPassword,
} satisfies HandlersOf<'session'>;
