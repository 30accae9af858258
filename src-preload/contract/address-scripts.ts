/**
 * The scripts of living languages in which domains are registered; a letter of any other one counts as "other".
 * JavaScript can test for a script but cannot name the script of a letter.
 */
const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Myanmar',
  'Khmer',
  'Ethiopic',
  'Cherokee',
  'Tibetan',
  'Mongolian',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Bopomofo',
] as const;
const tests = scripts.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);
const shared = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** Combinations that writers of Chinese, Japanese and Korean use (UTS 39, "highly restrictive"). */
const usual = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

/** Whether one label of a domain mixes scripts in a way no language does: Latin with a Cyrillic "а" looks like plain Latin. */
export function mixesScripts(label: string): boolean {
  const found = new Set<string>();
  for (const letter of label) {
    if (!shared.test(letter)) found.add(tests.find(([, test]) => test.test(letter))?.[0] ?? 'other');
  }
  return found.size > 1 && !usual.some((set) => [...found].every((name) => set.includes(name)));
}
