/** The available languages, in the order offered. Separate from the words themselves, which import the contract. */
export const allLanguages = ['en', 'de'] as const;
export type Language = (typeof allLanguages)[number];

/** Choices for the window: the system's language if available, or one of the available ones. */
export const languageChoices = ['system', ...allLanguages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** The language of a tag such as `de-AT` or `en_US.UTF-8`, if it is available. */
export function languageOf(tag: string): Language | undefined {
  const [primary = ''] = tag.toLowerCase().split(/[-_.@]/);
  return allLanguages.find((language) => language === primary);
}

/** A language's own name, such as *Deutsch*, so that people who read no other can find it. */
export function ownNameOf(language: Language): string {
  const known = ownNames.get(language);
  if (known) return known;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  ownNames.set(language, name);
  return name;
}
/** Kept, because every page of the portal shows them and looking them up is slow. */
const ownNames = new Map<Language, string>();
