import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface DialCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** With the plus sign. */
  readonly dial: string;
}

const made = new Map<string, readonly DialCountry[]>();

/** The countries with known telephone numbers, by their name in `lang`. */
export function dialCountries(lang: string): readonly DialCountry[] {
  let list = made.get(lang);
  if (!list) {
    const names = new Intl.DisplayNames([lang], { type: 'region' });
    list = getCountries()
      .map((code) => ({ code, name: names.of(code) ?? code, dial: `+${getCountryCallingCode(code)}` }))
      .sort((a, b) => a.name.localeCompare(b.name, lang));
    made.set(lang, list);
  }
  return list;
}

/**
 * A number stored in E.164, as somebody would type it, with the country it belongs to; where several share a code, the main
 * one. Empty where there is none.
 */
export function typedPhone(e164: string | null): { readonly phone: string; readonly country: string } {
  const number = e164 ? parsePhoneNumberFromString(e164) : undefined;
  if (!number) return { phone: e164 ?? '', country: '' };
  return { phone: number.formatInternational(), country: number.country ?? number.getPossibleCountries()[0] ?? '' };
}
