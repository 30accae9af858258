import { formatsOf } from '../format.ts';

export const format = formatsOf('de-DE');
export const { number, list, date } = format;
