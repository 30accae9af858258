import { type DialCountry, dialCountries } from './countries.ts';
import { field, type Problems } from './fields.ts';
import { type Html, html } from './html.ts';
import { icons } from './icons.ts';
import type { View } from './page.ts';

/** What somebody typed about themselves, to be shown again; never a password. */
export interface Typed {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly country: string;
}

/** The fields about the person: name and phone number. */
export function aboutFields(view: View, problems: Problems, typed: Typed): Html {
  const { portal } = view.words;
  return html`<div class="pair">
${field(problems, { name: 'firstName', label: portal.firstName, value: typed.firstName, autocomplete: 'given-name', longest: 100 })}
${field(problems, { name: 'lastName', label: portal.lastName, value: typed.lastName, autocomplete: 'family-name', longest: 100 })}
</div>
${field(problems, { name: 'phone', label: portal.phone, type: 'tel', value: typed.phone, autocomplete: 'tel', longest: 40, optional: portal.optional, before: countrySelect(view, typed.country) })}`;
}

const countrySelect = ({ words, lang }: View, chosen: string): Html =>
  html`<div class="select"><select name="country" aria-label="${words.portal.phoneCountry}" autocomplete="country"><option value="">${words.portal.noCountry}</option>${options(lang, chosen)}</select>${icons.down}</div>`;

const option = ({ code, name, dial }: DialCountry, isChosen: boolean): Html =>
  html`<option value="${code}"${isChosen && html` selected`}>${name} ${dial}</option>`;

const unchosen = new Map<string, readonly Html[]>();

/** More than two hundred; per page only the chosen one is made again. */
function options(lang: string, chosen: string): readonly Html[] {
  const countries = dialCountries(lang);
  const made = unchosen.get(lang) ?? countries.map((country) => option(country, false));
  unchosen.set(lang, made);
  return made.map((plain, i) => {
    const country = countries[i];
    return country?.code === chosen ? option(country, true) : plain;
  });
}
