import { nativeTheme } from 'electron';
import type { Theme } from '#contract/desktop.ts';

/** The page's colours, and those of the system's own menus and dialogs. */
export const applyTheme = (theme: Theme) => {
  nativeTheme.themeSource = theme;
};
