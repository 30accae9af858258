import { z } from 'zod';
import { parseDomain } from './address-domain.ts';
import { addressKey } from './address-key.ts';
import { ordinaryAddress } from './address-ordinary.ts';
import type { AddressProblem } from './address-problem.ts';
import { mixesScripts } from './address-scripts.ts';

export { addressKey } from './address-key.ts';
export { type AddressProblem, addressProblems } from './address-problem.ts';

export interface Address {
  /** Local part as typed, `@`, domain in lower-case Punycode: where mail goes, letter for letter. */
  readonly email: string;
  /** For comparing: see `addressKey`. */
  readonly key: string;
  readonly local: string;
  readonly domain: string;
  /** The domain as its owner writes it. */
  readonly domainUnicode: string;
  /** A label of the domain mixes scripts: it may imitate another domain. */
  readonly warning?: 'mixed-script';
}

export type AddressResult =
  | { readonly ok: true; readonly address: Address }
  | { readonly ok: false; readonly problem: AddressProblem };

const no = (problem: AddressProblem): AddressResult => ({ ok: false, problem });

const plain = /^[a-z0-9.!#$%&'*+/=?^_`{|}~@-]*$/i;
const encoder = new TextEncoder();
const octets = (text: string, isPlain: boolean): number => (isPlain ? text.length : encoder.encode(text).length);

/** Nothing longer can be an address, however much its domain shrinks; checked before any letter is looked at. */
const longestText = 512;

/**
 * Characters that change the structure of an address field, the most telling first. Refusing
 * them here keeps a mail library from reading one address as several (nodemailer GHSA-mm7p-fcc7-pg87 and others).
 */
const structure: readonly (readonly [RegExp, AddressProblem])[] = [
  [/\p{Cc}/u, 'control-character'],
  [/[\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u, 'invisible-character'],
  [/["\\]/u, 'local-quoted'],
  [/[()]/u, 'comment'],
  [/[<>]/u, 'angle-brackets'],
  [/@\[/u, 'domain-literal'],
  [/^[^@]*:/u, 'group'],
  [/[,;]/u, 'several-addresses'],
  [/\p{Z}/u, 'space'],
];

/** RFC 6531 allows any letter; unassigned ones, and those that normalise to a special character, are refused. */
function mayStandInLocalPart(letter: string): boolean {
  if (letter < '\u0080') return plain.test(letter);
  return !/[\p{C}\p{Z}]/u.test(letter) && !/[^a-z0-9]/i.test(letter.normalize('NFKC').replace(/[^ -~]/gu, ''));
}

/** How an encoded word begins (RFC 2047, 2): a program that decodes it, though none should, would read another address. */
const encodedWord = /=\?[^?]*\?[bq]\?/i;

function localProblem(local: string, isPlain: boolean): AddressProblem | undefined {
  if (local === '') return 'local-empty';
  if (local.length > 64 || octets(local, isPlain) > 64) return 'local-too-long';
  if (local.includes('..')) return 'local-dots';
  if (local.startsWith('.') || local.endsWith('.')) return 'local-dot-edge';
  if (encodedWord.test(local)) return 'local-character';
  if (!isPlain) for (const letter of local) if (!mayStandInLocalPart(letter)) return 'local-character';
  return undefined;
}

/** `parseAddress` without its short cut, for a test that the short cut makes no difference. */
export function parseWithCare(text: string): AddressResult {
  if (text === '') return no('empty');
  if (text.length > longestText) return no('too-long');
  const isPlain = plain.test(text);
  if (!isPlain) for (const [sign, problem] of structure) if (sign.test(text)) return no(problem);
  const at = text.indexOf('@');
  if (at < 0) return no('no-at');
  if (text.indexOf('@', at + 1) >= 0) return no('several-ats');
  const local = text.slice(0, at);
  const problem = localProblem(local, isPlain);
  if (problem) return no(problem);
  const domain = parseDomain(text.slice(at + 1));
  if (!domain.ok) return domain;
  const email = `${local}@${domain.ascii}`;
  if (octets(email, isPlain) > 254) return no('too-long');
  const address = { email, key: addressKey(email), local, domain: domain.ascii, domainUnicode: domain.unicode };
  const mixed = domain.unicode !== domain.ascii && domain.unicode.split('.').some(mixesScripts);
  return { ok: true, address: mixed ? { ...address, warning: 'mixed-script' } : address };
}

/**
 * Reads exactly one mailbox (RFC 5321 dot-atom, RFC 6531 for other letters) and nothing around it: no name, quotes,
 * comments, groups or address literals. Never throws, and refuses a text of any size at once.
 */
export function parseAddress(text: string): AddressResult {
  const ordinary = ordinaryAddress(text, 0);
  if (ordinary?.end !== text.length) return parseWithCare(text);
  const { email, key, at } = ordinary;
  const domain = email.slice(at + 1);
  return { ok: true, address: { email, key, local: email.slice(0, at), domain, domainUnicode: domain } };
}

/** For inputs of the contract: takes one address, allowing spaces around it; gives `Address.email`. */
export const emailAddress = z.string().transform((text, context) => {
  const result = parseAddress(text.length > longestText ? text : text.trim());
  if (result.ok) return result.address.email;
  context.addIssue({ code: 'custom', message: result.problem, input: text.slice(0, 100) });
  return z.NEVER;
});
