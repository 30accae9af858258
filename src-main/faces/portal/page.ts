import type { WornLook } from '#contract/look.ts';
import type { Messages } from '#contract/messages/index.ts';
import { allLanguages, type Language, ownNameOf } from '#contract/messages/languages.ts';
import { type Html, html, type Part, toText } from './html.ts';
import { accentAddress, logoImage } from './look.ts';

/** What every page is made with. */
export interface View {
  readonly words: Messages;
  readonly lang: Language;
  /** The path of the configured base URL, without a slash at the end: what every address on a page begins with. */
  readonly base: string;
  readonly styleAddress: string;
  readonly scriptAddress: string;
}

export interface PageContent {
  readonly title: string;
  /** Whose page it is: the organization, or nobody where none is known. */
  readonly organization?: string | undefined;
  /** What the page wears of it. */
  readonly look?: WornLook | undefined;
  readonly contact?: string | null | undefined;
  /** The navigation, for somebody who is signed in. */
  readonly nav?: Part;
  readonly wide?: boolean;
  readonly body: Part;
}

const graphemes = new Intl.Segmenter();

/** At most two letters, by graphemes, so that none loses its accent. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((w) => /[\p{L}\p{N}]/u.test(w));
  return words
    .slice(0, 2)
    .map((w) => [...graphemes.segment(w)].find((s) => /[\p{L}\p{N}]/u.test(s.segment))?.segment ?? '')
    .join('')
    .toUpperCase();
}

/** A whole document. */
export function page(view: View, { title, organization, look, contact, nav, wide, body }: PageContent): string {
  const { words, lang, base, styleAddress, scriptAddress } = view;
  const document: Html = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}${organization && !title.includes(organization) ? ` – ${organization}` : ''}</title>
<link rel="stylesheet" href="${styleAddress}">${look?.accent && html`<link rel="stylesheet" href="${accentAddress(base, look.accent)}">`}
<script src="${scriptAddress}" defer></script>
</head>
<body data-show="${words.portal.showPassword}" data-hide="${words.portal.hidePassword}">
<div class="${wide ? 'column wide' : 'column'}">
${(organization || nav) && html`<header class="top">${organization && html`<div class="organization">${look?.logo ? logoImage(base, look.logo) : html`<span class="mark" aria-hidden="true">${initials(organization)}</span>`}<span class="name">${organization}</span></div>`}${nav}</header>`}
<main class="card">
${body}
</main>
<footer>${contact && mailto(contact, words.portal.questions(contact))}${languages(view)}</footer>
</div>
</body>
</html>
`;
  return `<!doctype html>\n${toText(document)}`;
}

/**
 * The languages by their own names, for those who cannot read this one; a form, so that it works without scripts. It posts
 * to the page's own address, which may hold the secret of a link and is not repeated here.
 */
const languages = ({ words, lang }: View): Html =>
  html`<form class="languages" method="post" aria-label="${words.portal.language}">
${allLanguages.map((language) =>
  language === lang
    ? html`<span aria-current="true">${ownNameOf(language)}</span>`
    : html`<button class="plain" type="submit" name="language" value="${language}" lang="${language}">${ownNameOf(language)}</button>`,
)}
</form>`;

/** A contact is an address that the organization gave; the percent-encoding keeps it from adding headers to the mail. */
export const mailto = (address: string, words: Part, className = ''): Html =>
  html`<a class="${className}" href="mailto:${encodeURIComponent(address).replace('%40', '@')}">${words}</a>`;
