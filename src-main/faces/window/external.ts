import { urlOf } from './url-of.ts';

/** Headers that a link may fill in; others such as `attach` would send a file from this computer. */
const mailHeaders = new Set(['subject', 'body', 'cc', 'bcc']);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what we look for
const hidden = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"<>\\^`{|}]/;

/**
 * The address in a form that is safe to hand to the system, or nothing when it is not for the system's browser or mail
 * program: other schemes run programs, credentials hide where a link leads, and no honest program writes characters as
 * they are that a URL spells with %.
 * @param portal the portal of this very process, which may be reached by `http:` on this computer
 */
export function forTheSystem(address: string, portal?: string): string | undefined {
  if (address.length > 2000 || hidden.test(address)) return;
  const url = urlOf(address);
  if (!url || url.username || url.password) return;
  switch (url.protocol) {
    case 'https:':
      return url.hostname ? url.href : undefined;
    case 'http:':
      return portal && url.origin === urlOf(portal)?.origin ? url.href : undefined;
    case 'mailto:':
      return isPlainMail(url) ? url.href : undefined;
    default:
      return;
  }
}

function isPlainMail({ pathname, searchParams, hash }: URL): boolean {
  return (
    pathname.includes('@') && hash === '' && [...searchParams.keys()].every((key) => mailHeaders.has(key.toLowerCase()))
  );
}
