import { type Html, html, type Part } from '../html.ts';
import { icons } from '../icons.ts';
import { page, type View } from '../page.ts';

export interface NoticeWords {
  readonly title: string;
  /** What happened. */
  readonly what: string;
  /** What to do. */
  readonly next: string;
}

export const noticeBody = (icon: Html, { title, what, next }: NoticeWords, more?: Part): Html =>
  html`<div class="sign">${icon}</div>
<h1>${title}</h1>
<p class="text">${what}</p>
<p class="lead">${next}</p>
${more}`;

/** A page that belongs to no organization: it must tell nothing to somebody who guesses. */
export const noticePage = (view: View, words: NoticeWords, icon: Html = icons.notice, more?: Part): string =>
  page(view, { title: words.title, body: noticeBody(icon, words, more) });
