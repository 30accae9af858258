import { assertNever } from '#contract/assert-never.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import type { CommandContext, PreparedCommand, QueryContext } from '../../kernel/context.ts';
import { cancelMail } from '../../mail/queue.ts';
import { nameKeys } from '../users/sort-key.ts';
import { takeOffArchived } from './accept-archived.ts';
import { assertLive, findLink, type InvitationLink } from './accept-link.ts';
import { readPhone } from './accept-phone.ts';
import { domainRefused } from './policy.ts';

type Account = ParsedOf<'invitations.accept'>['account'];

/** What was found or computed before the transaction; the transaction checks again what may have changed since. */
type Proof =
  | {
      readonly kind: 'new';
      readonly account: Account & { kind: 'new' };
      readonly phone: string | undefined;
      readonly passwordHash: string;
    }
  | { readonly kind: 'existing'; readonly passwordHash: string }
  | { readonly kind: 'signed-in' };

/**
 * Accepts an invitation: a link makes one person active once, however many posts arrive together. The token is checked
 * before any hashing, and an account that exists is signed in to, never changed.
 */
export const accept: PreparedCommand<'invitations.accept', Proof> = {
  async prepare(ctx, { token, account }) {
    const link = await findLink(ctx, token);
    assertLive(link, ctx.now);
    refuseDomain(link);
    return prove(ctx, link, account);
  },
  async handle(ctx, { token }, proof) {
    const link = await findLink(ctx, token);
    await claim(ctx, link);
    refuseDomain(link);
    const name = await settleAccount(ctx, link, proof);
    await join(ctx, link, name);
    await cancelMail(ctx.db, [link.invitationId], ctx.now);
    const leftOut = await takeOffArchived(ctx.db, link.membershipId);
    const { id, name: organization } = link.organization;
    ctx.note({
      organizationId: id,
      actor: { kind: 'person', personId: link.personId, email: link.email, name },
      target: link.email,
      detail: { account: proof.kind, ...(leftOut.length > 0 ? { leftOut } : {}) },
    });
    return { organization: { id, name: organization }, email: link.email, leftOut };
  },
};

async function prove(ctx: QueryContext, link: InvitationLink, account: Account): Promise<Proof> {
  switch (account.kind) {
    case 'new': {
      if (link.passwordHash !== null) throw new GatehouseError('account-exists', { email: link.email });
      const phone = readPhone(account.phone, account.country);
      ctx.passwords.refuseCommon(account.password);
      return { kind: 'new', account, phone, passwordHash: await ctx.passwords.hash(account.password) };
    }
    case 'existing': {
      const passwordHash = link.passwordHash ?? undefined;
      if (!(await ctx.passwords.verify(passwordHash, account.password)) || passwordHash === undefined)
        throw new GatehouseError('wrong-credentials', {});
      return { kind: 'existing', passwordHash };
    }
    case 'signed-in':
      refuseOthers(ctx, link);
      return { kind: 'signed-in' };
    default:
      return assertNever(account);
  }
}

/** The one conditional write that decides who was first; everything else of the acceptance follows it. */
async function claim({ db, now }: CommandContext, link: InvitationLink): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ state: 'accepted', ended_at: now })
    .where('id', '=', link.invitationId)
    .where('generation', '=', link.generation)
    .where('state', '=', 'pending')
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  assertLive(link, now);
  throw new GatehouseError('link-used', {});
}

/** @returns the person's own name */
async function settleAccount(ctx: CommandContext, link: InvitationLink, proof: Proof): Promise<string> {
  switch (proof.kind) {
    case 'new': {
      if (link.passwordHash !== null) throw new GatehouseError('account-exists', { email: link.email });
      const { firstName, lastName } = proof.account;
      const name = `${firstName} ${lastName}`;
      await ctx.db
        .updateTable('person')
        .set({ name, first_name: firstName, last_name: lastName, ...(proof.phone ? { phone: proof.phone } : {}) })
        .where('id', '=', link.personId)
        .execute();
      await ctx.db
        .insertInto('credential')
        .values({ person_id: link.personId, password_hash: proof.passwordHash, created_at: ctx.now })
        .execute();
      return name;
    }
    case 'existing':
      // the password that was verified before the transaction may have been changed meanwhile
      if (link.passwordHash !== proof.passwordHash) throw new GatehouseError('wrong-credentials', {});
      return link.personName;
    case 'signed-in':
      refuseOthers(ctx, link);
      return link.personName;
    default:
      return assertNever(proof);
  }
}

/** A name that an operator gave stays; one that was only the address gives way to the person's own. */
async function join({ db, now }: CommandContext, link: InvitationLink, ownName: string): Promise<void> {
  const given = link.membershipName === link.email ? '' : link.membershipName;
  const name = given || ownName;
  const { numUpdatedRows } = await db
    .updateTable('membership')
    .set({ status: 'active', joined_at: now, changed_at: now, name, ...nameKeys(name, link.email) })
    .where('id', '=', link.membershipId)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new GatehouseError('link-revoked', {});
}

/** The policy may have been tightened since the invitation was sent. */
function refuseDomain({ email, organization }: InvitationLink): void {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (domainRefused(organization, domain)) throw new GatehouseError('domain-refused', { domain });
}

function refuseOthers({ actor }: QueryContext | CommandContext, link: InvitationLink): void {
  if (actor.kind !== 'person') throw new GatehouseError('not-signed-in', {});
  if (actor.personId !== link.personId) throw new GatehouseError('account-other', { email: link.email });
}
