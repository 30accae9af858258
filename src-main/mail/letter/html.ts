import { onAccent, readableOn } from '#contract/contrast.ts';
import { contentId, shownSize } from '../look/shown.ts';
import type { LogoFacts } from '../look/store.ts';
import type { LetterWords, Part } from './body.ts';
import { escapeHtml } from './escape.ts';

/** The colours of a letter are on white, whatever the reader's screen: mail programs agree on nothing else. */
const white = '#ffffff';
const ink = '#1f2328';
const faint = '#5c6470';
const usualAccent = '#3d5bc6';

const p = (text: string, color = ink) =>
  text === '' ? '' : `<p style="margin:0 0 16px;color:${color}">${text.split('\n').map(escapeHtml).join('<br>')}</p>\n`;
const quote = (lines: readonly string[]) =>
  `<blockquote style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d5dae1;color:${ink}">${lines.map(escapeHtml).join('<br>')}</blockquote>\n`;
const ul = (items: readonly string[]) =>
  `<ul style="margin:0 0 16px;padding:0 0 0 20px;color:${ink}">\n${items.map((i) => `<li>${escapeHtml(i)}</li>\n`).join('')}</ul>\n`;

/** Inline styles and a table, because mail programs agree on those; nothing is loaded from anywhere. */
const sheet = (language: string, title: string, content: string) => `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:24px;background:${white}">
<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%">
<tr><td style="font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
${content}</td></tr>
</table>
</body>
</html>
`;

/** The letter as a page. This file does the escaping. */
export function htmlOf({ language, title, organization, look, parts, faint: below }: LetterWords): string {
  const accent = look?.accent ?? usualAccent;
  return sheet(
    language,
    title,
    [
      look?.logo ? logo(look.logo, organization) : '',
      ...parts.map((part) => htmlPart(part, accent)),
      ...below.map((text) => p(text, faint)),
    ].join(''),
  );
}

/** It travels inside the message: showing it loads nothing from anywhere. */
function logo(facts: LogoFacts, organization: string): string {
  const { width, height } = shownSize(facts);
  return `<p style="margin:0 0 20px"><img src="cid:${contentId(facts)}" width="${width}" height="${height}" alt="${escapeHtml(organization)}" style="display:block;border:0"></p>\n`;
}

function htmlPart(part: Part, accent: string): string {
  if (typeof part === 'string') return p(part);
  if ('list' in part) return ul(part.list);
  if ('quote' in part) return quote(part.quote);
  const link = escapeHtml(part.link);
  return `<p style="margin:0 0 16px"><a href="${link}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:${accent};color:${onAccent(accent)};text-decoration:none;font-weight:600">${escapeHtml(part.button)}</a></p>
<p style="margin:0 0 16px;color:${faint}">${escapeHtml(part.openLink)}<br><a href="${link}" style="color:${readableOn(white, accent)}">${link}</a></p>
`;
}
