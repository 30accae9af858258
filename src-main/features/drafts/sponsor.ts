import type { DraftTerms } from '#contract/drafts.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { findSponsor } from '../guests/sponsor.ts';

/** A sponsor of another organization is none here. @throws GatehouseError `not-found` */
export async function refuseStrangeSponsor(db: ReadableDb, organizationId: number, terms: DraftTerms): Promise<void> {
  if (terms.kind === 'guest' && terms.sponsorMembershipId !== undefined)
    await findSponsor(db, organizationId, terms.sponsorMembershipId);
}
