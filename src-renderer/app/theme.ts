import { createTheme, type MantineThemeOverride } from '@mantine/core';
import type { Density } from '#contract/desktop.ts';
import { measures } from './density.ts';
import { palette } from './palette.ts';
import { components } from './theme-components.ts';

/** Inter is bundled for Linux, where none of the system fonts exists. */
export const font = "'Segoe UI Variable Text','Segoe UI',-apple-system,'Inter Variable',sans-serif";

const shared: MantineThemeOverride = {
  primaryColor: 'harbor',
  primaryShade: { light: 7, dark: 7 },
  colors: palette,
  black: palette.gray[9],
  white: '#ffffff',
  fontFamily: font,
  fontFamilyMonospace: "ui-monospace,'Cascadia Mono','SF Mono','DejaVu Sans Mono',monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
      h4: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgba(20,24,35,.06)',
    sm: '0 1px 3px rgba(20,24,35,.08)',
    md: '0 4px 14px rgba(20,24,35,.10), 0 0 0 1px rgba(20,24,35,.04)',
    lg: '0 10px 30px rgba(20,24,35,.14)',
    xl: '0 18px 50px rgba(20,24,35,.20)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components,
};

/** The one theme of the window, in the density chosen on this computer. */
export const themeFor = (density: Density): MantineThemeOverride =>
  createTheme({ ...shared, spacing: measures[density].spacing, other: { density } });
