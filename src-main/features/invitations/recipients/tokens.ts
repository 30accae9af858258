import { isMailto } from './mailto.ts';
import { behindLineEnd, isBlank, isComma, isLineEnd, isSemicolon, type Source, skipBlanks } from './scan.ts';

export interface Token {
  /** `word` has no @; `address` has one, or is a mailto: link. */
  readonly kind: 'word' | 'address' | 'quoted' | 'angle' | 'comment' | 'dash' | 'comma' | 'semicolon' | 'line';
  readonly start: number;
  readonly end: number;
}

const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', "'": "'", '‘': '’' };
const dashes = new Set(['-', '–', '—', '|', '->', '→']);
const bullets = /[-*•‣▪◦·●■□☐✓–—>+]/u;
const tightBullets = /[•‣▪◦●■]/u;

/**
 * Cuts a list into words, bracketed and quoted pieces and separators, in one pass. Anything that would hide an address
 * inside another (a quoted local part, a comment within an address) stays one piece, which is then refused as a whole.
 */
export class Tokens {
  /** Whether the current line separates its recipients with semicolons, so that a name may contain a comma. */
  semicolons = false;
  private at: number;
  private lineEnd = 0;
  /** Quotation marks and brackets found to be unpaired: their partners are not searched for again in this line. */
  private readonly unpaired = new Set<string>();
  private readonly source: Source;
  private readonly to: number;
  private readonly quotes: boolean;

  constructor(source: Source, from: number, to: number, quotes: boolean) {
    this.source = source;
    this.to = to;
    this.quotes = quotes;
    this.at = from;
    this.beginLine();
  }

  next(): Token | undefined {
    const { text } = this.source;
    const start = skipBlanks(text, this.at, this.to);
    this.source.meter.steps += start - this.at + 1;
    this.at = start;
    if (start >= this.to) return undefined;
    const code = text.charCodeAt(start);
    if (isLineEnd(code)) {
      this.at = Math.min(behindLineEnd(text, start), this.to);
      this.beginLine();
      return { kind: 'line', start, end: start };
    }
    if (isComma(code)) return this.take('comma', start + 1);
    if (isSemicolon(code)) return this.take('semicolon', start + 1);
    const sign = text.charAt(start);
    if (sign === '<') {
      const close = this.source.finder.next('>', start + 1, this.lineEnd);
      if (close >= 0 && text.charAt(close + 1) !== '@') return this.take('angle', close + 1);
    } else if (sign === '(' || sign === '（') {
      const close = this.closeOfComment(start);
      if (close >= 0 && this.isBoundary(close + 1)) return this.take('comment', close + 1);
    } else if (this.quotes && closers[sign] !== undefined) {
      const close = this.closeOfQuote(start, sign);
      const behind = close < 0 ? 0 : skipBlanks(text, close + 1, this.lineEnd);
      if (close >= 0 && this.isBoundary(close + 1) && text.charAt(behind) !== '@')
        return this.take('quoted', close + 1);
      if (close >= 0 && sign === '"') return this.word(start, behind);
    }
    return this.word(start, start);
  }

  /** Moves past the end of a mail group: its semicolon or the line's end. */
  skipGroup(): number {
    const close = this.source.finder.next(';', this.at, this.lineEnd);
    this.at = close < 0 ? this.lineEnd : close + 1;
    return this.at;
  }

  /** Whether an @ follows before the current group could end. */
  addressFollows(): boolean {
    const close = this.source.finder.next(';', this.at, this.lineEnd);
    return this.source.finder.next('@', this.at, close < 0 ? this.lineEnd : close) >= 0;
  }

  /** The next character that is not blank. */
  peek(): string {
    return this.source.text.charAt(skipBlanks(this.source.text, this.at, this.lineEnd));
  }

  private take(kind: Token['kind'], end: number): Token {
    const start = this.at;
    this.source.meter.steps += end - start;
    this.at = end;
    return { kind, start, end };
  }

  private isBoundary(at: number): boolean {
    if (at >= this.to) return true;
    const code = this.source.text.charCodeAt(at);
    return isBlank(code) || isLineEnd(code) || isComma(code) || isSemicolon(code) || code === 0x3c || code === 0x28;
  }

