import { type Language, languageOf } from '#contract/messages/languages.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The terminal's language, as in POSIX (XBD 8.2): the first of these variables that is set and not empty. */
export const terminalLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language =>
  languageOf(LC_ALL || LC_MESSAGES || LANG || '') ?? 'en';
