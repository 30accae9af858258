import { inRoot } from '../prepare/paths.mjs';

/** The icons of the program; electron-builder makes those of Windows and macOS from the largest. */
export const iconFolder = inRoot('resources', 'icons', 'gatehouse');

export const sizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];

/** Up to 32 pixels, fine lines would blur: the drawing for these sizes is aligned to pixels. @param {number} size */
export const drawingFor = (size) => (size <= 32 ? 'gatehouse-small.svg' : 'gatehouse.svg');
