/** Counts the characters looked at: tests use it to show that the work grows no faster than the text. */
export interface Meter {
  steps: number;
}

/** Including Unicode's line and paragraph separators. */
export const isLineEnd = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;

/** Spaces of every width, tabs, and the byte order mark at the start of a file. */
export const isBlank = (code: number): boolean =>
  code === 32 ||
  code === 9 ||
  code === 11 ||
  code === 12 ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff));

/** Commas, including those of Chinese, Japanese and Arabic keyboards. */
export const isComma = (code: number): boolean =>
  code === 0x2c || code === 0xff0c || code === 0x3001 || code === 0x060c;
/** Semicolons, including those of Chinese, Japanese and Arabic keyboards. */
export const isSemicolon = (code: number): boolean => code === 0x3b || code === 0xff1b || code === 0x061b;

/** The place after a line's end: `\r\n` counts as one. */
export const behindLineEnd = (text: string, at: number): number =>
  at + (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1);

/** The first place in [from, to) that is not blank, else `to`. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The range without blanks and line ends at both edges. */
export function trimRange(text: string, from: number, to: number): { start: number; end: number } {
  const isSpace = (code: number) => isBlank(code) || isLineEnd(code);
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/**
 * Finds the next occurrence of a character and remembers it, so that asking from many places costs one pass through the
 * text in all.
 */
export class Finder {
  private readonly known = new Map<string, { from: number; found: number }>();
  private readonly text: string;
  private readonly meter: Meter;

  constructor(text: string, meter: Meter) {
    this.text = text;
    this.meter = meter;
  }

  /** The first place of `sign` in [from, to), or -1. */
  next(sign: string, from: number, to: number): number {
    let memory = this.known.get(sign);
    if (!memory || from < memory.from || from > memory.found) {
      memory = { from, found: this.search(sign, from, memory) };
      this.known.set(sign, memory);
    }
    return memory.found < to ? memory.found : -1;
  }

  private search(sign: string, from: number, memory: { from: number; found: number } | undefined): number {
    if (memory && from < memory.from) {
      // A step back: only the ground before the remembered search is new.
      let at = from;
      while (at < memory.from && this.text.charAt(at) !== sign) at++;
      this.meter.steps += at - from + 1;
      return at < memory.from ? at : memory.found;
    }
    const at = this.text.indexOf(sign, from);
    const found = at < 0 ? this.text.length : at;
    this.meter.steps += found - from + 1;
    return found;
  }
}

/** A text being read, with what its readers share. */
export interface Source {
  readonly text: string;
  readonly finder: Finder;
  readonly meter: Meter;
}

/** A source whose readers share one finder and one meter. */
export const sourceOf = (text: string, meter: Meter): Source => ({ text, meter, finder: new Finder(text, meter) });
