import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

export interface DialCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** With the plus sign. */
  readonly dial: string;
}

const made = new Map<string, readonly DialCountry[]>();

/** The countries that telephone numbers are known for, by their name in `lang`. */
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
