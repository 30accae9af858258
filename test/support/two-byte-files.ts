import type { Rolldown } from 'vite';

/** Built files of which V8 keeps two bytes for each character, since one of them has no place in one. */
export const twoByteFiles = (chunks: Iterable<Rolldown.OutputChunk>): readonly string[] =>
  [...chunks].filter(({ code }) => /[^\0-\xff]/.test(code)).map(({ fileName }) => fileName);
