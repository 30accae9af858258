import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lexer, type Token, walkTokens } from 'marked';
import type { Language } from '#contract/messages/languages.ts';
import { known, plainText, type Section, sectionsOf } from '../../src-renderer/features/help/sections.ts';

const folder = (language: Language) => path.resolve(import.meta.dirname, '../../resources/help', language);

/** The help pages in the repository, without `.md`. */
export const helpFiles = (language: Language): readonly string[] =>
  readdirSync(folder(language))
    .map((file) => file.replace(/\.md$/, ''))
    .sort();
export const helpText = (language: Language, page: string): string =>
  readFileSync(path.join(folder(language), `${page}.md`), 'utf8');
export const helpSections = (language: Language, page: string): readonly Section[] =>
  sectionsOf(helpText(language, page));

/** Every token of a text, however deeply nested. */
export function tokensOf(markdown: string): readonly Token[] {
  const all: Token[] = [];
  walkTokens(lexer(markdown), (token) => void all.push(token));
  return all;
}

/** The window's labels in a section: whatever is bold, and each step of a path such as **Settings → Mail**. */
export function labelsOf(tokens: readonly Token[]): readonly string[] {
  return tokensOf(tokens.map(({ raw }) => raw).join('')).flatMap((token) =>
    token.type === 'strong' ? plainText(token.tokens ?? []).split(' → ') : [],
  );
}

/** Where the links of a text lead. */
export const linksOf = (markdown: string): readonly string[] =>
  known(tokensOf(markdown)).flatMap((token) => (token.type === 'link' ? [token.href] : []));
