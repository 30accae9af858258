/** What there are words in, as offered for choice. Apart from the words themselves, which know the contract. */
export const allLanguages = ['en', 'de'] as const;
export type Language = (typeof allLanguages)[number];

/** Of the window: the system's where there are words in it, or one of those that there are. */
export const languageChoices = ['system', ...allLanguages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** The language of a tag such as `de-AT` or `en_US.UTF-8`, where there are words in it. */
export function languageOf(tag: string): Language | undefined {
  const [primary = ''] = tag.toLowerCase().split(/[-_.@]/);
  return allLanguages.find((language) => language === primary);
}

/** What a language calls itself, such as *Deutsch*: found by who reads no other. */
export function ownNameOf(language: Language): string {
  const known = ownNames.get(language);
  if (known) return known;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  ownNames.set(language, name);
  return name;
}
/** Every page of the portal shows them, and asking costs far more than keeping. */
const ownNames = new Map<Language, string>();
