import type { Address } from '#contract/address.ts';
import type { reasons } from '#contract/invitations.ts';
import type { MemberKind } from '#contract/user-filter.ts';
import { isFreeMail } from './free-mail.ts';

interface Policies {
  readonly refuseFreeMail: boolean;
  /** The only domains guests may come from, including their subdomains; null is any. */
  readonly partnerDomains: readonly string[] | null;
}
type Refusal = Extract<(typeof reasons)[number], 'free-mail-provider' | 'not-a-partner'>;

/** Why the organization's policies refuse an address, if they do. Checked when inviting and again when accepting. */
export function domainRefusal(
  { refuseFreeMail, partnerDomains }: Policies,
  kind: MemberKind,
  { domain, domainUnicode }: Pick<Address, 'domain' | 'domainUnicode'>,
): Refusal | undefined {
  if (refuseFreeMail && isFreeMail(domain)) return 'free-mail-provider';
  const partner = partnerDomains?.some((one) => domainUnicode === one || domainUnicode.endsWith(`.${one}`)) ?? true;
  return kind === 'guest' && !partner ? 'not-a-partner' : undefined;
}
