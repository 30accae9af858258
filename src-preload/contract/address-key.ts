/** Letters whose canonical form (NFC) is ASCII: the Kelvin sign and the Greek varia. They must stay as they are. */
const turnsAscii = /([\u212a\u1fef])/u;

const normalise = (text: string): string =>
  text
    .split(turnsAscii)
    .map((part) => (turnsAscii.test(part) ? part : part.normalize('NFC')))
    .join('');

const one = (text: string): boolean => text.length <= 2 && [...text].length === 1 && text > '\u007f';

/** One letter folded; whatever would become ASCII or several letters (K, ı, İ, ſ) is left alone. */
function fold(letter: string): string {
  if (!/\p{L}/u.test(letter)) return letter;
  const upper = letter.toUpperCase();
  const lower = (one(upper) ? upper : letter).toLowerCase();
  return one(lower) ? lower : letter;
}

/**
 * The form in which two addresses are compared: case makes no difference, yet a letter outside ASCII never becomes
 * an ASCII one, so `mıke@` is not `mike@` (Django CVE-2019-19844). Folding a key again changes nothing.
 */
export function addressKey(email: string): string {
  if (/^[ -~]*$/.test(email)) return email.toLowerCase();
  let key = '';
  for (const letter of normalise(email)) key += letter < '\u0080' ? letter.toLowerCase() : fold(letter);
  return normalise(key);
}
