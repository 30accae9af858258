import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { GatehouseError } from '#contract/errors.ts';

/**
 * Reads a number as people type it, with the country that they chose for numbers without a country code.
 * @returns E.164 (ITU-T), without an extension; undefined when nothing was typed
 * @throws GatehouseError `invalid-input` with the path to the field
 */
export function readPhone(typed: string | undefined, country: string | undefined): string | undefined {
  if (!typed) return undefined;
  const region = country?.toUpperCase();
  const number = parsePhoneNumberFromString(typed, region && isSupportedCountry(region) ? region : undefined);
  // whether a number is in use changes faster than any table: how long it may be is all that is asked
  if (number?.isPossible()) return number.number;
  const code = 'not-a-phone-number';
  throw new GatehouseError('invalid-input', { name: 'invitations.accept' }, [
    { path: ['account', 'phone'], code, message: code },
  ]);
}
