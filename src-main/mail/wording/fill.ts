import type { Part } from '../letter/body.ts';
import { defused, plain } from '../letter/escape.ts';
import { parseTemplate, type Template, type Token } from './parse.ts';

/** A block has a line to itself. */
export type Block = Exclude<Part, string>;
export type Value = string | Block;
/** By placeholder name; a name without a value is left empty. */
export type Values = Readonly<Record<string, Value | undefined>>;

/** A part of a filled-in template. Only `text` was written by whoever worded it. */
export type Piece = { readonly text: string } | { readonly value: string } | { readonly block: Block };

/** Parsed once and kept, however many letters use it: the text itself is the key, so an entry is never out of date. */
const read = new Map<string, Template>();
const mostRead = 500;

function templateOf(text: string): Template {
  const kept = read.get(text);
  if (kept) return kept;
  if (read.size >= mostRead) read.clear();
  const template = parseTemplate(text);
  read.set(text, template);
  return template;
}

/** Fills a template in. Values are put on one line and not parsed again: a name such as `{link}` stays a name. */
export function fill(template: string, values: Values): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const token of templateOf(template).tokens) {
    const filled = token.kind === 'choices' ? firstWhole(token.choices, values) : filledIn(token, values);
    if (filled) pieces.push(...filled);
    else closeUp(pieces);
  }
  return pieces;
}

type Plain = Exclude<Token, { readonly kind: 'choices' }>;

/** @returns undefined for a placeholder without a value */
function filledIn(token: Plain, values: Values): readonly Piece[] | undefined {
  if (token.kind === 'text') return [{ text: defused(token.text) }];
  const value = Object.hasOwn(values, token.name) ? values[token.name] : undefined;
  if (value === undefined || isEmpty(value)) return undefined;
  return typeof value === 'string' ? [{ value: plain(value) }] : [{ block: value }];
}

function isEmpty(value: Value): boolean {
  if (typeof value === 'string') return plain(value) === '';
  if ('list' in value) return value.list.length === 0;
  return 'quote' in value && value.quote.length === 0;
}

function firstWhole(choices: readonly (readonly Plain[])[], values: Values): readonly Piece[] | undefined {
  for (const choice of choices) {
    const filled = choice.map((token) => filledIn(token, values));
    if (filled.every((pieces) => pieces !== undefined)) return filled.flat();
  }
  return undefined;
}

/** A missing value also removes the space before it, so that “Hello {name},” becomes “Hello,”. */
function closeUp(pieces: Piece[]): void {
  const last = pieces.at(-1);
  // a list's dash keeps its space: with nothing after it the item is left out
  if (last && 'text' in last && !/(^|\n)\s*- $/.test(last.text))
    pieces[pieces.length - 1] = { text: last.text.replace(/ $/, '') };
  pieces.push({ value: '' });
}
