import { assertNever } from '#contract/assert-never.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import { failpoint } from '../../database/failpoint.ts';
import type { CommandContext, PreparedCommand, QueryContext } from '../../kernel/context.ts';
import { laneOf } from '../../kernel/passwords.ts';
import { cancelMail } from '../../mail/queue.ts';
import { accessEnd } from '../guests/access-end.ts';
import { nameKeys, nameOf } from '../users/sort-key.ts';
import { assertLive, findLink, type InvitationLink, type PersonFacts } from './accept-link.ts';
import { arrive } from './arrive.ts';
import { refuseDomain } from './policy.ts';

type Account = ParsedOf<'invitations.accept'>['account'];

/** What was found or computed before the transaction, which checks again what may have changed since. */
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
 * before any hashing; an existing account is signed in to, never changed.
 */
export const accept: PreparedCommand<'invitations.accept', Proof> = {
  async prepare(ctx, { token, account }) {
    const link = await findLink(ctx, token);
    assertLive(link, ctx.now);
    await refuseDomain(link.organization, link.kind, link.email);
    const proof = await prove(ctx, link, account);
    failpoint('accept.proved');
    return proof;
  },
  async handle(ctx, { token, language }, proof) {
    const link = await findLink(ctx, token);
    await claim(ctx, link);
    failpoint('accept.claimed');
    await refuseDomain(link.organization, link.kind, link.email);
    const person = await settleAccount(ctx, link, proof);
    failpoint('accept.account');
    if (language) await keepLanguage(ctx, link.personId, language);
    await join(ctx, link, person);
    failpoint('accept.joined');
    await cancelMail(ctx.db, [link.invitationId], ctx.now);
    const { id, name, look } = link.organization;
    const { personId, membershipId } = link;
    const leftOut = await arrive(ctx.db, { organizationId: id, personId, membershipId }, ctx.now);
    ctx.note({
      organizationId: id,
      actor: { kind: 'person', personId, email: link.email, name: person.name },
      target: link.email,
      detail: { account: proof.kind, ...(leftOut.length > 0 ? { leftOut } : {}) },
    });
    return { organization: { id, name, look }, email: link.email, leftOut };
  },
};

async function prove(ctx: QueryContext, link: InvitationLink, account: Account): Promise<Proof> {
  switch (account.kind) {
    case 'new': {
      if (link.passwordHash !== null) throw new GatehouseError('account-exists', { email: link.email });
      const { phoneOf } = await import('../users/phone.ts'); // the numbering plans of all countries
      const phone = phoneOf('invitations.accept', ['account', 'phone'], account.phone, account.country);
      await ctx.passwords.refuseCommon(account.password);
      return {
        kind: 'new',
        account,
        phone,
        passwordHash: await ctx.passwords.hash(account.password, laneOf(ctx.caller.face)),
      };
    }
    case 'existing': {
      const hash = link.passwordHash ?? undefined;
      const guess = { email: link.email, face: ctx.caller.face, hash, password: account.password };
      if (!(await ctx.guesses.check(guess)) || hash === undefined) throw new GatehouseError('wrong-credentials', {});
      return { kind: 'existing', passwordHash: hash };
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

/** Who joins: their own name, and what goes into their membership. */
interface Joining extends PersonFacts {
  readonly name: string;
}

async function settleAccount(ctx: CommandContext, link: InvitationLink, proof: Proof): Promise<Joining> {
  switch (proof.kind) {
    case 'new':
      if (link.passwordHash !== null) throw new GatehouseError('account-exists', { email: link.email });
      return openAccount(ctx, link, proof);
    case 'existing':
      // the password verified before the transaction may have been changed meanwhile
      if (link.passwordHash !== proof.passwordHash) throw new GatehouseError('wrong-credentials', {});
      return asKnown(link);
    case 'signed-in':
      refuseOthers(ctx, link);
      return asKnown(link);
    default:
      return assertNever(proof);
  }
}

async function openAccount(
  { db, now }: CommandContext,
  { personId }: InvitationLink,
  { account, phone, passwordHash }: Proof & { kind: 'new' },
): Promise<Joining> {
  const { firstName, lastName } = account;
  const name = nameOf(account);
  await db
    .updateTable('person')
    .set({ name, first_name: firstName, last_name: lastName, ...(phone ? { phone } : {}) })
    .where('id', '=', personId)
    .execute();
  await db
    .insertInto('credential')
    .values({ person_id: personId, password_hash: passwordHash, created_at: now })
    .execute();
  // the form started with the inviter's number, so an empty field means that there is none
  return { name, firstName, lastName, phone: phone ?? null };
}

/** An earlier choice stays. */
async function keepLanguage({ db }: CommandContext, personId: number, language: string): Promise<void> {
  await db.updateTable('person').set({ language }).where('id', '=', personId).where('language', 'is', null).execute();
}

/** Somebody with an account typed nothing now: what they once entered takes precedence over what the inviter entered. */
const asKnown = ({ personName, own, given }: InvitationLink): Joining => ({
  name: personName,
  firstName: own.firstName ?? given.firstName,
  lastName: own.lastName ?? given.lastName,
  phone: own.phone ?? given.phone,
});

/**
 * A name that an operator gave stays; one that was only the address, or made from first and last name, gives way to the
 * person's own. A guest's access begins today, so its end is now known.
 */
async function join({ db, now }: CommandContext, link: InvitationLink, person: Joining): Promise<void> {
  const { membershipName, given } = link;
  const made = [link.email, nameOf(given)].includes(membershipName);
  const name = (made ? '' : membershipName) || person.name || membershipName;
  const { firstName, lastName, phone } = person;
  const { numUpdatedRows } = await db
    .updateTable('membership')
    .set({ status: 'active', joined_at: now, changed_at: now, name, ...nameKeys(name, link.email) })
    .set({ first_name: firstName, last_name: lastName, phone })
    .set({ access_ends_at: link.kind === 'guest' ? accessEnd(now, link.guestDays, link.organization.timeZone) : null })
    .where('id', '=', link.membershipId)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new GatehouseError('link-revoked', {});
}

function refuseOthers({ actor }: QueryContext | CommandContext, link: InvitationLink): void {
  if (actor.kind !== 'person') throw new GatehouseError('not-signed-in', {});
  if (actor.personId !== link.personId) throw new GatehouseError('account-other', { email: link.email });
}
