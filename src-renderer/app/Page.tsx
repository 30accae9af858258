import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import { Router } from 'wouter';
import { DrawnPlace, useDrawnPlace, useHashOfPage } from './drawn-place.ts';
import classes from './Page.module.css';
import { Pages } from './Pages.tsx';

const pages = (
  <Router hook={useHashOfPage}>
    <Pages />
  </Router>
);

/**
 * The page on screen. While it is being left, nothing on it can be clicked or keep the focus. It is covered rather than
 * `inert`, which would restyle all of it.
 */
export function Page() {
  const { place, leaving } = useDrawnPlace();
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (leaving && activeElement instanceof HTMLElement && page.current?.contains(activeElement)) activeElement.blur();
  }, [leaving]);
  const refuse = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    // focus events of the page's dialogs bubble up to here as well
    if (target instanceof HTMLElement && currentTarget.contains(target)) target.blur();
  };
  return (
    <div className={classes.page} ref={page} aria-busy={leaving} {...(leaving ? { onFocusCapture: refuse } : {})}>
      <DrawnPlace value={place}>{pages}</DrawnPlace>
      {leaving ? <div className={classes.cover} /> : null}
    </div>
  );
}
