import { blocks, needsLink, type PlaceholderName, placeholdersOf } from '#contract/placeholders.ts';
import type { WordingKind } from '#contract/vocabulary/wording.ts';
import type { WordingProblem } from '#contract/wording.ts';
import { type Fault, type Placeholder, parseTemplate, type Template } from './parse.ts';
import { suggest } from './suggest.ts';

export interface Wording {
  readonly subject: string;
  readonly body: string;
}
export interface Problems {
  readonly subject: WordingProblem[];
  readonly body: WordingProblem[];
}

/** The faults that keep a wording from being used, in the order of the text. */
export function checkWording(kind: WordingKind, { subject, body }: Wording): Problems {
  return {
    subject: told(kind, subject, [...faultsOf(kind, subject), ...blocksIn(subject)]),
    body: told(kind, body, [...faultsOf(kind, body), ...(needsLink(kind) ? linkFaults(body) : [])]),
  };
}

function faultsOf(kind: WordingKind, text: string): readonly Fault[] {
  if (text.trim() === '') return [{ code: 'empty', at: 0 }];
  const template = parseTemplate(text);
  const known: ReadonlySet<string> = new Set(placeholdersOf[kind]);
  const strangers = allOf(template).filter(({ name }) => !known.has(name));
  return [
    ...template.faults,
    ...strangers.map(({ name, at }): Fault => ({ code: 'not-a-placeholder', at, what: name })),
  ];
}

const blocksIn = (subject: string): readonly Fault[] =>
  allOf(parseTemplate(subject))
    .filter(({ name }) => blocks.has(name as PlaceholderName))
    .map(({ name, at }) => ({ code: 'not-in-subject', at, what: name }));

/** A mail without its link, or with one that may be left out, would be useless. */
function linkFaults(body: string): readonly Fault[] {
  const template = parseTemplate(body);
  const link = (placeholder: Placeholder) => placeholder.name === 'link';
  const inBrackets = bracketed(template).filter(link);
  const all = allOf(template).filter(link);
  const fault = (code: Fault['code'], at: number): Fault => ({ code, at, what: 'link' });
  // at the end of the text, so that faults in what is there come first
  if (all.length === 0) return [fault('link-missing', body.length)];
  return [
    ...inBrackets.map(({ at }) => fault('link-in-brackets', at)),
    ...all.slice(1).map(({ at }) => fault('link-twice', at)),
  ];
}

const bracketed = ({ tokens }: Template): readonly Placeholder[] =>
  tokens
    .flatMap((token) => (token.kind === 'choices' ? token.choices.flat() : []))
    .filter((token) => token.kind === 'placeholder');

const allOf = (template: Template): readonly Placeholder[] =>
  [...template.tokens.filter((token) => token.kind === 'placeholder'), ...bracketed(template)].sort(
    (a, b) => a.at - b.at,
  );

/** Gives line and column, as people count them, for offsets in ascending order; goes through the text once. */
function placesIn(text: string): (at: number) => { readonly line: number; readonly column: number } {
  let line = 1;
  let column = 1;
  let seen = 0;
  return (at) => {
    for (const sign of text.slice(seen, at)) {
      column = sign === '\n' ? 1 : column + 1;
      if (sign === '\n') line += 1;
    }
    seen = Math.max(seen, at);
    return { line, column };
  };
}

/** Adds the place of each, and what was probably meant: looked up once, however often it occurs. */
function told(kind: WordingKind, text: string, faults: readonly Fault[]): WordingProblem[] {
  const placeOf = placesIn(text);
  const meant = new Map<string, PlaceholderName | null>();
  const instead = (what: string): PlaceholderName | null => {
    const known = meant.get(what);
    if (known !== undefined) return known;
    const found = suggest(what, placeholdersOf[kind]);
    meant.set(what, found);
    return found;
  };
  return faults
    .toSorted((a, b) => a.at - b.at)
    .map(({ code, at, what = '' }) => ({
      code,
      ...placeOf(at),
      what: what.slice(0, 80),
      instead: code === 'not-a-placeholder' ? instead(what) : null,
    }));
}
