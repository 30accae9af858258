import type { OutputOf } from '#contract/index.ts';
import { aboutFields, type Typed } from '../about.ts';
import type { Told } from '../cookies.ts';
import { field, fixedEmail, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../page.ts';
import { signedInPage } from '../signed-in.ts';
import type { Visitor } from '../visitor.ts';
import { toldNotice } from './told.ts';

export interface ProfileContent {
  readonly profile: OutputOf<'profile.get'>;
  readonly typed: Typed;
  readonly about?: Problems;
  readonly password?: Problems;
  readonly told?: Told | undefined;
}

/** Your own name and phone number, the password, and ending all sessions. */
export function profilePage(view: View, visitor: Visitor, content: ProfileContent): string {
  const { profile, typed, about = noProblems, password = noProblems, told } = content;
  const { words, base } = view;
  const { portal } = words;
  const wrong = hasProblems(about) || hasProblems(password);
  return signedInPage(view, visitor, {
    title: wrong ? portal.errorTitle(portal.profile.title) : portal.profile.title,
    here: 'profile',
    body: html`<h1>${portal.profile.title}</h1>
<p class="lead">${words.profile.detailsLead}</p>
${told && toldNotice(view, told)}
${summary(words, hasProblems(about) ? about : password)}
<form class="narrow" method="post" action="${base}/profile">
${fixedEmail(words, profile.email)}
${aboutFields(view, about, typed)}
<button class="primary" type="submit">${portal.profile.save}</button>
</form>
${passwordForm(view, profile.email, password)}
<h2 class="section">${words.twofactor.title}</h2>
<p class="lead">${words.twofactor.lead}</p>
<a class="button" href="${base}/two-factor">${words.twofactor.portal.open}</a>
<h2 class="section">${portal.profile.sessions.title}</h2>
<p class="lead">${portal.profile.sessions.lead}</p>
<form class="narrow" method="post" action="${base}/profile/sign-out-everywhere"><button class="plain" type="submit">${portal.profile.sessions.button}</button></form>`,
  });
}

function passwordForm({ words, base }: View, email: string, problems: Problems): Html {
  const { portal, profile } = words;
  const fresh = { type: 'password', autocomplete: 'new-password' } as const;
  // password managers read from the hidden field whose password it is
  return html`<h2 class="section">${profile.password.title}</h2>
<p class="lead">${portal.profile.passwordLead}</p>
<form class="narrow" method="post" action="${base}/profile/password">
<input type="text" value="${email}" autocomplete="username" hidden>
${field(problems, { name: 'current', label: profile.password.current, type: 'password', autocomplete: 'current-password' })}
${field(problems, { name: 'next', label: profile.password.next, hint: portal.newPasswordHint, ...fresh })}
${field(problems, { name: 'nextAgain', label: portal.profile.nextAgain, ...fresh })}
<button class="primary" type="submit">${profile.password.submit}</button>
</form>`;
}