  private word(start: number, from: number): Token {
    const { text } = this.source;
    const link = isMailto(text, start);
    let at = from;
    while (at < this.lineEnd) {
      const code = text.charCodeAt(at);
      if (isBlank(code) || isSemicolon(code)) break;
      if (isComma(code) && !(link && this.linkGoesOn(start, at + 1))) break;
      const sign = text.charAt(at);
      if (sign === '<' && at > start && this.source.finder.next('>', at, this.lineEnd) >= 0) break;
      if (sign === '"' && at > start) {
        if (link) break;
        const close = this.closeOfQuote(at, sign);
        at = close < 0 ? at + 1 : close + 1;
      } else if ((sign === '(' || sign === '（') && !link) {
        const close = this.closeOfComment(at);
        if (close >= 0 && at > start && this.isBoundary(close + 1)) break;
        at = close < 0 ? at + 1 : close + 1;
      } else at++;
    }
    if (link || this.source.finder.next('@', start, at) >= 0) return this.take('address', at);
    return this.take(at - start <= 2 && dashes.has(text.slice(start, at)) ? 'dash' : 'word', at);
  }

  /** Whether a comma in a mailto: link separates two of its addresses or is part of its query (RFC 6068). */
  private linkGoesOn(start: number, from: number): boolean {
    const { text, finder, meter } = this.source;
    if (this.isBoundary(from) || text.charAt(from) === "'" || isMailto(text, from)) return false;
    if (finder.next('?', start, from) >= 0) return true;
    let at = from;
    let address = false;
    for (; at < this.lineEnd && !this.isBoundary(at) && text.charAt(at) !== '"'; at++) {
      address ||= text.charAt(at) === '@' || text.startsWith('%40', at);
    }
    meter.steps += at - from;
    return address;
  }

  private closeOfQuote(from: number, sign: string): number {
    if (this.unpaired.has(sign)) return -1;
    const { text, finder, meter } = this.source;
    const closer = closers[sign] as string;
    for (
      let at = finder.next(closer, from + 1, this.lineEnd);
      at >= 0;
      at = finder.next(closer, at + 1, this.lineEnd)
    ) {
      let slashes = 0;
      while (at - slashes - 1 > from && text.charAt(at - slashes - 1) === '\\') slashes++;
      meter.steps += slashes + 1;
      // An apostrophe occurs inside names too: it closes only where a word ends.
      if (slashes % 2 === 0 && ((sign !== "'" && sign !== '‘') || this.isBoundary(at + 1))) return at;
    }
    this.unpaired.add(sign);
    return -1;
  }

  private closeOfComment(from: number): number {
    if (this.unpaired.has('(')) return -1;
    const { text, meter } = this.source;
    let depth = 0;
    for (let at = from; at < this.lineEnd; at++) {
      const sign = text.charAt(at);
      if (sign === '(' || sign === '（') depth++;
      else if ((sign === ')' || sign === '）') && --depth === 0) {
        meter.steps += at - from;
        return at;
      }
    }
    meter.steps += this.lineEnd - from;
    this.unpaired.add('(');
    return -1;
  }

  private beginLine(): void {
    const { text, meter, finder } = this.source;
    let end = this.at;
    while (end < this.to && !isLineEnd(text.charCodeAt(end))) end++;
    meter.steps += end - this.at + 1;
    this.lineEnd = end;
    this.unpaired.clear();
    this.semicolons = finder.next(';', this.at, end) >= 0;
    this.skipBullet();
  }

  private skipBullet(): void {
    const { text } = this.source;
    const from = skipBlanks(text, this.at, this.lineEnd);
    this.source.meter.steps += from - this.at;
    let at = from;
    while (at < from + 5 && at < this.lineEnd && /[0-9]/.test(text.charAt(at))) at++;
    if (at > from && /[.)]/.test(text.charAt(at))) at++;
    else at = bullets.test(text.charAt(from)) ? from + 1 : from;
    const tight = at === from + 1 && tightBullets.test(text.charAt(from));
    if (at > from && (tight || at >= this.lineEnd || isBlank(text.charCodeAt(at)))) this.at = at;
  }
}
