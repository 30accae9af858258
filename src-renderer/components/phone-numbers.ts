import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { foldName } from '#contract/fold.ts';

/** A country to choose for a phone number. */
export interface DialCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: CountryCode;
  readonly name: string;
  /** Without the plus, such as `31`. */
  readonly dial: string;
}

/** A phone number in a form: what was typed, and the country it belongs to when it does not begin with +. */
export interface PhoneTyped {
  readonly phone: string;
  readonly country: string;
}

/** The countries that have phone numbers, sorted by their name in `language`. */
export function dialCountries(language: string): readonly DialCountry[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const byName = new Intl.Collator(language);
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, dial: getCountryCallingCode(code) }))
    .sort((a, b) => byName.compare(a.name, b.name));
}

/** Such as “Netherlands (+31)”. */
export const dialLabel = ({ name, dial }: DialCountry): string => `${name} (+${dial})`;

/**
 * The countries that match a search: by dial code (`31`, `+31`, `0031`), by ISO code or by any part of the name; an exact
 * code comes first.
 */
export function findCountries(countries: readonly DialCountry[], search: string): readonly DialCountry[] {
  const wanted = foldName(search.trim()).replace(/^00(?=\d)/, '+');
  if (wanted === '') return countries;
  const digits = /^\+?\d+$/.test(wanted) ? wanted.replace('+', '') : undefined;
  const fits = (country: DialCountry) =>
    digits === undefined
      ? foldName(`${dialLabel(country)} ${country.code} +${country.dial}`).includes(wanted)
      : country.dial.startsWith(digits);
  const exact = ({ code, dial }: DialCountry) => (code.toLowerCase() === wanted || dial === digits ? 0 : 1);
  return countries.filter(fits).toSorted((a, b) => exact(a) - exact(b));
}

/** The country of this computer's language, as a first guess (ISO 3166-1 alpha-2). */
export const ownCountry = (language: string): string => new Intl.Locale(language).maximize().region ?? 'US';

type PhoneProblem = 'country-needed' | 'not-a-phone-number';

interface PhoneRead {
  /** E.164, as it is stored. */
  readonly number: string;
  /** As people write it: `+31 10 555 0188`. */
  readonly shown: string;
  readonly country: string | undefined;
}

/**
 * Reads a number as typed with its country, by the same rule as the core, so that a form says what the core would.
 * Whether a number is in use changes faster than any table, and is not asked.
 */
export function readPhone({ phone, country }: PhoneTyped): PhoneRead | PhoneProblem | undefined {
  const text = phone.trim();
  if (text === '') return undefined;
  const region = isSupportedCountry(country) ? country : undefined;
  if (!region && !/^(?:\+|\uff0b)/.test(text)) return 'country-needed';
  const number = parsePhoneNumberFromString(text, region);
  if (!number?.isPossible()) return 'not-a-phone-number';
  return { number: number.number, shown: number.formatInternational(), country: number.country ?? region };
}

/** A stored number (E.164) as a form shows it. */
export function splitPhone(stored: string): PhoneTyped {
  const found = parsePhoneNumberFromString(stored);
  if (!found?.country) return { phone: stored, country: ownCountry(navigator.language) };
  return { phone: found.formatNational(), country: found.country };
}

/** A stored number (E.164) as people write it: `+31 10 555 0188`. */
export const phoneInWords = (stored: string): string =>
  parsePhoneNumberFromString(stored)?.formatInternational() ?? stored;
