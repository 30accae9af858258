import type { Belonging } from '#contract/profile.ts';
import { html } from '../html.ts';
import { icons } from '../icons.ts';
import type { View } from '../page.ts';
import { signedInPage } from '../signed-in.ts';
import type { Visitor } from '../visitor.ts';
import { noticeBody } from './notice.ts';

/** Asks for confirmation, or says why leaving is not possible. */
export function leavePage(view: View, visitor: Visitor, { organizationId, name, lastOwner }: Belonging): string {
  const { leave } = view.words.portal;
  const back = (words: string) => html`<a class="button" href="${view.base}/organizations">${words}</a>`;
  if (lastOwner) {
    const { title, what, next } = leave.lastOwner;
    const notice = { title: title(name), what: what(name), next };
    return signedInPage(view, visitor, {
      title: notice.title,
      body: noticeBody(icons.closed, notice, back(leave.back)),
    });
  }
  const title = leave.title(name);
  return signedInPage(view, visitor, {
    title,
    body: html`<h1>${title}</h1>
<p class="text">${leave.what}</p>
<p class="lead">${leave.next}</p>
<form class="narrow" method="post" action="${view.base}/organizations/${organizationId}/leave"><button class="primary" type="submit">${leave.button(name)}</button></form>
<div class="narrow">${back(leave.stay)}</div>`,
  });
}
