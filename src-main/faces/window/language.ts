import { app } from 'electron';
import { type Language, type LanguageChoice, languageOf } from '#contract/messages/languages.ts';

/** What the window speaks: as chosen, else as the system, else English. Known only once the application is ready. */
export const spoken = (choice: LanguageChoice = 'system'): Language =>
  (choice === 'system' ? languageOf(app.getLocale()) : choice) ?? 'en';
