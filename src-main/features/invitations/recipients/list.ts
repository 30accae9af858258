import { parseAddress } from '#contract/address.ts';
import type { Draft } from './entry.ts';
import { isLabel } from './labels.ts';
import { isMailto, mailtoParts } from './mailto.ts';
import { isOneWord, looksLikeName, looksLikeSurname, tidyName } from './names.ts';
import { addressOf, pieceOf } from './piece.ts';
import { type Source, trimRange } from './scan.ts';
import { type Token, Tokens } from './tokens.ts';

/** Words that may become the name of the address behind them. */
interface Phrase {
  readonly start: number;
  end: number;
  /** In quotation marks, or with a dash behind: surely meant as a name. */
  explicit: boolean;
}

/** The entry read last: a name in brackets or the same address once more may still follow. */
interface Held {
  readonly draft: Draft;
  readonly form: 'bare' | 'angle' | 'comment';
  /** A dash follows, so the next words are the name. */
  dashed: boolean;
}

/**
 * Reads recipients as people write them outside of tables. One pass: each token either extends what is held or
 * closes it; closed entries leave in the order of the text.
 */
export class ListReader {
  private readonly drafts: Draft[];
  private readonly source: Source;
  private tokens: Tokens;
  private phrase: Phrase | undefined;
  /** Words closed by a comma: the family name of "Last, First <a@b>" or a piece of its own. */
  private before: Phrase | undefined;
  private held: Held | undefined;
  /** Two pieces in a row were only words: this is a list of names, and no comma stands inside one. */
  private listOfWords = false;

  constructor(source: Source, from: number, to: number, drafts: Draft[]) {
    this.source = source;
    this.drafts = drafts;
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
    switch (token.kind) {
      case 'word':
        return this.onWord(token);
      case 'address':
        return this.onAddress(token);
      case 'quoted':
        return this.onQuoted(token);
      case 'angle':
        return this.onAngle(token);
      case 'comment':
        return this.onComment(token);
      case 'dash':
        return this.onDash(token);
      case 'comma':
        return this.onComma(token);
      case 'semicolon':
      case 'line':
        return this.flush();
    }
  }

  private slice(range: { readonly start: number; readonly end: number }): string {
    return this.source.text.slice(range.start, range.end);
  }

  private extend(token: Token, explicit = false): void {
    if (this.phrase) {
      this.phrase.end = token.end;
      this.phrase.explicit ||= explicit;
    } else this.phrase = { start: token.start, end: token.end, explicit };
  }

  private onWord(token: Token): void {
    if (this.held?.dashed) {
      const { draft } = this.held;
      draft.name = tidyName(`${draft.name ?? ''} ${this.slice(token).slice(0, 200)}`);
      draft.end = token.end;
      return;
    }
    this.flushHeld();
    const start = this.phrase?.start ?? token.start;
    if (this.source.text.charAt(token.end - 1) === ':') {
      if (isLabel(this.source.text.slice(start, Math.min(token.end - 1, start + 41)))) {
        this.phrase = undefined;
        return;
      }
      if (this.tokens.addressFollows()) return this.onGroup(start);
    }
    this.extend(token);
  }

  private onGroup(start: number): void {
    this.flushBefore();
    this.phrase = undefined;
    this.drafts.push({ start, ...this.trimmedEnd(start, this.tokens.skipGroup()), problem: 'group' });
  }

  private trimmedEnd(start: number, end: number): { end: number } {
    return { end: trimRange(this.source.text, start, end).end };
  }

  private onAddress(token: Token): void {
    this.flushHeld();
    const word = this.slice(token);
    if (isMailto(word, 0)) return this.onMailto(token, token.start, token.end, 'bare');
    const piece = pieceOf(word);
    if (isMailto(piece.text, 0)) {
      const start = token.start + word.indexOf(piece.text);
      return this.onMailto(token, start, start + piece.text.length, 'bare');
    }
    if (piece.group) return this.onGroup(this.phrase?.start ?? token.start);
    const { start, name } = this.takeName(token.start, piece.skipped === 0 && 'if-sure');
    this.hold({ start: this.phraseless(start, token.start + piece.skipped), end: token.end, name }, piece.text, 'bare');
  }

  private phraseless(start: number, own: number): number {
    return Math.min(start, own) === start && start < own && this.source.text.charAt(own - 1) === ':' ? own : start;
  }

  private onMailto(token: Token, from: number, to: number, form: Held['form']): void {
    const parts = mailtoParts(this.source.text, from, to);
    const single = parts.length <= 1;
    const { start, name } = this.takeName(token.start, single && (form === 'angle' ? 'surely' : 'if-sure'));
    if (parts.length === 0) this.drafts.push({ start, end: token.end, problem: 'empty' });
    parts.forEach((part, i) => {
      this.flushHeld();
      const end = i === parts.length - 1 ? token.end : part.end;
      this.hold({ start: i === 0 ? start : part.start, end, name }, part.address, form);
    });
  }

  private hold(draft: Draft, text: string, form: Held['form']): void {
    const result = addressOf(text);
    if (result.ok) draft.address = result.address;
    else draft.problem = result.problem;
    this.held = { draft, form, dashed: false };
    this.listOfWords = false;
  }

