/** Most names and nearly all addresses: there is nothing in them for Unicode to decompose. */
const plain = /^[\0-\x7f]*$/;
const bare = (text: string): string => (plain.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, ''));

/** For searching and for "is this the same name": case and accents do not count. Not for addresses (see `address.ts`). */
export const foldName = (text: string): string =>
  bare(text)
    .toLowerCase()
    // single spaces stay as they are
    .replace(/\s\s+|[^\S ]/g, ' ')
    .trim();
