/** For searching and for "is this the same name": case and accents do not count. Not for addresses (see `address.ts`). */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
