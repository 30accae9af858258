import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { GatehouseError } from '#contract/errors.ts';
import type { OperationName } from '#contract/index.ts';

/** The number in E.164 (ITU-T), without an extension; undefined when nothing was typed. */
export type PhoneRead = { readonly ok: true; readonly phone: string | undefined } | { readonly ok: false };

export type PhoneReader = typeof readPhone;

/** Reads a number as people type it, with the country that they chose for numbers without a country code. */
export function readPhone(typed: string | undefined, country: string | undefined): PhoneRead {
  if (!typed?.trim()) return { ok: true, phone: undefined };
  const region = country?.toUpperCase();
  const number = parsePhoneNumberFromString(typed, region && isSupportedCountry(region) ? region : undefined);
  // whether a number is in use changes faster than any table: only its possible length is checked
  return number?.isPossible() ? { ok: true, phone: number.number } : { ok: false };
}

/**
 * The same for a form, where an impossible number stops the call.
 * @param path of the field in the operation's input
 * @throws GatehouseError `invalid-input` with that path
 */
export function phoneOf(
  name: OperationName,
  path: readonly string[],
  typed: string | undefined,
  country: string | undefined,
): string | undefined {
  const read = readPhone(typed, country);
  if (read.ok) return read.phone;
  const code = 'not-a-phone-number';
  throw new GatehouseError('invalid-input', { name }, [{ path, code, message: code }]);
}
