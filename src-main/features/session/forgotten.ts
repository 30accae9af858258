import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import type {
  CommandContext,
  CommandHandler,
  PreparedCommand,
  QueryContext,
  QueryHandler,
} from '../../kernel/context.ts';
import { forgetGuesses } from '../../kernel/guesses.ts';
import { laneOf } from '../../kernel/passwords.ts';
import { readResetToken } from '../../kernel/tokens.ts';
import { queueResetMail } from '../../mail/queue.ts';
import { findAccount } from './account.ts';
import { endSessions } from './end-sessions.ts';

const lifeMilliseconds = 3_600_000;
/** Anybody who asks again sooner already has a mail on its way: so no stranger can fill somebody's mailbox. */
const restMilliseconds = 5 * 60_000;

/** Does not reveal whether there is such an account; the audit log does, to those who may read it. */
export const forgotPassword: CommandHandler<'session.forgotPassword'> = async (ctx, { email }) => {
  const { db, now } = ctx;
  const account = await findAccount(db, email);
  const sender = account && (await senderFor(db, account.id));
  if (!sender || (await askedSince(db, account.id, now - restMilliseconds, now))) return {};
  await endResets(db, account.id, now);
  const { id: resetId } = await db
    .insertInto('password_reset')
    .values({ person_id: account.id, created_at: now, expires_at: now + lifeMilliseconds, ended_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await queueResetMail(db, { ...sender, resetId, toEmail: account.email, toName: account.name }, now);
  ctx.note({ organizationId: sender.organizationId, target: account.email });
  return {};
};

export const openReset: QueryHandler<'session.openReset'> = async (ctx, { token }) => {
  const { email } = await liveReset(ctx, token);
  return { email };
};

interface Prepared {
  readonly resetId: number;
  readonly hash: string;
}

/** The link is the proof. All of this person's sessions end. */
export const resetPassword: PreparedCommand<'session.resetPassword', Prepared> = {
  async prepare(ctx, { token, password }) {
    const { resetId } = await liveReset(ctx, token);
    await ctx.passwords.refuseCommon(password);
    return { resetId, hash: await ctx.passwords.hash(password, laneOf(ctx.caller.face)) };
  },
  async handle(ctx, { token }, { hash }) {
    // checked again: of two that came at once, the first has ended it
    const { personId, email, name } = await liveReset(ctx, token);
    await replaceForgotten(ctx, { personId, email }, hash);
    ctx.note({ actor: { kind: 'person', personId, email, name }, target: email });
    return { email };
  },
};

/** @throws GatehouseError `reset-dead` */
async function liveReset({ db, keys, now }: Pick<QueryContext, 'db' | 'keys' | 'now'>, token: string) {
  const id = readResetToken(keys, token);
  const row =
    id === undefined
      ? undefined
      : await db
          .selectFrom('password_reset')
          .innerJoin('person', 'person.id', 'password_reset.person_id')
          .select(['password_reset.id as resetId', 'person.id as personId', 'person.email', 'person.name'])
          .where('password_reset.id', '=', id)
          .where('password_reset.ended_at', 'is', null)
          .where('password_reset.expires_at', '>', now)
          .executeTakeFirst();
  if (!row) throw new GatehouseError('reset-dead', {});
  return row;
}

/** Sets a new password for somebody who proved who they are by other means; earlier links and sessions end. */
export async function replaceForgotten(
  { db, keys, now }: Pick<CommandContext, 'db' | 'keys' | 'now'>,
  { personId, email }: { readonly personId: number; readonly email: string },
  hash: string,
): Promise<void> {
  await endResets(db, personId, now);
  const set = { password_hash: hash, created_at: now };
  await db.updateTable('credential').set(set).where('person_id', '=', personId).execute();
  await endSessions(db, personId);
  await forgetGuesses({ db, keys }, email, [undefined]);
}

/** The newest link is the only one that works, and only once. */
const endResets = (db: WritableDb, personId: number, now: number) =>
  db
    .updateTable('password_reset')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();

async function askedSince(db: ReadableDb, personId: number, since: number, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('password_reset')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('created_at', '>', since)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** The organization that sends the mail: one that the person is in or invited to, preferably one that can send. */
function senderFor(db: ReadableDb, personId: number) {
  return db
    .selectFrom('membership')
    .leftJoin('mail_settings', 'mail_settings.organization_id', 'membership.organization_id')
    .select(['membership.id as membershipId', 'membership.organization_id as organizationId'])
    .where('membership.person_id', '=', personId)
    .where('membership.status', 'in', ['active', 'pending', 'suspended'])
    .orderBy((e) => e.case().when('mail_settings.organization_id', 'is', null).then(1).else(0).end())
    .orderBy('membership.status')
    .orderBy('membership.id')
    .limit(1)
    .executeTakeFirst();
}
