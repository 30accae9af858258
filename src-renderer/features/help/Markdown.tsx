import { Anchor } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { words } from '../../app/words.ts';
import { Keys } from '../../components/Keys.tsx';
import { keysIn } from './keys-in.ts';
import classes from './Markdown.module.css';
import { known } from './sections.ts';

interface MarkdownProps {
  readonly tokens: Parameters<typeof known>[0];
  /** A link was chosen. */
  readonly onFollow: (href: string) => void;
}

/**
 * Markdown tokens as elements: never as HTML, so that the page's policy holds and markup in a text is shown as written.
 * Kinds of token that the help does not use are left out; a test checks all pages.
 */
export function Markdown({ tokens, onFollow }: MarkdownProps) {
  const inner = (of: MarkdownProps['tokens']) => <Markdown tokens={of} onFollow={onFollow} />;
  return known(tokens).map((token, i): ReactNode => {
    const key = `${i} ${token.type}`;
    switch (token.type) {
      case 'paragraph':
        return <p key={key}>{inner(token.tokens)}</p>;
      case 'list': {
        const items = token.items.map((item) => <li key={item.raw}>{inner(item.tokens)}</li>);
        return token.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
      }
      case 'blockquote':
        return (
          <blockquote key={key} className={classes.aside}>
            {inner(token.tokens)}
          </blockquote>
        );
      case 'strong':
        return <strong key={key}>{inner(token.tokens)}</strong>;
      case 'em':
        return <em key={key}>{inner(token.tokens)}</em>;
      case 'link':
        return (
          <Anchor
            key={key}
            href={token.href}
            underline="always"
            onClick={(event) => {
              event.preventDefault();
              onFollow(token.href);
            }}
          >
            {inner(token.tokens)}
          </Anchor>
        );
      case 'codespan': {
        const keys = keysIn(token.text, words.help.names);
        return keys ? <Keys key={key} keys={keys} /> : <code key={key}>{token.text}</code>;
      }
      case 'code':
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code scrolls by keyboard
          <pre key={key} tabIndex={0}>
            <code>{token.text}</code>
          </pre>
        );
      case 'text':
        return <Fragment key={key}>{token.tokens ? inner(token.tokens) : token.text}</Fragment>;
      case 'escape':
        return <Fragment key={key}>{token.text}</Fragment>;
      default:
        return null;
    }
  });
}
