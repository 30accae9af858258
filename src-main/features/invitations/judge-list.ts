import { parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { Organization } from '#contract/organizations.ts';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { getOrganization } from '../organizations/store.ts';
import type { PhoneReader } from '../users/phone.ts';
import type { Choices } from './choices.ts';
import { type Candidate, type Judged, judgeAll } from './judge.ts';
import { knownPeople } from './known.ts';
import { freeMailFor } from './policy.ts';

/**
 * Judges a list by what the workspace knows at this moment; both preview and sending use it. Each address is parsed once.
 * @returns the verdicts in the order of the candidates. @throws GatehouseError `not-found`
 */
export async function judgeList(
  { db, now }: Pick<QueryContext | CommandContext, 'db' | 'now'>,
  { organizationId, kind }: { readonly organizationId: number; readonly kind: MemberKind },
  choices: Choices,
  candidates: readonly Candidate[],
): Promise<{ readonly organization: Organization; readonly judged: readonly Judged[] }> {
  const organization = await getOrganization(db, organizationId);
  if (!organization) throw new GatehouseError('not-found', { what: 'organization' });
  const parsed = candidates.map(({ email }) => parseAddress(email));
  const keys = new Set(parsed.flatMap((p) => (p.ok ? [p.address.key] : [])));
  const known = await knownPeople(db, organizationId, [...keys]);
  const readPhone = await phoneReaderFor(candidates);
  const isFreeMail = await freeMailFor(organization);
  const bench = { kind, organization, choices, known, now, readPhone, isFreeMail };
  return { organization, judged: judgeAll(candidates, parsed, bench) };
}

/** The numbering plans of all countries are loaded only where somebody has a number. */
async function phoneReaderFor(candidates: readonly Candidate[]): Promise<PhoneReader> {
  if (!candidates.some(({ phone }) => phone?.trim())) return () => ({ ok: true, phone: undefined });
  return (await import('../users/phone.ts')).readPhone;
}
