import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Words found in a source file: where, and what they say. */
export interface FoundWords {
  readonly place: string;
  readonly words: string;
}

/** The TypeScript files below a folder of the repository. */
export const sourcesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))
    .sort();

/** Attributes whose value is shown or read out. */
const shown =
  /^(?:label|title|placeholder|description|alt|aria-label|aria-description|aria-roledescription|legend|heading|text|words|message)$/;
const letters = /\p{L}{2}/u;
/** A word followed by one in lower case: no identifier, class list of modules or MIME type looks like that. */
const sentence = /^\p{Lu}?[\p{L}’']+,? (?:[\p{Ll}’']+[ .,:;!?]?){1,}/u;
/** A lone label: "Save", "Try again". */
const label = /^\p{Lu}[\p{Ll}’]+(?: [\p{Ll}’]+)*[.…!?]?$/u;

/** Whether the value is meant for developers: an error for a defect, or the log. */
const forDevelopers = (node: Node): boolean => {
  const callee = node.callee as Node | undefined;
  if (node.type === 'NewExpression') return /^(?:Type|Range)?Error$/.test(String(callee?.name));
  if (node.type !== 'CallExpression') return false;
  return String((callee?.object as Node | undefined)?.name) === 'console';
};

/** Finds words for people in a file of the repository that should come from the catalogue. */
export const wordsIn = (file: string): FoundWords[] => wordsInSource(file, readFileSync(path.join(root, file), 'utf8'));

/** The same for TypeScript source; the extension of `file` says whether it may contain JSX. */
export function wordsInSource(file: string, text: string): FoundWords[] {
  const { program, errors } = parseSync(path.basename(file), text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: FoundWords[] = [];
  const tell = (node: Node, words: string) =>
    found.push({ place: `${file}:${text.slice(0, node.start).split('\n').length}`, words: words.trim() });

  const visit = (node: Node): void => {
    if (forDevelopers(node) || (/^(?:Import|Export(?:All|Named))Declaration$/.test(node.type) && node.source)) return;
    if (node.type === 'JSXText' && letters.test(String(node.value))) tell(node, String(node.value));
    if (node.type === 'JSXAttribute') {
      attribute(node);
      return;
    }
    if (node.type === 'TaggedTemplateExpression' && (node.tag as Node).name === 'html') markup(node);
    if (node.type === 'Literal' && typeof node.value === 'string' && sentence.test(node.value)) tell(node, node.value);
    if (node.type === 'JSXExpressionContainer') {
      const inner = node.expression as Node;
      if (inner.type === 'Literal' && label.test(String(inner.value))) tell(inner, String(inner.value));
    }
    if (node.type === 'TemplateElement' && sentence.test(cooked(node).trim())) tell(node, cooked(node));
    for (const child of children(node)) visit(child);
  };
  const attribute = (node: Node) => {
    const name = String((node.name as Node).name);
    const value = node.value as Node | null;
    if (value?.type === 'Literal' && shown.test(name) && letters.test(String(value.value)))
      tell(node, String(value.value));
    if (value && value.type !== 'Literal') visit(value);
  };
  /** Text between tags, and attributes that are read out. */
  const markup = (node: Node) => {
    const { quasis } = node.quasi as { quasis: Node[] };
    const whole = quasis.map(cooked).join('\u0000');
    for (const [, value = ''] of whole.matchAll(/ (?:title|alt|aria-label|placeholder)="([^"]*)"/g))
      if (letters.test(value)) tell(node, value);
    const between = whole.replace(/<[^>]*>/g, ' ').replace(/&#?\w+;/g, ' ');
    if (!/[<>]/.test(between) && letters.test(between)) tell(node, between);
  };
  visit(program as unknown as Node);
  return found;
}

const cooked = (node: Node): string => String((node.value as { cooked?: string }).cooked ?? '');

function children(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof child === 'object' && child !== null && 'type' in child);
}
