import { randomBytes } from 'node:crypto';
import { parseAddress } from '#contract/address.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { OutputOf, ParsedOf } from '#contract/index.ts';
import type { ReadableDb } from '../../../database/schema.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import { refuseWhoOwnsNot } from '../../organizations/owner.ts';
import { refuseOneself } from '../refusals.ts';
import { erase } from './erase.ts';
import { findSubject, type Subject } from './subject.ts';

/**
 * Erases somebody who is no longer in the organization; only an owner may, and has to type the address.
 * @throws GatehouseError `owner-needed`, `not-found`, `yourself`, `not-removed`, `address-differs`
 */
export async function eraseOne(
  ctx: CommandContext,
  { organizationId, membershipId, email }: ParsedOf<'users.erase'>,
): Promise<OutputOf<'users.erase'>> {
  const { db, keys, now, actor, note } = ctx;
  await refuseWhoOwnsNot(db, actor, organizationId, now);
  const subject = await findSubject(db, organizationId, membershipId);
  if (!subject) throw new GatehouseError('not-found', { what: 'user' });
  refuseOneself(ctx, subject);
  if (subject.status !== 'removed' && subject.status !== 'revoked') throw new GatehouseError('not-removed', {});
  refuseOther(subject, email);
  const erasure = { id: randomBytes(8).toString('hex'), pseudonym: await freePseudonym(db) };
  const done = await erase(db, keys, subject, erasure, now);
  note({ target: erasure.pseudonym, detail: { erasure: erasure.id, ...done } });
  return { pseudonym: erasure.pseudonym, ...done };
}

function refuseOther({ emailKey }: Subject, typed: string): void {
  const parsed = parseAddress(typed);
  if (!parsed.ok || parsed.address.key !== emailKey) throw new GatehouseError('address-differs', {});
}

/** Short enough for people to tell apart, and unique. It is not derived from anything known about them. */
async function freePseudonym(db: ReadableDb): Promise<string> {
  for (let bytes = 2; ; bytes += 1) {
    const pseudonym = `Erased person ${randomBytes(bytes).toString('hex')}`;
    const taken = await db.selectFrom('erasure').select('id').where('pseudonym', '=', pseudonym).executeTakeFirst();
    if (!taken) return pseudonym;
  }
}
