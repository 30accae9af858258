import { parseAddress } from '#contract/address.ts';
import type { ReadableDb } from '../../database/schema.ts';

/** The language they chose or accepted in, by address. */
type LanguageOf = (address: string) => string | null;

const keyOf = (address: string): string | null => {
  const parsed = parseAddress(address);
  return parsed.ok ? parsed.address.key : null;
};

/**
 * The languages of messages' recipients. Looked up by address: a mail about a guest goes to their sponsor, but its row names
 * only the guest.
 */
export async function languagesOf(db: ReadableDb, addresses: readonly string[]): Promise<LanguageOf> {
  const keys = new Map(addresses.map((address) => [address, keyOf(address)]));
  const wanted = [...new Set([...keys.values()].filter((key) => key !== null))];
  if (wanted.length === 0) return () => null;
  const rows = await db
    .selectFrom('person')
    .select(['email_key', 'language'])
    .where('email_key', 'in', wanted)
    .where('language', 'is not', null)
    .execute();
  const known = new Map(rows.map((r) => [r.email_key, r.language]));
  return (address) => known.get(keys.get(address) ?? '') ?? null;
}
