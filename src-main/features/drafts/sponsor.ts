import type { DraftTerms } from '#contract/drafts.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { findSponsor } from '../guests/sponsor.ts';

/** A member of another organization cannot be a sponsor here. @throws GatehouseError `not-found` */
export async function refuseStrangeSponsor(db: ReadableDb, organizationId: number, terms: DraftTerms): Promise<void> {
  if (terms.kind === 'guest' && terms.sponsorMembershipId !== undefined)
    await findSponsor(db, organizationId, terms.sponsorMembershipId);
}