  /** The name before an address, if the words there are one; what is none becomes an entry of its own. */
  private takeName(own: number, how: 'surely' | 'if-sure' | false): { start: number; name: string | undefined } {
    const phrase = this.phrase;
    const words = phrase ? this.slice(phrase) : '';
    const sure = phrase !== undefined && how !== false && (how === 'surely' || phrase.explicit || looksLikeName(words));
    if (!phrase || !sure) {
      this.flushWords();
      return { start: own, name: undefined };
    }
    const before = this.before;
    const family = before ? this.slice(before) : '';
    if (before && (how === 'surely' || phrase.explicit) && this.isFamilyName(family, words)) {
      this.before = undefined;
      this.phrase = undefined;
      return { start: before.start, name: tidyName(`${words} ${family}`) };
    }
    this.flushBefore();
    this.phrase = undefined;
    return { start: phrase.start, name: tidyName(words) };
  }

  private isFamilyName(family: string, first: string): boolean {
    return !this.listOfWords && (looksLikeSurname(family) || isOneWord(first));
  }

  private onQuoted(token: Token): void {
    const inner = { start: token.start + 1, end: token.end - 1 };
    const hasAddress = this.source.finder.next('@', inner.start, inner.end) >= 0;
    if (this.held?.dashed && !hasAddress) return this.onWord(token);
    if (!hasAddress || this.tokens.peek() === '<') {
      this.flushHeld();
      return this.extend(token, true);
    }
    this.flushHeld();
    const outer = this.tokens;
    this.tokens = new Tokens(this.source, inner.start, inner.end, false);
    this.readTokens();
    this.tokens = outer;
    this.flushWords();
    if (this.held) this.held.draft.end = token.end;
  }

  private onAngle(token: Token): void {
    const inner = trimRange(this.source.text, token.start + 1, token.end - 1);
    const text = this.slice(inner);
    if (this.held && this.held.form !== 'angle' && !this.phrase) {
      return this.onRepetition(token, isMailto(text, 0) ? (text.slice(7).split('?', 1)[0] ?? '') : text);
    }
    this.flushHeld();
    const named = this.phrase;
    if (isMailto(text, 0)) this.onMailto(token, inner.start, inner.end, 'angle');
    else {
      const { start, name } = this.takeName(token.start, 'surely');
      this.hold({ start, end: token.end, name }, text, 'angle');
    }
    const held = this.held as Held | undefined;
    if (held) held.draft.end = token.end;
    if (named && held?.draft.name?.includes('@')) this.compareName(held.draft);
  }

  /** A name that is an address: the same one says nothing new, another one makes the recipient doubtful. */
  private compareName(draft: Draft): void {
    const named = parseAddress(draft.name ?? '');
    if (draft.address && named.ok && named.address.key === draft.address.key) draft.name = undefined;
    else this.doubt(draft);
  }

  private doubt(draft: Draft): void {
    draft.problem ??= 'two-addresses';
    draft.address = undefined;
    draft.name = undefined;
  }

  /** `a@b <a@b>` and `a@b (a@b)`, as mail programs copy links. */
  private onRepetition(token: Token, text: string): void {
    const draft = this.held?.draft;
    if (!draft) return;
    const again = parseAddress(text.trim());
    draft.end = token.end;
    if (!draft.address || !again.ok || again.address.key !== draft.address.key) this.doubt(draft);
  }

  private onComment(token: Token): void {
    const inner = trimRange(this.source.text, token.start + 1, token.end - 1);
    const hasAddress = this.source.finder.next('@', inner.start, inner.end) >= 0;
    if (this.held) {
      if (hasAddress) return this.onRepetition(token, this.slice(inner));
      const { draft } = this.held;
      draft.end = token.end;
      if (this.held.form === 'bare') draft.name ??= tidyName(this.slice(inner));
      return;
    }
    if (!hasAddress) return this.extend(token);
    const { start, name } = this.takeName(token.start, 'surely');
    this.hold({ start, end: token.end, name }, this.slice(inner), 'comment');
  }

  private onDash(token: Token): void {
    if (this.held) this.held.dashed = true;
    else if (this.phrase) this.extend(token, true);
  }

  private onComma(token: Token): void {
    if (this.phrase && this.tokens.semicolons) {
      this.phrase.end = token.end;
      return;
    }
    this.flushHeld();
    if (!this.phrase) return;
    this.listOfWords ||= this.before !== undefined;
    this.flushBefore();
    this.before = this.phrase;
    this.phrase = undefined;
  }

  private flush(): void {
    this.flushHeld();
    this.flushWords();
    this.listOfWords = false;
  }

  private flushHeld(): void {
    if (this.held) this.drafts.push(this.held.draft);
    this.held = undefined;
  }

  private flushWords(): void {
    this.flushBefore();
    if (this.phrase) this.refuse(this.phrase);
    this.phrase = undefined;
  }

  private flushBefore(): void {
    if (this.before) this.refuse(this.before);
    this.before = undefined;
  }

  private refuse(words: Phrase): void {
    // Dashes and commas at the end separate; they are no part of the piece.
    let { end } = words;
    while (end > words.start && /[\s,–—|-]/u.test(this.source.text.charAt(end - 1))) end--;
    if (end > words.start) {
      const quoted = this.source.finder.next('@', words.start, end) >= 0;
      this.drafts.push({ start: words.start, end, problem: quoted ? 'local-quoted' : 'no-at' });
    }
  }
}
