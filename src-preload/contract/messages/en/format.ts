import { formatsOf } from '../format.ts';

/** British English puts the day first, as the house does. */
export const format = formatsOf('en-GB');
export const { number, list, date } = format;
