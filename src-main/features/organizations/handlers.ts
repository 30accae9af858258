import { parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import { hasAccess } from '../../database/access.ts';
import type { CommandContext, HandlersOf } from '../../kernel/context.ts';
import { countSeats } from './seats.ts';
import { createOrganization, getOrganization, listOrganizations, updateOrganization } from './store.ts';

export const handlers = {
  create: {
    async prepare(ctx, { owner }) {
      ctx.passwords.refuseCommon(owner.password);
      return { passwordHash: await ctx.passwords.hash(owner.password), port: await ctx.freePort() };
    },
    async handle(ctx, input, { passwordHash, port }: { passwordHash: string; port: number }) {
      await refuseStrangers(ctx);
      const address = parseAddress(input.owner.email);
      if (!address.ok) throw new GatehouseError('invalid-input', { name: 'organizations.create' });
      const created = await createOrganization(
        ctx.db,
        { ...input, address: address.address, passwordHash, port },
        ctx.now,
      );
      ctx.note({ organizationId: created.organizationId, target: input.name, detail: { owner: input.owner.email } });
      return created;
    },
  },
  async list({ db, actor, now }) {
    return { organizations: await listOrganizations(db, now, actor.kind === 'person' ? actor.personId : undefined) };
  },
  async get({ db }, { organizationId }) {
    const organization = await getOrganization(db, organizationId);
    if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
    return organization;
  },
  seats: ({ db, now }, { organizationId }) => countSeats(db, organizationId, now),
  async update(ctx, { organizationId, ...changes }) {
    await updateOrganization(ctx.db, organizationId, changes);
    ctx.note({ detail: changes });
    return {};
  },
} satisfies HandlersOf<'organizations'>;

/** The first organization of an empty workspace is anybody's to make; after that only an owner adds another. */
async function refuseStrangers(ctx: CommandContext): Promise<void> {
  const some = await ctx.db.selectFrom('organization').select('id').executeTakeFirst();
  if (!some || ctx.actor.kind === 'core') return;
  if (ctx.actor.kind === 'anonymous') throw new GatehouseError('not-signed-in', {});
  const owned = await ctx.db
    .selectFrom('membership')
    .innerJoin('membership_role', 'membership_role.membership_id', 'membership.id')
    .innerJoin('role', 'role.id', 'membership_role.role_id')
    .select('membership.id')
    .where('membership.person_id', '=', ctx.actor.personId)
    .where((e) => hasAccess(e, ctx.now))
    .where('role.key', '=', 'owner')
    .executeTakeFirst();
  if (!owned) throw new GatehouseError('not-permitted', { permission: 'settings:write' });
}
