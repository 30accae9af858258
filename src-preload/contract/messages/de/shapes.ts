import { count } from './common.ts';
import { number } from './format.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt',
  record: 'ein Objekt',
};

const limit = (n: number, counts: string | undefined) =>
  counts === 'characters' ? `${number(n)} Zeichen` : counts === 'entries' ? count(n, 'Eintrag', 'Einträge') : number(n);

/** What a value would have to be whose shape does not fit. */
export const shapes = {
  wants: (kind: string) =>
    kinds[kind] ? `Hier wird ${kinds[kind]} gebraucht.` : 'Hier wird ein Wert anderer Art gebraucht.',
  least: (n: number, counts: string | undefined) => `Mindestens ${limit(n, counts)}.`,
  most: (n: number, counts: string | undefined) => `Höchstens ${limit(n, counts)}.`,
  oneOf: (all: readonly string[]) => `Eines von: ${all.join(', ')}.`,
  unknown: (names: readonly string[]) => `Hier nicht bekannt: ${names.join(', ')}.`,
  other: 'Dies ist nicht so geschrieben, wie es sein muss.',
};
