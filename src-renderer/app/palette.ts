import type { MantineColorsTuple } from '@mantine/core';

/** Ten shades each, light to dark; the status inks (7 or 8 in light, 4 in dark) were measured to have AA contrast. */
export const palette = {
  harbor: [
    '#f3f7ff',
    '#e5edff',
    '#cbdaff',
    '#a9c1ff',
    '#86a5fb',
    '#678af1',
    '#4e6fdc',
    '#3d5bc6',
    '#334daa',
    '#263a81',
  ],
  green: ['#f2f9f4', '#e2f1e8', '#c6e3d1', '#9ed0b2', '#73bc92', '#48a675', '#1e8e5c', '#007b49', '#00693d', '#004f2e'],
  red: ['#fff4f2', '#ffe6e3', '#ffccc8', '#fda9a3', '#f5837d', '#e75d5b', '#d03b3f', '#b9222c', '#9f1a24', '#78151b'],
  yellow: [
    '#fff7eb',
    '#ffedcf',
    '#ffdaa2',
    '#fec672',
    '#f6b344',
    '#e39f20',
    '#c28400',
    '#9c6900',
    '#7f5400',
    '#5f3d00',
  ],
  gray: ['#f9fafb', '#f3f4f6', '#e6e8eb', '#d7d9de', '#babec5', '#8d929c', '#686d77', '#4c515b', '#31353e', '#1b1e25'],
  dark: ['#dadce0', '#bbbec4', '#95989f', '#686c74', '#3e4148', '#2c2f35', '#22252a', '#191b20', '#121418', '#0a0c10'],
} as const satisfies Record<string, MantineColorsTuple>;
