import { GatehouseError } from '#contract/errors.ts';
import type { WritableDb } from '../../database/schema.ts';
import { hashToken } from '../../kernel/actor.ts';
import type { CommandHandler, Credentials, PreparedCommand } from '../../kernel/context.ts';
import { provePassword } from './account.ts';

/** From now on the session can do nothing but unlock itself. A locked one stays locked. */
export const lock: CommandHandler<'session.lock'> = async ({ db, caller, now, note, actor }) => {
  await setLocked(db, caller.credentials, now);
  if (actor.kind === 'person') note({ target: actor.email });
  return {};
};

/** Takes the signed-in person's password; nobody else can go on in their place. */
export const unlock: PreparedCommand<'session.unlock', null> = {
  async prepare(ctx, { password }) {
    if (ctx.actor.kind === 'locked') await provePassword(ctx, ctx.actor.person, password);
    return null;
  },
  async handle({ db, actor, caller, note }) {
    if (actor.kind === 'anonymous') throw new GatehouseError('not-signed-in', {});
    if (actor.kind !== 'locked') return {};
    await setLocked(db, caller.credentials, null);
    note({ actor: actor.person, target: actor.person.email });
    return {};
  },
};

async function setLocked(db: WritableDb, credentials: Credentials, at: number | null): Promise<void> {
  if (credentials.kind !== 'session') return;
  await db
    .updateTable('session')
    .set({ locked_at: at })
    .where('token_hash', '=', hashToken(credentials.token))
    .execute();
}
