import { onOneLine } from '#contract/showable.ts';

/** After a comma these belong to the name before it; they are no first name. */
const suffixes = new Set('jr sr ii iii iv phd md mba esq inc ltd llc gmbh'.split(' '));
/** Nothing longer is shown as a name. */
export const longestName = 200;

const bare = (word: string): string => word.replaceAll('.', '').trim().toLowerCase();

/** "Last, First" as "First Last"; a bracket at the end stays there. Anything else is left as it is. */
function firstLast(name: string): string {
  const comma = name.indexOf(',');
  if (comma < 0 || name.indexOf(',', comma + 1) >= 0) return name;
  const bracket = name.indexOf('(', comma);
  const last = name.slice(0, comma).trim();
  const first = name.slice(comma + 1, bracket < 0 ? undefined : bracket).trim();
  if (last === '' || first === '' || suffixes.has(bare(first))) return name;
  return `${first} ${last}${bracket < 0 ? '' : ` ${name.slice(bracket)}`}`;
}

const separators = new Set([...' ,;–—|→-']);

/** Without the commas and dashes that separated the name from something else. A loop: a pattern would be slow on dashes. */
function trimSeparators(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && separators.has(text.charAt(start))) start++;
  while (end > start && separators.has(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Most names: words of cased letters with single separators between them. There is nothing to tidy. */
const tidy = /^[\p{Lu}\p{Ll}](?:[ .'-]?[\p{Lu}\p{Ll}\p{Nd}])*\.?$/u;

/** A name fit for showing and for a mail's header: one line, no surrounding quotation marks, nothing invisible. */
export function tidyName(raw: string): string | undefined {
  if (raw.length <= longestName && tidy.test(raw)) return raw;
  const visible = onOneLine(raw.slice(0, 1000).replace(/\\(.)/g, '$1'))
    .replace(/["“”„«»<>]/g, '')
    .trim();
  const quoted = visible.length > 2 && /^['‘‚]/u.test(visible) && /['’‘]$/u.test(visible);
  const name = firstLast(trimSeparators(quoted ? visible.slice(1, -1) : visible));
  return name === '' ? undefined : name.slice(0, longestName).trim();
}

/**
 * Whether words directly before a bare address are surely a name: a capital or a script without capitals first, no
 * digits, no "word.word" that may be an address without its @.
 */
export const looksLikeName = (words: string): boolean =>
  words.length <= longestName && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(words) && !/[\d@,]|\p{L}\p{L}\.\p{L}/u.test(words);

/** Whether the words before a comma are one family name ("Silva", "van der Berg"), not another person's full name. */
export function looksLikeSurname(words: string): boolean {
  if (words.length > longestName) return false;
  const parts = words.split(/\s+/);
  return parts.slice(0, -1).every((part) => /^\p{Ll}/u.test(part));
}

/** Whether the words after a comma are one first name. */
export const isOneWord = (words: string): boolean => !/\s/u.test(words.slice(0, longestName).trim());
