import { type KeyboardEvent, use, useEffect, useRef, useState } from 'react';
import { isTyping } from '../../app/keys.ts';
import { go } from '../../app/location.ts';
import { words } from '../../app/words.ts';
import { book } from './book.ts';
import { Contents } from './Contents.tsx';
import classes from './HelpReader.module.css';
import { targetOf } from './links.ts';
import { PageText } from './PageText.tsx';
import type { HelpPage } from './pages.ts';
import { closeHelp } from './store.ts';

/** A page of the help, and a place on it. */
export interface Spot {
  readonly page: HelpPage;
  readonly anchor: string;
}

/** Contents and search on the left, the page on the right. Links lead to other help pages or into the window. */
export function HelpReader({ first }: { readonly first: HelpPage }) {
  const pages = use(book);
  const [trail, setTrail] = useState<readonly Spot[]>([{ page: first, anchor: '' }]);
  const spot = trail.at(-1) ?? { page: first, anchor: '' };
  const field = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLElement>(null);

  useEffect(() => {
    const below = spot.anchor ? document.getElementById(`help-${spot.anchor}`) : null;
    if (below) below.scrollIntoView();
    else text.current?.scrollTo(0, 0);
    text.current?.focus({ preventScroll: true });
  }, [spot]);

  const open = (next: Spot) => setTrail([...trail, next]);
  const back = () => setTrail(trail.slice(0, -1));
  const follow = (href: string) => {
    const target = targetOf(href, spot.page);
    if (target?.to === 'help') open(target);
    if (target?.to !== 'window') return;
    closeHelp();
    go(target.path);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowLeft' && trail.length > 1) back();
    else if (event.key === '/' && !isTyping(event.target)) field.current?.focus();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles keys that bubble up from the controls within
    <div className={classes.reader} onKeyDown={pressed}>
      <Contents pages={pages} field={field} at={spot.page} onOpen={open} />
      <section
        ref={text}
        className={classes.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard
        tabIndex={0}
        data-autofocus
        aria-label={words.help.pages[spot.page]}
      >
        <PageText page={spot.page} pages={pages} onFollow={follow} {...(trail.length > 1 ? { onBack: back } : {})} />
      </section>
    </div>
  );
}
