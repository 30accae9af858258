import { de } from './de/index.ts';
import { en } from './en/index.ts';

/** What another language has to have: the same keys, and functions of the same facts; the words are its own. */
type Words<T> = T extends string
  ? string
  : T extends (...facts: infer F) => infer R
    ? (...facts: F) => Words<R>
    : { readonly [K in keyof T]: Words<T[K]> };

/** Every word shown to people. A further language is one more folder that satisfies this type. */
export type Messages = Words<typeof en>;

export const languages = { en, de } as const satisfies Record<string, Messages>;
export type Language = keyof typeof languages;

/** All of them, as they are offered for choice. */
export const allLanguages = Object.keys(languages) as readonly Language[];

/** Of the window: the system's where there are words in it, or one of those that there are. */
export type LanguageChoice = 'system' | Language;
export const languageChoices: readonly LanguageChoice[] = ['system', ...allLanguages];

/** The language of a tag such as `de-AT` or `en_US.UTF-8`, where there are words in it. */
export function languageOf(tag: string): Language | undefined {
  const [primary = ''] = tag.toLowerCase().split(/[-_.@]/);
  return allLanguages.find((language) => language === primary);
}

/** What a language calls itself, such as *Deutsch*: found by who reads no other. */
export const ownNameOf = (language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

/** The words of a language, English where there is none. */
export const messagesIn = (language: string): Messages => languages[language as Language] ?? en;
