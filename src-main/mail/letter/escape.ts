const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, both in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** Replaces the secret part of a link in everything that is stored or shown. */
export const hidden = '••••••••';

/** A text that cannot be taken for the place where the link goes. */
export const defused = (text: string): string => text.replaceAll(hidden, '…');

/**
 * Names come from people: they are put on one line, without control characters that would start a header or reverse the
 * direction of everything after them.
 */
export const plain = (text: string): string =>
  defused(text)
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** What a person wrote over several lines, each made plain; several empty lines in a row become one. */
export const plainLines = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(plain)
    .filter((line, i, lines) => line !== '' || lines[i - 1] !== '');
