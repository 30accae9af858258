import { parseDomain } from '#contract/address-domain.ts';
import { GatehouseError } from '#contract/errors.ts';

/**
 * Domains as addresses show them, each once, in alphabetical order: typed in Punycode it is the same domain.
 * @throws GatehouseError `invalid-input` for what no address can end with
 */
export function readDomains(typed: readonly string[]): string[] {
  const read = typed.map((text, i) => {
    const domain = parseDomain(text);
    if (domain.ok) return domain.unicode;
    const code = 'not-a-domain';
    throw new GatehouseError('invalid-input', { name: 'organizations.update' }, [
      { path: ['partnerDomains', i], code, message: code },
    ]);
  });
  return [...new Set(read)].sort();
}
