import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';

/** What is under one heading of a help page; a page's first section is under its title. */
export interface Section {
  readonly heading: string;
  /** The part of a link after `#`; empty for the top of the page. */
  readonly anchor: string;
  readonly tokens: readonly MarkedToken[];
}

/** Narrows tokens to marked's own kinds: its type also allows those of extensions, of which there are none. */
export const known = (tokens: readonly Token[] | undefined) => (tokens ?? []) as readonly MarkedToken[];

/** Anchors made from headings the way GitHub does, so that the same links work there. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** The readable text of tokens, without markup. */
export function plainText(tokens: readonly Token[]): string {
  return known(tokens)
    .map((token): string => {
      if (token.type === 'list') return token.items.map((item) => plainText(item.tokens)).join(' ');
      if ('tokens' in token && token.tokens) return `${plainText(token.tokens)}${isBlock(token) ? ' ' : ''}`;
      return 'text' in token ? token.text : ' ';
    })
    .join('');
}
const isBlock = ({ type }: MarkedToken) => type === 'paragraph' || type === 'heading' || type === 'blockquote';

/** The sections of a page, starting with its title. */
export function sectionsOf(markdown: string): readonly Section[] {
  const sections: { heading: string; anchor: string; tokens: MarkedToken[] }[] = [];
  for (const token of known(lexer(markdown))) {
    if (token.type === 'heading') sections.push(begun(token));
    else sections.at(-1)?.tokens.push(token);
  }
  return sections;
}

function begun(heading: Tokens.Heading) {
  const text = plainText(heading.tokens).trim();
  return { heading: text, anchor: heading.depth === 1 ? '' : anchorOf(text), tokens: [] };
}
