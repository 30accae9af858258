import type { wordingProblems } from '#contract/wording.ts';

/** A piece of a template. `check.ts` checks whether its names are known. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | Placeholder
  /** Text in brackets: the first choice whose placeholders all have a value, or else nothing. */
  | { readonly kind: 'choices'; readonly choices: readonly (readonly Plain[])[] };
export interface Placeholder {
  readonly kind: 'placeholder';
  readonly name: string;
  /** Offset of its brace. */
  readonly at: number;
}
type Plain = Exclude<Token, { readonly kind: 'choices' }>;

/** A fault at an offset of the template. */
export interface Fault {
  readonly code: (typeof wordingProblems)[number];
  readonly at: number;
  readonly what?: string;
}

export interface Template {
  readonly tokens: readonly Token[];
  readonly faults: readonly Fault[];
}

/** A doubled sign stands for itself, a name in braces is a placeholder, any other sign begins or ends something. */
const pieces = /\{\{|\}\}|\[\[|\]\]|\|\||\{[^{}[\]|\n]*\}|[{}[\]|]|[^{}[\]|]+/g;

/**
 * Parses a template: text, `{name}`, and `[…|…]` around anything that needs a value. Never throws: faults are reported along
 * with what could be parsed. Values filled in later are never parsed as a template.
 */
export function parseTemplate(text: string): Template {
  const tokens: Token[] = [];
  const faults: Fault[] = [];
  let choices: Plain[][] | undefined;
  let opened = 0;
  const add = (token: Plain) => void (choices?.at(-1) ?? tokens).push(token);
  const say = (said: string) => add({ kind: 'text', text: said });

  for (const { 0: piece, index: at } of text.matchAll(pieces)) {
    if (/^([{}[\]|])\1$/.test(piece)) say(piece.charAt(0));
    else if (piece.startsWith('{') && piece.length > 1)
      add({ kind: 'placeholder', name: piece.slice(1, -1).trim(), at });
    else if (piece === '{') faults.push({ code: 'brace-not-closed', at });
    else if (piece === '}') faults.push({ code: 'brace-not-opened', at });
    else if (piece === '[') {
      if (choices) faults.push({ code: 'bracket-in-bracket', at });
      else [choices, opened] = [[[]], at];
    } else if (piece === ']') {
      if (choices) tokens.push({ kind: 'choices', choices });
      else faults.push({ code: 'bracket-not-opened', at });
      choices = undefined;
    } else if (piece === '|' && choices) choices.push([]);
    else say(piece);
  }
  if (choices) {
    tokens.push({ kind: 'choices', choices });
    faults.push({ code: 'bracket-not-closed', at: opened });
  }
  return { tokens, faults };
}
