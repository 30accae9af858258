import { en } from './en/index.ts';

/** Every word shown to people. A further language is one more file that satisfies this type. */
export type Messages = typeof en;

export const languages = { en } as const satisfies Record<string, Messages>;
export type Language = keyof typeof languages;

/** The words of a language, English where there is none. */
export const messagesIn = (language: string): Messages => languages[language as Language] ?? en;
