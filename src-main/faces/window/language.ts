import { app } from 'electron';
import { type Language, type LanguageChoice, languageOf } from '#contract/messages/languages.ts';

/** The window's language: as chosen, else the system's, else English. Known only once the application is ready. */
export const spoken = (choice: LanguageChoice = 'system'): Language =>
  (choice === 'system' ? languageOf(app.getLocale()) : choice) ?? 'en';
