import { dialCountries } from './countries.ts';
import { field, type Problems } from './fields.ts';
import { type Html, html } from './html.ts';
import { icons } from './icons.ts';
import type { View } from './page.ts';

/** What somebody typed of themselves, to be shown again; never a password. */
export interface Typed {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly country: string;
}

/** The fields of what a person says of themselves: name and phone number. */
export function aboutFields(view: View, problems: Problems, typed: Typed): Html {
  const { portal } = view.words;
  return html`<div class="pair">
${field(problems, { name: 'firstName', label: portal.firstName, value: typed.firstName, autocomplete: 'given-name', longest: 100 })}
${field(problems, { name: 'lastName', label: portal.lastName, value: typed.lastName, autocomplete: 'family-name', longest: 100 })}
</div>
${field(problems, { name: 'phone', label: portal.phone, type: 'tel', value: typed.phone, autocomplete: 'tel', longest: 40, optional: portal.optional, before: countrySelect(view, typed.country) })}`;
}

const countrySelect = ({ words, lang }: View, chosen: string): Html =>
  html`<div class="select"><select name="country" aria-label="${words.portal.phoneCountry}" autocomplete="country"><option value="">${words.portal.noCountry}</option>${dialCountries(
    lang,
  ).map(
    ({ code, name, dial }) =>
      html`<option value="${code}"${code === chosen && html` selected`}>${name} ${dial}</option>`,
  )}</select>${icons.down}</div>`;
