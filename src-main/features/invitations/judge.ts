import type { Address, AddressResult } from '#contract/address.ts';
import { foldName } from '#contract/fold.ts';
import type { Verdict } from '#contract/invitations.ts';
import type { Organization } from '#contract/organizations.ts';
import type { Choices } from './choices.ts';
import type { KnownPerson } from './known.ts';
import { domainRefused } from './policy.ts';

/** One line or row to be judged. */
export interface Candidate {
  readonly email: string;
  /** What its duplicates are told: the line it stands on, or its position. */
  readonly place: number;
  readonly problem?: string | undefined;
  readonly name?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly products?: readonly string[] | undefined;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly detail?: string;
  readonly address?: Address;
  readonly known?: KnownPerson;
  /** Ids of what was named, where the verdict is `new`. */
  readonly roleIds: readonly number[];
  readonly teamIds: readonly number[];
  readonly productIds: readonly number[];
}

export interface Bench {
  readonly organization: Organization;
  readonly choices: Choices;
  readonly now: number;
  /** People by the key of their address. */
  readonly known: ReadonlyMap<string, KnownPerson>;
}

const nothing = { roleIds: [], teamIds: [], productIds: [] };

/**
 * Judges a list in order, so that a second mention of an address is the duplicate. One rule for preview and sending.
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
    if (problem || !parsed?.ok) return { ...nothing, verdict: 'refused', reason: problem ?? 'empty' };
    const { address } = parsed;
    const first = seen.get(address.key);
    if (first !== undefined)
      return { ...nothing, address, verdict: 'duplicate', reason: 'same-address', detail: String(first) };
    const judged = judge(candidate, address, bench);
    if (judged.verdict !== 'refused') seen.set(address.key, candidate.place);
    return judged;
  });
}

function judge(candidate: Candidate, address: Address, bench: Bench): Judged {
  const known = bench.known.get(address.key);
  const standing = known && standingOf(known, bench.now);
  if (known && standing) return { ...nothing, ...standing, address, known };
  const refused = (reason: string, detail?: string): Judged => ({
    ...nothing,
    address,
    verdict: 'refused',
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  if (domainRefused(bench.organization, address.domain)) return refused('free-mail-provider', address.domain);
  if (bench.organization.nameRequired && !candidate.name) return refused('name-needed');
  const roles = find(candidate.roles, bench.choices.roles);
  if (roles.missing !== undefined) return refused('unknown-role', roles.missing);
  const tooStrong = roles.found.find((role) => !role.grantable);
  if (tooStrong) return refused('role-not-yours-to-give', tooStrong.name);
  const teams = find(candidate.teams, bench.choices.teams);
  if (teams.missing !== undefined) return refused('unknown-team', teams.missing);
  const products = find(candidate.products, bench.choices.products);
  if (products.missing !== undefined) return refused('unknown-product', products.missing);
  return {
    verdict: 'new',
    address,
    ...(known ? { known } : {}),
    roleIds: roles.found.map((r) => r.id),
    teamIds: teams.found.map((t) => t.id),
    productIds: products.found.map((p) => p.id),
  };
}

/** Where somebody stands already, if an invitation would change nothing. */
function standingOf({ membership }: KnownPerson, now: number): Pick<Judged, 'verdict' | 'reason'> | undefined {
  switch (membership?.status) {
    case 'active':
      return { verdict: 'already-member' };
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
