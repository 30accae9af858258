import { randomBytes } from 'node:crypto';
import { parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import { hashToken } from '../../kernel/actor.ts';
import type { HandlersOf, QueryContext } from '../../kernel/context.ts';
import { listPlaces } from './places.ts';

/** How long a session lasts: the window is one person's desk, the portal any browser. */
const lifeMilliseconds = { window: 7 * 86_400_000, portal: 12 * 3_600_000 };

interface Known {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

export const handlers = {
  async state({ db, actor, demo }) {
    const isDemo = Boolean(demo);
    if (actor.kind === 'person') {
      const { personId: id, name, email } = actor;
      return { stage: 'signed-in', person: { id, name, email }, places: await listPlaces(db, id), demo: isDemo };
    }
    const some = await db.selectFrom('organization').select('id').executeTakeFirst();
    return { stage: some ? 'sign-in' : 'first-start', places: [], demo: isDemo };
  },
  signIn: {
    async prepare(ctx, { email, password }) {
      const known = await findByEmail(ctx, email);
      if (!(await ctx.passwords.verify(known?.passwordHash, password)) || !known)
        throw new GatehouseError('wrong-credentials', {});
      return known;
    },
    async handle(ctx, _input, { id, name, email }: Known) {
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
} satisfies HandlersOf<'session'>;

async function findByEmail(
  { db }: QueryContext,
  email: string,
): Promise<(Known & { passwordHash: string }) | undefined> {
  const parsed = parseAddress(email.trim());
  if (!parsed.ok) return undefined;
  return db
    .selectFrom('person')
    .innerJoin('credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'credential.password_hash as passwordHash'])
    .where('person.email_key', '=', parsed.address.key)
    .executeTakeFirst();
}
