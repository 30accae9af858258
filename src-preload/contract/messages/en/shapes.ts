import { count } from './common.ts';
import { number } from './format.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const limit = (n: number, counts: string | undefined) =>
  counts === 'characters'
    ? count(n, 'character', 'characters')
    : counts === 'entries'
      ? count(n, 'entry', 'entries')
      : number(n);

/** What a value would have to be whose shape does not fit. */
export const shapes = {
  wants: (kind: string) => (kinds[kind] ? `Give ${kinds[kind]} here.` : 'Give a value of another kind here.'),
  least: (n: number, counts: string | undefined) => `At least ${limit(n, counts)}.`,
  most: (n: number, counts: string | undefined) => `At most ${limit(n, counts)}.`,
  oneOf: (all: readonly string[]) => `One of: ${all.join(', ')}.`,
  unknown: (names: readonly string[]) => `Not known here: ${names.join(', ')}.`,
  other: 'This does not have the form that is needed here.',
};
