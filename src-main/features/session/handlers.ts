import type { ReadableDb } from '../../database/schema.ts';
import { hashToken } from '../../kernel/actor.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { ownsSome } from '../organizations/owner.ts';
import { forgotPassword, openReset, resetPassword } from './forgotten.ts';
import { lock, unlock } from './lock.ts';
import { listPlaces } from './places.ts';
import { giveCode, signIn } from './sign-in.ts';

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
