import type { Joined, Told } from '../cookies.ts';
import { field, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { html } from '../html.ts';
import { icons } from '../icons.ts';
import { page, type View } from '../page.ts';
import { toldNotice } from './told.ts';

export interface SignInContent {
  readonly email: string;
  readonly problems?: Problems;
  /** Who has just accepted an invitation in this browser. */
  readonly joined?: Joined | undefined;
  readonly told?: Told | undefined;
}

export function signInPage(view: View, { email, joined, told, problems = noProblems }: SignInContent): string {
  const { portal } = view.words;
  const { signIn, errorTitle } = portal;
  return page(view, {
    title: hasProblems(problems) ? errorTitle(signIn.title) : signIn.title,
    organization: joined?.organization,
    look: joined?.look,
    body: html`<h1>${signIn.title}</h1>
${joined && html`<div class="notice good">${icons.check}<div><p><strong>${signIn.joined(joined.organization)}</strong> ${signIn.joinedNext}</p>${joined.leftOut.length > 0 && html`<p>${signIn.leftOut(joined.leftOut.join(', '))}</p>`}</div></div>`}
${told && toldNotice(view, told)}
${summary(view.words, problems)}
<form method="post" action="${view.base}/sign-in">
${field(problems, { name: 'email', label: portal.email, type: 'email', value: email, autocomplete: 'username', longest: 320 })}
${field(problems, { name: 'password', label: portal.password, type: 'password', autocomplete: 'current-password' })}
<button class="primary" type="submit">${signIn.button}</button>
</form>
<p class="small"><a href="${view.base}/forgot">${portal.forgot.link}</a></p>`,
  });
}
