const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it, in elements and in quoted attributes alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** Stands for the secret part of a link in everything that is kept or shown. */
export const hidden = '••••••••';

/** A text that cannot be taken for the place where the link goes in. */
export const defused = (text: string): string => text.replaceAll(hidden, '…');

/**
 * Names come from people: on one line, without controls that would start a header, and without those that turn the
 * direction of everything behind them.
 */
export const plain = (text: string): string =>
  defused(text)
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** What a person wrote over several lines, each of them plain; more than one empty line in a row is one. */
export const plainLines = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(plain)
    .filter((line, i, lines) => line !== '' || lines[i - 1] !== '');
