import { assertNever } from '#contract/assert-never.ts';
import type { Draft } from './entry.ts';
import { type Held, hold, onRepetition } from './held.ts';
import { isLabel } from './labels.ts';
import { isMailto, mailtoParts } from './mailto.ts';
import { tidyName } from './names.ts';
import { pieceOf } from './piece.ts';
import { type Source, trimRange } from './scan.ts';
import { type Token, Tokens } from './tokens.ts';
import { Words } from './words.ts';

/**
 * Reads recipients as people write them outside tables. One pass: each token either extends the held entry or closes it;
 * closed entries come out in the order of the text.
 */
export class ListReader {
  private readonly drafts: Draft[];
  private readonly source: Source;
  private readonly words: Words;
  private tokens: Tokens;
  /** The entry read last: a name in brackets, or the same address again, may still follow. */
  private held: Held | undefined;

  constructor(source: Source, from: number, to: number, drafts: Draft[]) {
    this.source = source;
    this.drafts = drafts;
    this.words = new Words(source, drafts);
    this.tokens = new Tokens(source, from, to, true);
  }

  read(): void {
    this.readTokens();
    this.flush();
  }

  private readTokens(): void {
    for (let token = this.tokens.next(); token; token = this.tokens.next()) this.accept(token);
  }

  private accept(token: Token): void {
    const { kind } = token;
    switch (kind) {
      case 'word':
        this.onWord(token);
        break;
      case 'address':
        this.onAddress(token);
        break;
      case 'quoted':
        this.onQuoted(token);
        break;
      case 'angle':
        this.onAngle(token);
        break;
      case 'comment':
        this.onComment(token);
        break;
      case 'dash':
        if (this.held) this.held.dashed = true;
        else if (this.words.start !== undefined) this.words.extend(token.start, token.end, true);
        break;
      case 'comma':
        this.flushHeld();
        this.words.onComma(token.end, this.tokens.semicolons);
        break;
      case 'semicolon':
      case 'line':
        this.flush();
        break;
      default:
        assertNever(kind);
    }
  }

  private slice(range: { readonly start: number; readonly end: number }): string {
    return this.source.text.slice(range.start, range.end);
  }

  private inside(token: Token): { start: number; end: number } {
    return trimRange(this.source.text, token.start + 1, token.end - 1);
  }

  private hasAt(range: { readonly start: number; readonly end: number }): boolean {
    return this.source.finder.next('@', range.start, range.end) >= 0;
  }

  private onWord(token: Token): void {
    if (this.held?.dashed) {
      const { draft } = this.held;
      draft.name = tidyName(`${draft.name ?? ''} ${this.slice(token).slice(0, 200)}`);
      draft.end = token.end;
      return;
    }
    this.flushHeld();
    const start = this.words.start ?? token.start;
    const colon = this.source.text.charAt(token.end - 1) === ':';
    if (colon && isLabel(this.source.text.slice(start, Math.min(token.end - 1, start + 41)))) this.words.drop();
    else if (colon && this.tokens.addressFollows()) this.onGroup(start);
    else this.words.extend(token.start, token.end);
  }

  /** A mail group is refused as a whole: its members must not be taken for recipients (nor its name for one). */
  private onGroup(start: number): void {
    this.words.flushBefore();
    this.words.drop();
    const { end } = trimRange(this.source.text, start, this.tokens.skipGroup());
    this.drafts.push({ start, end, problem: 'group' });
  }

  private onAddress(token: Token): void {
    this.flushHeld();
    const piece = pieceOf(this.slice(token));
    const start = token.start + piece.start;
    if (isMailto(piece.text, 0)) {
      this.onMailto({ start: token.start, end: token.end }, start, start + piece.text.length, false);
    } else if (piece.group) this.onGroup(this.words.start ?? token.start);
    else {
      // A label directly before the address ("To:a@b") stays outside the entry, and so does anything before it.
      if (piece.labelled) this.words.flush();
      const named = this.words.takeName(piece.labelled ? start : token.start, false);
      this.hold({ ...named, end: token.end }, piece.text, 'bare');
    }
  }

  private onMailto(whole: { start: number; end: number }, from: number, to: number, angle: boolean): void {
    const parts = mailtoParts(this.source.text, from, to);
    if (parts.length > 1) this.words.flush();
    const named = this.words.takeName(whole.start, angle);
    if (parts.length === 0) this.drafts.push({ start: named.start, end: whole.end, problem: 'empty' });
    for (const [i, part] of parts.entries()) {
      this.flushHeld();
      const start = i === 0 ? named.start : part.start;
      const end = i === parts.length - 1 ? whole.end : part.end;
      this.hold({ start, end, name: named.name }, part.address, angle ? 'angle' : 'bare');
    }
  }

  private hold(draft: Draft, text: string, form: Held['form']): void {
    this.held = hold(draft, text, form);
    this.words.onAddress();
  }

  private onQuoted(token: Token): void {
    const inner = { start: token.start + 1, end: token.end - 1 };
    if (!this.hasAt(inner)) {
      if (this.held?.dashed) this.onWord(token);
      else {
        this.flushHeld();
        this.words.extend(token.start, token.end, true);
      }
      return;
    }
    this.flushHeld();
    if (this.tokens.peek() === '<') {
      this.words.extend(token.start, token.end, true);
      return;
    }
    const outer = this.tokens;
    const count = this.drafts.length;
    this.tokens = new Tokens(this.source, inner.start, inner.end, false);
    this.readTokens();
    this.tokens = outer;
    this.words.flush();
    // Quotation marks belong to a single entry; around several they stay out, so that each entry can be removed by itself.
    if (!this.held || this.drafts.length > count) return;
    this.held.draft.start = Math.min(this.held.draft.start, token.start);
    this.held.draft.end = token.end;
  }

  private onAngle(token: Token): void {
    const inner = this.inside(token);
    const text = this.slice(inner);
    const link = isMailto(text, 0);
    if (this.held && this.held.form !== 'angle') {
      onRepetition(this.held.draft, token.end, link ? (text.slice(7).split('?', 1)[0] ?? '') : text);
      return;
    }
    this.flushHeld();
    if (link) this.onMailto(token, inner.start, inner.end, true);
    else this.hold({ ...this.words.takeName(token.start, true), end: token.end }, text, 'angle');
  }

  private onComment(token: Token): void {
    const inner = this.inside(token);
    const hasAt = this.hasAt(inner);
    if (this.held) {
      const { draft, form } = this.held;
      if (hasAt) onRepetition(draft, token.end, this.slice(inner));
      else if (form === 'bare') draft.name ??= tidyName(this.slice(inner));
      draft.end = token.end;
    } else if (hasAt) {
      this.hold({ ...this.words.takeName(token.start, true), end: token.end }, this.slice(inner), 'comment');
    } else this.words.extend(token.start, token.end);
  }

  private flush(): void {
    this.flushHeld();
    this.words.flush();
    this.words.onAddress();
  }

  private flushHeld(): void {
    if (this.held) this.drafts.push(this.held.draft);
    this.held = undefined;
  }
}
