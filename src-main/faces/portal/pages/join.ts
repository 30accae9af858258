import type { OutputOf } from '#contract/index.ts';
import { dialCountries } from '../countries.ts';
import { dateAndTime } from '../dates.ts';
import { field, fixedEmail, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { type Html, html, type Part } from '../html.ts';
import { icons } from '../icons.ts';
import { page, type View } from '../page.ts';

export type Invitation = OutputOf<'invitations.open'>;

/** What was typed, to be shown again; never a password. */
export interface Typed {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly country: string;
}

export interface JoinContent {
  readonly invitation: Invitation;
  readonly typed: Typed;
  readonly problems?: Problems;
  /** Who is signed in in this browser. */
  readonly person?: { readonly name: string; readonly email: string } | undefined;
}

/** The page behind a live link: sign up, or sign in and join, or, for who is signed in already, just join. */
export function joinPage(view: View, content: JoinContent): string {
  const { invitation, problems = noProblems, person } = content;
  const { join, errorTitle } = view.words.portal;
  const title = join.title(invitation.organization.name);
  const self = person?.email === invitation.email;
  return page(view, {
    title: hasProblems(problems) ? errorTitle(title) : title,
    organization: invitation.organization.name,
    contact: invitation.organization.contact,
    body: html`<h1>${title}</h1>
<p class="lead">${invitedAs(view, invitation)}</p>
${summary(view.words, problems)}
${person && !self && html`<p class="notice">${icons.alert}<span>${join.other(person.email, invitation.email)}</span></p>`}
<form method="post">
${self ? signedIn(view, person.email) : invitation.hasAccount ? existing(view, invitation, problems) : signUp(view, content)}
</form>
<p class="small">${validity(view, invitation)}</p>`,
  });
}

function invitedAs({ words, lang }: View, { invitedBy, roles }: Invitation): Part {
  const { join } = words.portal;
  const list = new Intl.ListFormat(lang, { type: 'conjunction' }).formatToParts(roles);
  const named = list.map(({ type, value }) => (type === 'element' ? html`<strong>${value}</strong>` : value));
  return [invitedBy ? join.invitedBy(invitedBy) : join.invited, roles.length > 0 && [` ${join.as} `, named], '.'];
}

const validity = ({ words, lang }: View, { validUntil, organization }: Invitation): string =>
  validUntil === null
    ? words.portal.join.once
    : words.portal.join.until(dateAndTime(lang, validUntil, organization.timeZone));

const button = (words: string): Html => html`<button class="primary" type="submit">${words}</button>`;
const kind = (value: string): Html => html`<input type="hidden" name="account" value="${value}">`;

const signedIn = ({ words }: View, email: string): Html =>
  html`${kind('signed-in')}<p class="text">${words.portal.join.signedIn(email)}</p>${button(words.portal.join.joinAs(email))}`;

function existing({ words }: View, { email }: Invitation, problems: Problems): Html {
  const { portal } = words;
  return html`${kind('existing')}<p class="text">${portal.join.known}</p>
${fixedEmail(words, email)}
${field(problems, { name: 'password', label: portal.password, type: 'password', autocomplete: 'current-password' })}
${button(portal.join.signInAndJoin)}`;
}

function signUp(view: View, { invitation, typed, problems = noProblems }: JoinContent): Html {
  const { words } = view;
  const { portal } = words;
  const password = { type: 'password', autocomplete: 'new-password' } as const;
  return html`${kind('new')}${fixedEmail(words, invitation.email)}
<div class="pair">
${field(problems, { name: 'firstName', label: portal.firstName, value: typed.firstName, autocomplete: 'given-name', longest: 100 })}
${field(problems, { name: 'lastName', label: portal.lastName, value: typed.lastName, autocomplete: 'family-name', longest: 100 })}
</div>
${field(problems, { name: 'phone', label: portal.phone, type: 'tel', value: typed.phone, autocomplete: 'tel', longest: 40, optional: portal.optional, before: countrySelect(view, typed.country) })}
${field(problems, { name: 'password', label: portal.password, hint: portal.newPasswordHint, ...password })}
${field(problems, { name: 'passwordAgain', label: portal.passwordAgain, ...password })}
${button(portal.join.create)}`;
}

const countrySelect = ({ words, lang }: View, chosen: string): Html =>
  html`<div class="select"><select name="country" aria-label="${words.portal.phoneCountry}" autocomplete="country"><option value="">${words.portal.noCountry}</option>${dialCountries(
    lang,
  ).map(
    ({ code, name, dial }) =>
      html`<option value="${code}"${code === chosen && html` selected`}>${name} ${dial}</option>`,
  )}</select>${icons.down}</div>`;
