import { de } from './de/index.ts';
import { en } from './en/index.ts';
import type { Language } from './languages.ts';

/** What another language has to have: the same keys, and functions of the same facts; only the words differ. */
type Words<T> = T extends string
  ? string
  : T extends (...facts: infer F) => infer R
    ? (...facts: F) => Words<R>
    : { readonly [K in keyof T]: Words<T[K]> };

/** Every word shown to people. Another language is one more folder that satisfies this type. */
export type Messages = Words<typeof en>;

export const languages: Readonly<Record<Language, Messages>> = { en, de };

/** The words of a language, or English if there is no such language. */
export const messagesIn = (language: string): Messages => languages[language as Language] ?? en;
