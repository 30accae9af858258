export interface MailtoPart {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** Whether a mailto: link (RFC 6068) begins at this place. */
export const isMailto = (text: string, at: number): boolean => text.slice(at, at + 7).toLowerCase() === 'mailto:';

function decoded(text: string): string {
  if (text.length > 2000 || !text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The addresses of a mailto: link in [start, end) (RFC 6068): a literal comma separates, an encoded one does not, so
 * anything hidden behind one is refused with its address. Subject, text and so on are left out.
 */
export function mailtoParts(text: string, start: number, end: number): readonly MailtoPart[] {
  const parts: MailtoPart[] = [];
  const link = text.slice(start + 7, end);
  const query = link.indexOf('?');
  let at = start + 7;
  for (const part of (query < 0 ? link : link.slice(0, query)).split(',')) {
    if (part !== '') parts.push({ start: at, end: at + part.length, address: decoded(part) });
    at += part.length + 1;
  }
  return parts;
}
