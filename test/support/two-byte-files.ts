import type { Rolldown } from 'vite';

/** Built files for which V8 needs two bytes per character, because at least one does not fit in one. */
export const twoByteFiles = (chunks: Iterable<Rolldown.OutputChunk>): readonly string[] =>
  [...chunks].filter(({ code }) => /[^\0-\xff]/.test(code)).map(({ fileName }) => fileName);
