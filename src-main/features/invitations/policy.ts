import { type Address, parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { reasons } from '#contract/invitations.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';

interface Policies {
  readonly refuseFreeMail: boolean;
  /** The only domains guests may come from, including their subdomains; null is any. */
  readonly partnerDomains: readonly string[] | null;
}
type Refusal = Extract<(typeof reasons)[number], 'free-mail-provider' | 'not-a-partner'>;

/** Whether anybody can get an address at a domain. */
export type FreeMail = (domain: string) => boolean;

/** The list of providers is loaded only where a policy refuses them. */
export async function freeMailFor({ refuseFreeMail }: Policies): Promise<FreeMail> {
  return refuseFreeMail ? (await import('./free-mail.ts')).isFreeMail : () => false;
}

/** Why the organization's policies refuse an address, if they do. Checked when inviting and again when accepting. */
export function domainRefusal(
  { partnerDomains }: Policies,
  kind: MemberKind,
  { domain, domainUnicode }: Pick<Address, 'domain' | 'domainUnicode'>,
  isFreeMail: FreeMail,
): Refusal | undefined {
  if (isFreeMail(domain)) return 'free-mail-provider';
  const partner = partnerDomains?.some((one) => domainUnicode === one || domainUnicode.endsWith(`.${one}`)) ?? true;
  return kind === 'guest' && !partner ? 'not-a-partner' : undefined;
}

/**
 * The policies may have been tightened since somebody was invited.
 * @throws GatehouseError `domain-refused`
 */
export async function refuseDomain(policies: Policies, kind: MemberKind, email: string): Promise<void> {
  const parsed = parseAddress(email);
  if (!parsed.ok) return;
  const reason = domainRefusal(policies, kind, parsed.address, await freeMailFor(policies));
  if (reason) throw new GatehouseError('domain-refused', { domain: parsed.address.domain, reason });
}
