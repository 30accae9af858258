import type { AddressProblem } from './address-problem.ts';
import { decodePunycode } from './address-punycode.ts';

export type DomainResult =
  | { readonly ok: true; readonly ascii: string; readonly unicode: string }
  | { readonly ok: false; readonly problem: AddressProblem };

const no = (problem: AddressProblem): DomainResult => ({ ok: false, problem });

const ascii = /^[a-z0-9.-]*$/i;
/** Letters and digits, and the two middle dots in Catalan and Japanese names. */
const letterOfSomeLanguage = /^[\p{L}\p{M}\p{Nd}\u00b7\u30fb]$/u;
/** UTS 46 reads these as the dot between labels. */
const dots = /[\u3002\uff0e\uff61]/gu;
/** WHATWG URL: a host whose last label is one of these is read as an IPv4 address. */
const number = /^(?:[0-9]+|0x[0-9a-f]*)$/;

/**
 * A letter which UTS 46 would turn into ASCII (the Kelvin sign, full-width letters, ligatures) would let two spellings
 * mean one domain; it is refused instead.
 */
function mayStandInDomain(letter: string): boolean {
  if (letter < '\u0080') return ascii.test(letter);
  return letterOfSomeLanguage.test(letter) && !/[ -~]/.test(letter.normalize('NFKC').replace(/\p{M}/gu, ''));
}

/** The host as `URL` writes it: in lower case and Punycode, the same in a browser and in Node; undefined if refused. */
function host(domain: string): string | undefined {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

function toUnicode(label: string): string | undefined {
  if (!label.startsWith('xn--')) return label;
  const decoded = decodePunycode(label.slice(4));
  // Only a name that encodes back to the same label is real; anything else would be shown as a different name.
  return decoded !== undefined && host(decoded) === label ? decoded : undefined;
}

/** Reads the part after the @: at least two labels of letters, digits and hyphens (RFC 1123, RFC 5321, UTS 46). */
export function parseDomain(text: string): DomainResult {
  if (text === '') return no('domain-empty');
  if (text.startsWith('[')) return no('domain-literal');
  const isAscii = ascii.test(text);
  const typed = isAscii ? text : text.replace(dots, '.');
  if (typed.includes('..')) return no('domain-dots');
  if (typed.startsWith('.') || typed.endsWith('.')) return no('domain-dot-edge');
  if (!isAscii) for (const letter of typed) if (!mayStandInDomain(letter)) return no('domain-character');
  const typedLabels = typed.toLowerCase().split('.');
  if (typedLabels.some((label) => label.startsWith('-') || label.endsWith('-'))) return no('domain-hyphen');
  if (number.test(typedLabels.at(-1) ?? '')) return no('domain-number');
  if (typedLabels.length < 2) return no('domain-single-label');
  const encoded = isAscii ? typed.toLowerCase() : host(typed);
  if (encoded === undefined || !ascii.test(encoded)) {
    return no(typedLabels.some((label) => label.length > 63) ? 'domain-label-too-long' : 'domain-character');
  }
  const labels = encoded.split('.');
  if (labels.some((label) => label.length > 63)) return no('domain-label-too-long');
  if (number.test(labels.at(-1) ?? '')) return no('domain-number');
  if (encoded.length > 255) return no('domain-too-long');
  const shown = labels.map(toUnicode);
  if (shown.includes(undefined)) return no('domain-character');
  return { ok: true, ascii: encoded, unicode: shown.join('.') };
}
