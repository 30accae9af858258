import { escapeHtml } from './escape.ts';

/** Plain text throughout; this file does the escaping. */
export interface PageWords {
  readonly language: string;
  readonly title: string;
  readonly greeting: string;
  readonly invites: string;
  readonly roles: string;
  readonly replaces: string;
  readonly link: string;
  readonly button: string;
  readonly openLink: string;
  readonly until: string;
  readonly unexpected: string;
  readonly contact: string;
  readonly footer: string;
}

/** A letter without a link: paragraphs and lists in order, then what is set in a fainter color. Plain text as well. */
export interface NoticeWords {
  readonly language: string;
  readonly title: string;
  readonly parts: readonly (string | readonly string[])[];
  readonly faint: readonly string[];
}

const ink = '#1f2328';
const faint = '#5c6470';
const primary = '#3d5bc6';

const p = (text: string, color = ink) =>
  text === '' ? '' : `<p style="margin:0 0 16px;color:${color}">${escapeHtml(text)}</p>\n`;
const ul = (items: readonly string[]) =>
  `<ul style="margin:0 0 16px;padding:0 0 0 20px;color:${ink}">\n${items.map((i) => `<li>${escapeHtml(i)}</li>\n`).join('')}</ul>\n`;

/** Inline styles and a table, because that is what mail programs agree on; nothing is loaded from anywhere. */
const sheet = (language: string, title: string, content: string) => `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:24px;background:#ffffff">
<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%">
<tr><td style="font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
${content}</td></tr>
</table>
</body>
</html>
`;

export function htmlPage(words: PageWords): string {
  const link = escapeHtml(words.link);
  return sheet(
    words.language,
    words.title,
    `${p(words.greeting)}${p(`${words.invites} ${words.roles}`.trim())}${p(words.replaces)}<p style="margin:0 0 16px"><a href="${link}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:${primary};color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(words.button)}</a></p>
<p style="margin:0 0 16px;color:${faint}">${escapeHtml(words.openLink)}<br><a href="${link}" style="color:${primary}">${link}</a></p>
${p(words.until)}${p(words.unexpected, faint)}${p(words.contact, faint)}${p(words.footer, faint)}`,
  );
}

export function htmlNotice({ language, title, parts, faint: below }: NoticeWords): string {
  const above = parts.map((part) => (typeof part === 'string' ? p(part) : ul(part)));
  return sheet(language, title, [...above, ...below.map((text) => p(text, faint))].join(''));
}
