/** An address like nearly all others: in ASCII, without characters that need a second look. */
export interface OrdinaryAddress {
  /** As `Address.email`. */
  readonly email: string;
  /** As `addressKey` of it. */
  readonly key: string;
  /** Where its @ is, and where it ends in the text. */
  readonly at: number;
  readonly end: number;
}

const [plus, hyphen, dot, atSign, underscore] = [0x2b, 0x2d, 0x2e, 0x40, 0x5f];

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isAsciiLetter = (code: number): boolean => isCapital(code) || (code >= 0x61 && code <= 0x7a);
export const isAsciiLetterOrDigit = (code: number): boolean => isAsciiLetter(code) || (code >= 0x30 && code <= 0x39);

// Longer parts are not read, so that a text of any size is dismissed at once.
const longestLocal = 64;
const longestLabel = 63;
const longest = 254;

/** Where the part before the @ ends, or -1: letters, digits and `+-._`, a letter or digit first, dots only inside. */
function localEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestLocal + 1);
  let at = from;
  // the start counts as after a dot: no dot may follow
  let before = dot;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    const sign = code === dot ? before !== dot : code === hyphen || code === plus || code === underscore;
    if (!isAsciiLetterOrDigit(code) && (at === from || !sign)) break;
    before = code;
  }
  return before === dot || at - from > longestLocal ? -1 : at;
}

/**
 * Where the domain ends, or -1: at least two labels of letters and digits, with single hyphens inside; the last one starts
 * with a letter. Two hyphens in a row may begin Punycode, which has letters of its own.
 */
function domainEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + longest);
  let label = from;
  let before = dot;
  let at = from;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (!isAsciiLetterOrDigit(code)) {
      if (code !== dot && code !== hyphen) break;
      if (before === dot || before === hyphen) return -1;
      if (code === dot) {
        if (at - label > longestLabel) return -1;
        label = at + 1;
      }
    }
    before = code;
  }
  const whole = before !== dot && before !== hyphen && at - label <= longestLabel;
  return whole && label > from && isAsciiLetter(text.charCodeAt(label)) ? at : -1;
}

function holdsCapital(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isCapital(text.charCodeAt(at))) return true;
  return false;
}

/**
 * Reads the address that begins at `from` and ends before the first character that no plain one contains. Undefined means
 * nothing: `parseAddress` reads all other addresses, and these in the same way (a test compares the two).
 */
export function ordinaryAddress(text: string, from: number): OrdinaryAddress | undefined {
  const at = localEnd(text, from);
  if (at < 0 || at >= text.length || text.charCodeAt(at) !== atSign) return undefined;
  const end = domainEnd(text, at + 1);
  if (end < 0 || end - from > longest) return undefined;
  const typed = text.slice(from, end);
  // nearly all are in lower case, and so are their own key
  if (!holdsCapital(text, from, end)) return { email: typed, key: typed, at, end };
  const key = typed.toLowerCase();
  const email = holdsCapital(text, at, end) ? typed.slice(0, at - from) + key.slice(at - from) : typed;
  return { email, key, at, end };
}
