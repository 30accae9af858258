import type { Address, AddressResult } from '#contract/address.ts';
import { foldName } from '#contract/fold.ts';
import type { reasons, Verdict } from '#contract/invitations.ts';
import type { Organization } from '#contract/organizations.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import type { PhoneReader } from '../users/phone.ts';
import type { Choices } from './choices.ts';
import type { KnownPerson } from './known.ts';
import { domainRefusal, type FreeMail } from './policy.ts';

/** One line or row to be judged. */
export interface Candidate {
  readonly email: string;
  /** What its duplicates are told: its line, or its position. */
  readonly place: number;
  readonly problem?: string | undefined;
  readonly name?: string | undefined;
  /** As typed, with the country it belongs to when it names none itself. */
  readonly phone?: string | undefined;
  readonly country?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly products?: readonly string[] | undefined;
  readonly lines?: readonly string[] | undefined;
}

/** Ids of what an invitee gets, each once. */
export interface Access {
  readonly roleIds: readonly number[];
  readonly teamIds: readonly number[];
  readonly groupIds: readonly number[];
  readonly productIds: readonly number[];
  readonly lineIds: readonly number[];
}

export interface Judged {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly detail?: string;
  readonly address?: Address;
  readonly known?: KnownPerson;
  /** In E.164. */
  readonly phone?: string;
  /** What was named, where the verdict is `new`. */
  readonly access: Access;
}

export interface Bench {
  /** A list's roles are read for users only: inbox agents hold none, and guests are given theirs. */
  readonly kind: MemberKind;
  readonly organization: Organization;
  readonly choices: Choices;
  readonly now: number;
  /** People by the key of their address. */
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly readPhone: PhoneReader;
  readonly isFreeMail: FreeMail;
}

const nothing: Access = { roleIds: [], teamIds: [], groupIds: [], productIds: [], lineIds: [] };

/**
 * Judges a list in order, so that the second mention of an address is the duplicate. One rule for preview and sending.
 * @param addresses those of the candidates, in the same order
 */
export function judgeAll(
  candidates: readonly Candidate[],
  addresses: readonly AddressResult[],
  bench: Bench,
): Judged[] {
  const seen = new Map<string, number>();
  return candidates.map((candidate, i) => {
    const parsed = addresses[i];
    const problem = candidate.problem ?? (parsed?.ok === false ? parsed.problem : undefined);
    if (problem || !parsed?.ok) return { access: nothing, verdict: 'refused', reason: problem ?? 'empty' };
    const { address } = parsed;
    const first = seen.get(address.key);
    if (first !== undefined)
      return { access: nothing, address, verdict: 'duplicate', reason: 'same-address', detail: String(first) };
    const judged = judge(candidate, address, bench);
    if (judged.verdict !== 'refused') seen.set(address.key, candidate.place);
    return judged;
  });
}

function judge(candidate: Candidate, address: Address, bench: Bench): Judged {
  const known = bench.known.get(address.key);
  const standing = known && standingOf(known, bench.now);
  if (known && standing) return { access: nothing, ...standing, address, known };
  const refused = ({ reason, detail }: Refusal): Judged => ({
    access: nothing,
    address,
    verdict: 'refused',
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  const policy = domainRefusal(bench.organization, bench.kind, address, bench.isFreeMail);
  if (policy) return refused({ reason: policy, detail: address.domain });
  if (bench.organization.nameRequired && bench.kind !== 'guest' && !candidate.name)
    return refused({ reason: 'name-needed' });
  const number = bench.readPhone(candidate.phone, candidate.country);
  if (!number.ok) return refused({ reason: 'not-a-phone-number', detail: candidate.phone ?? '' });
  const access = accessOf(candidate, bench);
  if ('reason' in access) return refused(access);
  return {
    verdict: 'new',
    address,
    ...(known ? { known } : {}),
    ...(number.phone === undefined ? {} : { phone: number.phone }),
    access,
  };
}

interface Refusal {
  readonly reason: (typeof reasons)[number];
  readonly detail?: string;
}

/** Looks up what was named; the first name that cannot be given refuses the entry. */
function accessOf(candidate: Candidate, { choices, kind }: Bench): Access | Refusal {
  const roles = find(kind === 'user' ? candidate.roles : [], choices.roles);
  if (roles.missing !== undefined) return { reason: 'unknown-role', detail: roles.missing };
  const tooStrong = roles.found.find((role) => !role.grantable);
  if (tooStrong) return { reason: 'role-not-yours-to-give', detail: tooStrong.name };
  const teams = find(candidate.teams, choices.teams);
  if (teams.missing !== undefined) return { reason: 'unknown-team', detail: teams.missing };
  const groups = find(candidate.groups, choices.groups);
  if (groups.missing !== undefined) return { reason: 'unknown-group', detail: groups.missing };
  const products = find(candidate.products, choices.products);
  if (products.missing !== undefined) return { reason: 'unknown-product', detail: products.missing };
  const lines = find(candidate.lines, choices.lines);
  if (lines.missing !== undefined) return { reason: 'unknown-line', detail: lines.missing };
  return {
    roleIds: roles.found.map((r) => r.id),
    teamIds: teams.found.map((t) => t.id),
    groupIds: groups.found.map((g) => g.id),
    productIds: products.found.map((p) => p.id),
    lineIds: lines.found.map((l) => l.id),
  };
}

/** What somebody already is here, if an invitation would change nothing. */
function standingOf({ membership }: KnownPerson, now: number): Pick<Judged, 'verdict' | 'reason'> | undefined {
  switch (membership?.status) {
    case 'active':
      return membership.accessEndsAt !== null && membership.accessEndsAt <= now
        ? { verdict: 'already-member', reason: 'expired' }
        : { verdict: 'already-member' };
    case 'suspended':
      return { verdict: 'already-member', reason: 'suspended' };
    case 'pending':
      return membership.expiresAt !== null && membership.expiresAt <= now
        ? { verdict: 'already-invited', reason: 'expired' }
        : { verdict: 'already-invited' };
    default:
      return undefined; // revoked and removed people are invited from scratch
  }
}

function find<T extends { id: number }>(names: readonly string[] | undefined, among: ReadonlyMap<string, T>) {
  const found = new Map<number, T>();
  for (const name of names ?? []) {
    const item = among.get(foldName(name));
    if (!item) return { found: [], missing: name };
    found.set(item.id, item);
  }
  return { found: [...found.values()], missing: undefined };
}
