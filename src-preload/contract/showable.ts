/**
 * Invisible characters: direction marks, zero-width spaces, fillers, lone surrogates, private use. With them, a name can
 * look like another, or reverse the text around it. Variation selectors are kept, which Japanese names need, and so are
 * joiners between letters of a script that uses them (Persian, Indic) or within an emoji.
 */
const hidden =
  /(?!(?<=[\p{Lo}\p{M}\p{Extended_Pictographic}])[\u200c\u200d](?=[\p{Lo}\p{Extended_Pictographic}]))(?!\p{Variation_Selector})[\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;

/** A text that people typed, without invisible characters. */
export const showable = (text: string): string => text.replace(hidden, '');

/** ASCII words with single spaces between them, like most texts: nothing to remove. */
const plainWords = /^[!-~]+(?: [!-~]+)*$/;

/** The same on one line: controls, tabs and line breaks of every kind become a space. */
export const onOneLine = (text: string): string =>
  plainWords.test(text)
    ? text
    : showable(text)
        .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
        .trim();
