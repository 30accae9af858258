/** What a terminal would obey, or what turns the text around it: JSON itself leaves all of these as they are. */
const commanding = /(?!\n)[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The same JSON, in which nothing that a name or a mail server brought along commands the terminal that shows it:
 * whoever parses it reads what was there.
 * @param indent spaces, for people
 */
export const asJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    commanding,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
