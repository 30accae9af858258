import { isOnlyAgent } from './agents.ts';
import { type Html, html, type Part } from './html.ts';
import { type PageContent, page, type View } from './page.ts';
import type { Visitor } from './visitor.ts';

export interface SignedInContent extends Pick<PageContent, 'title' | 'body'> {
  /** Which page of the navigation this is. */
  readonly here?: keyof View['words']['portal']['nav']['pages'];
}

/** A page for somebody who is signed in, in the name of the organization they are in now. */
export const signedInPage = (view: View, visitor: Visitor, { here, ...content }: SignedInContent): string =>
  page(view, {
    ...content,
    organization: visitor.current?.name,
    look: visitor.current?.look,
    contact: visitor.current?.contact,
    nav: ways(view, visitor, here),
    wide: true,
  });

/** The navigation between the pages, and signing out. Agents have one page. */
function ways({ base, words }: View, { places, unread, current }: Visitor, here: SignedInContent['here']): Part {
  const { nav } = words.portal;
  const link = (page: NonNullable<typeof here>, path: string, more?: Html) =>
    html`<a href="${base}${path}"${page === here && html` aria-current="page"`}>${nav.pages[page]}${more}</a>`;
  const count = html` <span class="count">${unread}<span class="hidden"> ${words.inbox.unreadOnly}</span></span>`;
  const all = !isOnlyAgent(places);
  return html`<nav aria-label="${nav.label}">
${all && link('home', '/')}
${all && link('organizations', '/organizations')}
${link('inbox', '/inbox', unread > 0 ? count : undefined)}
${all && link('profile', '/profile')}
${current?.permissions.includes('guests:invite') && link('guests', '/guests/invite')}
</nav>
<form class="out" method="post" action="${base}/sign-out"><button class="plain" type="submit">${nav.signOut}</button></form>`;
}
