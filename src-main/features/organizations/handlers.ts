import { parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { Actor, CommandContext, HandlersOf } from '../../kernel/context.ts';
import { hasSecondFactor } from '../../kernel/second-factor.ts';
import { twoMayInvite } from '../drafts/rights.ts';
import { approvalRequired } from '../invitations/approval.ts';
import { signedIn } from '../session/signed-in.ts';
import { addOrganization, createOrganization } from './create.ts';
import { refuseStrangers, refuseWhoOwnsNot } from './owner.ts';
import { countSeats } from './seats.ts';
import { auditDaysOf, getOrganization, listOrganizations, refuseTwin, updateOrganization } from './store.ts';

export const handlers = {
  create: {
    async prepare(ctx, { owner }) {
      await ctx.passwords.refuseCommon(owner.password);
      return { passwordHash: await ctx.passwords.hash(owner.password), port: await ctx.freePort() };
    },
    async handle(ctx, input, { passwordHash, port }: { passwordHash: string; port: number }) {
      await refuseUnlessFirst(ctx);
      await refuseTwin(ctx.db, input.name, { now: ctx.now, personId: personOf(ctx.actor) });
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
  async add({ db, actor, now, note }, terms) {
    await refuseStrangers(db, actor, now);
    const { personId } = signedIn(actor);
    await refuseTwin(db, terms.name, { now, personId });
    const organizationId = await addOrganization(db, terms, personId, now);
    note({ organizationId, target: terms.name });
    return { organizationId };
  },
  async list({ db, actor, now }) {
    return { organizations: await listOrganizations(db, now, personOf(actor)) };
  },
  async get({ db }, { organizationId }) {
    const organization = await getOrganization(db, organizationId);
    if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
    return organization;
  },
  seats: ({ db, now }, { organizationId }) => countSeats(db, organizationId, now),
  async update(ctx, { organizationId, ...changes }) {
    const { now, actor } = ctx;
    if (changes.name !== undefined)
      await refuseTwin(ctx.db, changes.name, { now, personId: personOf(actor), but: organizationId });
    if (changes.approvalRequired && !(await approvalRequired(ctx.db, organizationId)))
      await refuseAlone(ctx, organizationId);
    if (changes.auditDays !== undefined && changes.auditDays !== (await auditDaysOf(ctx.db, organizationId)))
      await refuseWhoOwnsNot(ctx.db, actor, organizationId, now);
    await refuseDemanding(ctx, organizationId, changes.twoFactorRequired);
    await updateOrganization(ctx.db, organizationId, changes);
    ctx.note({ detail: changes });
    return {};
  },
} satisfies HandlersOf<'organizations'>;

/** Anybody may make the first organization of an empty workspace; after that only an owner may add another. */
async function refuseUnlessFirst({ db, actor, now }: CommandContext): Promise<void> {
  const some = await db.selectFrom('organization').select('id').executeTakeFirst();
  if (some) await refuseStrangers(db, actor, now);
}

/**
 * Only an owner decides this, and only one with a second factor may demand it: others would shut themselves out.
 * @throws GatehouseError `owner-needed`, `two-factor-first`
 */
async function refuseDemanding({ db, actor, now }: CommandContext, organizationId: number, wanted?: boolean) {
  const before = (await getOrganization(db, organizationId))?.twoFactorRequired;
  if (wanted === undefined || wanted === before || actor.kind !== 'person') return;
  await refuseWhoOwnsNot(db, actor, organizationId, now);
  if (wanted && !(await hasSecondFactor(db, actor.personId))) throw new GatehouseError('two-factor-first', {});
}

const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : undefined);

/** A policy that nobody could meet would stop all invitations. @throws GatehouseError `approver-needed` */
async function refuseAlone({ db, now }: CommandContext, organizationId: number): Promise<void> {
  if (!(await twoMayInvite(db, organizationId, now))) throw new GatehouseError('approver-needed', {});
}
