import type { Notice } from '#contract/inbox.ts';
import type { OutputOf } from '#contract/index.ts';
import { dateAndTime } from '../dates.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../page.ts';
import { signedInPage } from '../signed-in.ts';
import type { Visitor } from '../visitor.ts';

/** The notices a person got about their access, newest first. */
export function inboxPage(view: View, visitor: Visitor, { rows, unread }: OutputOf<'inbox.list'>): string {
  const { inbox } = view.words;
  return signedInPage(view, visitor, {
    title: inbox.title,
    here: 'inbox',
    body: html`<div class="inbox">
<div class="names"><h1>${inbox.title}</h1><p class="lead">${rows.length === 0 ? inbox.empty : inbox.unread(unread)}</p></div>
${unread > 0 && html`<form method="post" action="${view.base}/inbox/read"><button class="plain" type="submit">${inbox.markRead}</button></form>`}
</div>
${
  rows.length === 0
    ? html`<p class="text">${inbox.emptyNext}</p>`
    : html`<ul class="notices">${rows.map((notice) => noticeItem(view, notice))}</ul>`
}`,
  });
}

function noticeItem(view: View, notice: Notice): Html {
  const { inbox } = view.words;
  const { organization, kind, at, timeZone, read } = notice;
  return html`<li class="${read ? 'seen' : 'new'}">
<div class="told"><p class="what">${!read && html`<span class="hidden">${inbox.new}: </span>`}${inbox.what[kind](organization.name)}</p>
${moreOf(view, notice).map((line) => html`<p class="more">${line}</p>`)}</div>
<time datetime="${new Date(at).toISOString()}">${dateAndTime(view.lang, at, timeZone)}</time></li>`;
}

function moreOf({ words, lang }: View, { kind, added, removed }: Notice): string[] {
  const { inbox } = words;
  const next = inbox.next[kind];
  const list = (names: readonly string[]) => new Intl.ListFormat(lang, { type: 'unit' }).format(names);
  const { given, taken } = kind === 'joined' ? inbox.joined : inbox.changed;
  return [
    ...(next ? [next] : []),
    ...(added.length > 0 ? [given(list(added))] : []),
    ...(removed.length > 0 ? [taken(list(removed))] : []),
  ];
}
