import { field, fixedEmail, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { type Html, html } from '../html.ts';
import { icons } from '../icons.ts';
import { page, type View } from '../page.ts';
import { noticePage } from './notice.ts';

/** Asks for the address of somebody who forgot their password. */
export function forgotPage(view: View, email: string, problems: Problems = noProblems): string {
  const { portal } = view.words;
  const { forgot, errorTitle } = portal;
  return page(view, {
    title: hasProblems(problems) ? errorTitle(forgot.title) : forgot.title,
    body: html`<h1>${forgot.title}</h1>
<p class="lead">${forgot.lead}</p>
${summary(view.words, problems)}
<form method="post" action="${view.base}/forgot">
${field(problems, { name: 'email', label: portal.email, type: 'email', value: email, autocomplete: 'username', longest: 320 })}
<button class="primary" type="submit">${forgot.button}</button>
</form>
${backButton(view)}`,
  });
}

const backButton = ({ words, base }: View): Html =>
  html`<a class="button" href="${base}/sign-in">${words.portal.forgot.back}</a>`;

/** The same for everybody, whether there is such an account or not. */
export const forgotSentPage = (view: View): string =>
  noticePage(view, view.words.portal.forgot.sent, icons.sent, backButton(view));

/** Behind the link from the mail: the new password. */
export function resetPage(view: View, email: string, problems: Problems = noProblems): string {
  const { portal } = view.words;
  const { reset, errorTitle } = portal;
  const fresh = { type: 'password', autocomplete: 'new-password' } as const;
  return page(view, {
    title: hasProblems(problems) ? errorTitle(reset.title) : reset.title,
    body: html`<h1>${reset.title}</h1>
<p class="lead">${reset.lead}</p>
${summary(view.words, problems)}
<form method="post">
${fixedEmail(view.words, email)}
${field(problems, { name: 'password', label: view.words.profile.password.next, hint: portal.newPasswordHint, ...fresh })}
${field(problems, { name: 'passwordAgain', label: portal.profile.nextAgain, ...fresh })}
<button class="primary" type="submit">${reset.button}</button>
</form>`,
  });
}
