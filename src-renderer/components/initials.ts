const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const first = (word: string) => segments.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/** Up to two letters: the initials of a name's first and last word, or the first letter of an address. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s,]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0] ?? '', words.at(-1) ?? ''] : words.slice(0, 1);
  return ends
    .map((word) => first(word.replace(/^[^\p{L}\p{N}]+/u, '')))
    .join('')
    .toLocaleUpperCase();
}

/** `Samira El-Khoury` as `S. El-Khoury`; a single word stays. */
export function shortName(name: string): string {
  const [given, ...others] = name.trim().split(/\s+/);
  const family = others.at(-1);
  return given && family ? `${first(given)}. ${family}` : name;
}
