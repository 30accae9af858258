import type { OutputOf } from '#contract/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import { aboutFields, type Typed } from '../about.ts';
import { dateAndTime } from '../dates.ts';
import { field, fixedEmail, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { type Html, html, type Part } from '../html.ts';
import { icons } from '../icons.ts';
import { page, type View } from '../page.ts';

export type Invitation = OutputOf<'invitations.open'>;

export interface JoinContent {
  readonly invitation: Invitation;
  readonly typed: Typed;
  readonly problems?: Problems;
  /** Who is signed in in this browser. */
  readonly person?: { readonly name: string; readonly email: string } | undefined;
}

/** The page behind a live link: sign up, or sign in and join, or, when already signed in, only join. */
export function joinPage(view: View, content: JoinContent): string {
  const { invitation, problems = noProblems, person } = content;
  const { join, errorTitle } = view.words.portal;
  const title = join.title(invitation.organization.name);
  const self = person?.email === invitation.email;
  return page(view, {
    title: hasProblems(problems) ? errorTitle(title) : title,
    organization: invitation.organization.name,
    look: invitation.organization.look,
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

const lists = new Map<Language, Intl.ListFormat>();
function listIn(lang: Language): Intl.ListFormat {
  const list = lists.get(lang) ?? new Intl.ListFormat(lang, { type: 'conjunction' });
  lists.set(lang, list);
  return list;
}

function invitedAs({ words, lang }: View, { invitedBy, roles, guestDays }: Invitation): Part {
  const { join, home } = words.portal;
  const as = guestDays === null ? roles : [home.kinds.guest, ...roles];
  const list = listIn(lang).formatToParts(as);
  const named = list.map(({ type, value }) => (type === 'element' ? html`<strong>${value}</strong>` : value));
  const lasts = guestDays !== null && ` ${join.lasts(guestDays)}`;
  return [
    invitedBy ? join.invitedBy(invitedBy) : join.invited,
    as.length > 0 && [` ${join.as} `, named],
    join.invitedEnd,
    lasts,
  ];
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
${aboutFields(view, problems, typed)}
${field(problems, { name: 'password', label: portal.password, hint: portal.newPasswordHint, ...password })}
${field(problems, { name: 'passwordAgain', label: portal.passwordAgain, ...password })}
${button(portal.join.create)}`;
}
