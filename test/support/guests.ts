import type { InputOf } from '#contract/index.ts';
import type { Caller } from '../../src-main/kernel/context.ts';
import { accept, type Invitee, invite, newAccount, tokenOf } from './invitees.ts';
import { asOperator, owner, type Workspace } from './workspace.ts';

type Terms = Partial<Omit<InputOf<'guests.invite'>, 'organizationId' | 'emails'>>;

export const asOwner = asOperator(owner.email);

/** Invites one guest and returns the secret part of their link, whose life does not begin. */
export async function inviteGuest(w: Workspace, email: string, terms: Terms = {}, as = asOwner): Promise<Invitee> {
  const { organizationId } = w;
  const { invited } = await w.callAs(as, 'guests.invite', { organizationId, emails: [email], ...terms });
  const [one] = invited;
  if (!one) throw new Error(`${email} was not invited`);
  return { ...one, email, token: await tokenOf(w, one.invitationId) };
}

/** A guest who has just accepted. @returns their membership */
export async function joinGuest(w: Workspace, email: string, terms: Terms = {}, as = asOwner): Promise<number> {
  const { token, membershipId } = await inviteGuest(w, email, terms, as);
  await accept(w, token);
  return membershipId;
}

/** Signs in somebody at the portal who created their account with `newAccount`. */
export async function portalOf(w: Workspace, email: string): Promise<Caller> {
  const { token } = await w.callAs({ face: 'portal', credentials: { kind: 'anonymous' } }, 'session.signIn', {
    email,
    password: newAccount.password,
  });
  return { face: 'portal', credentials: { kind: 'session', token } };
}

export const rowOf = async (w: Workspace, membershipId: number) =>
  w.call('users.get', { organizationId: w.organizationId, membershipId });

export const day = 86_400_000;
/** The first instant of a date, in winter time of the workspace's zone. */
export const winterMidnight = (date: string): number => Date.parse(`${date}T00:00:00+01:00`);

/** Invites a guest and accepts for them at once. @returns their membership and when their access ends */
export async function guestOf(w: Workspace, email: string, terms: Terms = {}) {
  const { organizationId } = w;
  const { invited } = await w.call('guests.invite', { organizationId, emails: [email], ...terms });
  const [one] = invited;
  if (!one) throw new Error(`${email} was not invited`);
  await accept(w, await tokenOf(w, one.invitationId), { ...newAccount, firstName: email.split('@')[0] ?? '' });
  const { membershipId } = one;
  return { membershipId, endsAt: await endOf(w, membershipId) };
}

/** When a guest's access ends, as stored now. */
export async function endOf(w: Workspace, membershipId: number): Promise<number> {
  const { access_ends_at } = await w.core.store.read
    .selectFrom('membership')
    .select('access_ends_at')
    .where('id', '=', membershipId)
    .executeTakeFirstOrThrow();
  return access_ends_at ?? Number.NaN;
}

/** Somebody active with a role. @returns their membership */
export async function userOf(w: Workspace, email: string, role: string): Promise<number> {
  const { membershipId, token } = await invite(w, email, { roles: [role] });
  await accept(w, token, { ...newAccount, firstName: email.split('@')[0] ?? '' });
  return membershipId;
}
