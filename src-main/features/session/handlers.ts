import { hashToken } from '../../kernel/actor.ts';
import type { HandlersOf, QueryContext } from '../../kernel/context.ts';
import { ownsSome } from '../organizations/owner.ts';
import { forgotPassword, openReset, resetPassword } from './forgotten.ts';
import { lock, unlock } from './lock.ts';
import { listPlaces } from './places.ts';
import { giveCode, signIn } from './sign-in.ts';

const whereIs = async (ctx: QueryContext, person: { id: number; name: string; email: string }) => ({
  person,
  places: await listPlaces(ctx, person.id),
  mayAddOrganizations: await ownsSome(ctx.db, person.id, ctx.now),
});

export const handlers = {
  async state(ctx) {
    const { db, actor, demo } = ctx;
    const isDemo = Boolean(demo);
    if (actor.kind === 'person') {
      const { personId: id, name, email } = actor;
      return { stage: 'signed-in', ...(await whereIs(ctx, { id, name, email })), demo: isDemo };
    }
    if (actor.kind === 'locked') {
      const { personId: id, name, email } = actor.person;
      return { stage: 'locked', ...(await whereIs(ctx, { id, name, email })), demo: isDemo };
    }
    const some = await db.selectFrom('organization').select('id').executeTakeFirst();
    return { stage: some ? 'sign-in' : 'first-start', places: [], mayAddOrganizations: false, demo: isDemo };
  },
  signIn,
  giveCode,
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
