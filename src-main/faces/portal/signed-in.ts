import type { Place } from '#contract/session.ts';
import { isOnlyAgent } from './agents.ts';
import { type Html, html } from './html.ts';
import type { View } from './page.ts';

export interface SignedIn {
  readonly places: readonly Place[];
  readonly unread: number;
  readonly here: 'home' | 'inbox';
}

/** The ways between the pages of a person who is signed in, and out. Agents have one page. */
export function signedInNav({ base, words }: View, { places, unread, here }: SignedIn): Html {
  const { nav } = words.portal;
  const link = (page: SignedIn['here'], path: string, word: string, more?: Html) =>
    html`<a href="${base}${path}"${page === here && html` aria-current="page"`}>${word}${more}</a>`;
  const count = html` <span class="count">${unread}<span class="hidden"> ${words.inbox.unreadOnly}</span></span>`;
  return html`<nav aria-label="${nav.label}">
${!isOnlyAgent(places) && link('home', '/', nav.home)}
${link('inbox', '/inbox', words.inbox.title, unread > 0 ? count : undefined)}
<form method="post" action="${base}/sign-out"><button class="plain" type="submit">${nav.signOut}</button></form>
</nav>`;
}
