/** Characters that a terminal would obey, or that reverse the text around them: JSON itself leaves all of these as they are. */
const commanding = /(?!\n)[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The same JSON, written so that nothing in a name or a mail server's answer can control the terminal that shows it; parsed,
 * it reads as before.
 * @param indent spaces, for people
 */
export const asJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    commanding,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
