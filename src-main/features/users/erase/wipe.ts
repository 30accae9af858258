import { foldName } from '#contract/fold.ts';
import type { Subject } from './subject.ts';

/** Removes a person from texts. */
export interface Wiper {
  /** What every text that names them contains, for a search that finds too many rather than too few. */
  readonly needles: readonly string[];
  /** Whether a text names their address. */
  readonly names: (text: string) => boolean;
  /**
   * Replaces whatever names them with the pseudonym; JSON stays JSON.
   * @param about the text belongs to a row about them: then a name alone is theirs, even if others share it
   */
  readonly wipe: (text: string, about: boolean) => string;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
/** As it appears in HTML letters. */
const inHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
/** The forms in which a text may be stored: as it is, in HTML, and folded for searches. */
const forms = (text: string) => [text, inHtml(text), foldName(text)];
const unique = (texts: readonly string[]) => [...new Set(texts)];

/** An address within a longer one, or a name within a longer word, is somebody else's. */
const address = (text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}._%+-])${escaped(text)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'giu');
const word = (text: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'giu');

/** A single word may be an ordinary one: alone it identifies nobody. */
const telling = (name: string) => /\s/.test(name);

export function createWiper(subject: Subject, pseudonym: string): Wiper {
  const { email, emailKey, names, parts, phones, namesake } = subject;
  const addresses = unique([email, emailKey].flatMap(forms)).map(address);
  const certain = [...addresses, ...phones.map(word)];
  const called = unique(names.flatMap(forms))
    .sort((a, b) => b.length - a.length)
    .map((name) => [word(name), telling(name)] as const);
  const exact = new Set([...names, ...parts].map((text) => text.toLocaleLowerCase()));
  const plainly = (text: string, about: boolean): string => {
    if (about && exact.has(text.toLocaleLowerCase())) return pseudonym;
    let wiped = text;
    for (const pattern of certain) wiped = wiped.replace(pattern, pseudonym);
    for (const [pattern, sure] of called) if (sure && (about || !namesake)) wiped = wiped.replace(pattern, pseudonym);
    return wiped;
  };
  const within = (value: unknown, about: boolean): unknown => {
    if (typeof value === 'string') return wipe(value, about);
    if (Array.isArray(value)) return value.map((one) => within(one, about));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [plainly(key, false), within(one, about)]));
  };
  const wipe = (text: string, about: boolean): string => {
    const json = structured(text);
    if (json === undefined) return plainly(text, about);
    const wiped = JSON.stringify(within(json, about));
    return wiped === JSON.stringify(json) ? text : wiped;
  };
  const written = unique([email, emailKey, ...names, ...phones]);
  return {
    needles: unique(written.flatMap(forms).flatMap((text) => [text, inJson(text)])),
    names: (text) => addresses.some((pattern) => text.search(pattern) !== -1),
    wipe,
  };
}

/** Undefined for anything but a JSON list or object. */
function structured(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
