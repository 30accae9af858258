import type { CSSVariablesResolver } from '@mantine/core';
import type { Density } from '#contract/desktop.ts';
import { measures } from './density.ts';
import { palette } from './palette.ts';

const { gray, dark, harbor, green, red, yellow } = palette;

const sizes = ({ row, rowOfOne, rowPadding, controls }: (typeof measures)[Density]) => ({
  '--gh-row': row,
  '--gh-row-of-one': rowOfOne,
  '--gh-row-padding': rowPadding,
  '--gh-control-xs': controls.xs,
  '--gh-control-sm': controls.sm,
  '--gh-control-md': controls.md,
});

/** The few tokens that Mantine has no name for, as `--gh-…`: status inks, tints and their borders, rail, hairline. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: sizes(measures[theme.other.density as Density]),
  light: {
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-default-border': gray[3],
    '--mantine-color-error': red[7],
    '--gh-rail': gray[0],
    '--gh-line': gray[2],
    '--gh-hover': gray[0],
    '--gh-selected': harbor[0],
    '--gh-panel': theme.white,
    '--gh-ground': gray[1],
    '--gh-ok': green[7],
    '--gh-warn': yellow[8],
    '--gh-bad': red[7],
    '--gh-info': harbor[7],
    '--gh-ok-bg': green[0],
    '--gh-ok-line': green[2],
    '--gh-warn-bg': yellow[0],
    '--gh-warn-line': yellow[2],
    '--gh-bad-bg': red[0],
    '--gh-bad-line': red[2],
    '--gh-info-bg': harbor[0],
    '--gh-info-line': harbor[2],
  },
  dark: {
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-error': red[4],
    '--mantine-color-default-color': dark[0],
    '--mantine-color-default-border': dark[4],
    // Mantine's own light variants are too loud in the dark for a dense page
    '--mantine-color-harbor-light': '#262d49',
    '--mantine-color-harbor-light-hover': '#2d3556',
    '--mantine-color-harbor-light-color': harbor[3],
    '--mantine-color-red-light': '#3a2224',
    '--mantine-color-red-light-hover': '#47282a',
    '--mantine-color-red-light-color': red[4],
    '--gh-rail': dark[8],
    '--gh-line': dark[5],
    '--gh-hover': dark[6],
    '--gh-selected': '#22273a',
    '--gh-panel': dark[6],
    '--gh-ground': dark[8],
    '--gh-ok': green[4],
    '--gh-warn': yellow[4],
    '--gh-bad': red[4],
    '--gh-info': harbor[4],
    '--gh-ok-bg': '#1a2820',
    '--gh-ok-line': '#2a4a38',
    '--gh-warn-bg': '#2a241a',
    '--gh-warn-line': '#4a3d25',
    '--gh-bad-bg': '#2f1f20',
    '--gh-bad-line': '#55302f',
    '--gh-info-bg': '#1f2436',
    '--gh-info-line': '#343d63',
  },
});
