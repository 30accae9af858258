/**
 * Letters that nobody sees: direction marks, zero-width spaces, fillers, halves of a pair, private use. With them a
 * name reads as another one, or turns the text around it. Kept are variation selectors, which Japanese names need, and
 * the joiners where they stand between letters of a script that uses them (Persian, Indic) or within an emoji.
 */
const hidden =
  /(?!(?<=[\p{Lo}\p{M}\p{Extended_Pictographic}])[\u200c\u200d](?=[\p{Lo}\p{Extended_Pictographic}]))(?!\p{Variation_Selector})[\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;

/** A text that people typed, without what cannot be seen in it. */
export const showable = (text: string): string => text.replace(hidden, '');

/** Words of ASCII with one space between them, as most texts are: there is nothing to take out. */
const plainWords = /^[!-~]+(?: [!-~]+)*$/;

/** The same on one line: controls, tabs and line breaks of every kind become a space. */
export const onOneLine = (text: string): string =>
  plainWords.test(text)
    ? text
    : showable(text)
        .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
        .trim();
