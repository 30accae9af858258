import type { Draft } from './entry.ts';
import { isOneWord, looksLikeName, looksLikeSurname, tidyName } from './names.ts';
import type { Source } from './scan.ts';

interface Phrase {
  readonly start: number;
  end: number;
  /** In quotation marks, or followed by a dash: surely meant as a name. */
  explicit: boolean;
}

export interface Named {
  /** Where the entry begins: at its name, if it has one. */
  readonly start: number;
  readonly name: string | undefined;
}

/** Words without an address, until it is clear whether they are the next one's name or a separate piece. */
export class Words {
  private readonly source: Source;
  private readonly drafts: Draft[];
  private phrase: Phrase | undefined;
  /** Words closed by a comma: the family name of "Last, First <a@b>" or a separate piece. */
  private before: Phrase | undefined;
  /** Two pieces in a row were only words: this is a list of names, and no name contains a comma. */
  private listOfWords = false;

  constructor(source: Source, drafts: Draft[]) {
    this.source = source;
    this.drafts = drafts;
  }

  get start(): number | undefined {
    return this.phrase?.start;
  }

  extend(start: number, end: number, explicit = false): void {
    this.phrase ??= { start, end, explicit };
    this.phrase.end = end;
    this.phrase.explicit ||= explicit;
  }

  /** Drops the current words: they were a label, or part of something refused as a whole. */
  drop(): void {
    this.phrase = undefined;
  }

  /** A comma: in a line with semicolons it is part of a name, elsewhere it closes the words. */
  onComma(end: number, insideName: boolean): void {
    if (!this.phrase) return;
    if (insideName) {
      this.phrase.end = end;
      return;
    }
    this.listOfWords ||= this.before !== undefined;
    this.flushBefore();
    this.before = this.phrase;
    this.phrase = undefined;
  }

  /** The name for the address at `own`. Words that are no name become an entry; `sure`: brackets show that they are one. */
  takeName(own: number, sure: boolean): Named {
    const phrase = this.phrase;
    const words = phrase ? this.slice(phrase) : '';
    if (!phrase || !(sure || phrase.explicit || looksLikeName(words))) {
      this.flush();
      return { start: own, name: undefined };
    }
    this.phrase = undefined;
    const before = this.before;
    const family = before ? this.slice(before) : '';
    const joined = before && (sure || phrase.explicit) && !this.listOfWords;
    if (joined && (looksLikeSurname(family) || isOneWord(words))) {
      this.before = undefined;
      return { start: before.start, name: tidyName(`${family}, ${words}`) };
    }
    this.flushBefore();
    return { start: phrase.start, name: tidyName(words) };
  }

  /** An address was read: what came before it says nothing about the commas after it. */
  onAddress(): void {
    this.listOfWords = false;
  }

  flush(): void {
    this.flushBefore();
    if (this.phrase) this.refuse(this.phrase);
    this.phrase = undefined;
  }

  flushBefore(): void {
    if (this.before) this.refuse(this.before);
    this.before = undefined;
  }

  private slice(phrase: Phrase): string {
    return this.source.text.slice(phrase.start, phrase.end);
  }

  private refuse(words: Phrase): void {
    // Dashes and commas at the end are separators, not part of the piece.
    let { end } = words;
    while (end > words.start && /[\s,–—|-]/u.test(this.source.text.charAt(end - 1))) end--;
    if (/^[\s,"'“”‘’]*$/u.test(this.source.text.slice(words.start, end))) return;
    const quoted = this.source.finder.next('@', words.start, end) >= 0;
    this.drafts.push({ start: words.start, end, problem: quoted ? 'local-quoted' : 'no-at' });
  }
}
