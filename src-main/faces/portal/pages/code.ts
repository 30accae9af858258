import { field, hasProblems, noProblems, type Problems, summary } from '../fields.ts';
import { html } from '../html.ts';
import { page, type View } from '../page.ts';

/** The second step of signing in. */
export function codePage(view: View, problems: Problems = noProblems): string {
  const { portal, twofactor } = view.words;
  const { signIn } = twofactor;
  return page(view, {
    title: hasProblems(problems) ? portal.errorTitle(signIn.title) : signIn.title,
    body: html`<h1>${signIn.title}</h1>
<p class="lead">${signIn.lead}</p>
${summary(view.words, problems)}
<form method="post" action="${view.base}/sign-in/code">
${field(problems, { name: 'code', label: twofactor.code, hint: twofactor.codeHint, autocomplete: 'one-time-code', longest: 60 })}
<button class="primary" type="submit">${signIn.submit}</button>
</form>
<p class="small">${signIn.lost}</p>
<p class="small"><a href="${view.base}/sign-in">${signIn.back}</a></p>`,
  });
}
