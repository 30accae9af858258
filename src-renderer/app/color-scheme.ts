import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import type { Theme } from '#contract/desktop.ts';
import { preferencesNow, savePreferences } from './preferences.ts';

const schemeOf: Readonly<Record<Theme, MantineColorScheme>> = { system: 'auto', light: 'light', dark: 'dark' };
const themeOf: Readonly<Record<MantineColorScheme, Theme>> = { auto: 'system', light: 'light', dark: 'dark' };

/** Keeps the theme in this computer's preferences instead of the page's storage. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: () => schemeOf[preferencesNow().theme],
  set: (scheme) => savePreferences({ theme: themeOf[scheme] }),
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};
export { schemeOf };
