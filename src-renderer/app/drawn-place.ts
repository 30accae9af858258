import { createContext, use, useDeferredValue, useEffect, useState } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';
import { go, pathIn, pathNow, searchIn, usePlaceInHash } from './location.ts';

/** Settings and roles stay where they are while one goes from one of their parts to another. */
const pageIn = (place: string) => /^\/(?:settings|roles)(?=\/|$)/.exec(pathIn(place))?.[0] ?? pathIn(place);

/** Milliseconds that a page may be got ready behind another one; then the window stands still for it rather than for nothing. */
const patience = 500;

/**
 * Another page is got ready behind the one on screen, which keeps its place meanwhile: the window never stands still for it.
 * While it is `leaving`, what one does is no longer meant for the one on screen.
 */
export function useDrawnPlace() {
  const place = usePlaceInHash();
  const drawn = useDeferredValue(place);
  const overdue = useOverdue(place, drawn === place);
  return overdue || pageIn(drawn) === pageIn(place) ? { place, leaving: false } : { place: drawn, leaving: true };
}

/** On a computer with much to do, whatever changes on screen has React begin anew with what is not there yet, again and again. */
function useOverdue(place: string, there: boolean): boolean {
  const [overdue, setOverdue] = useState<string>();
  useEffect(() => {
    if (there) return setOverdue(undefined);
    const timer = setTimeout(() => setOverdue(place), patience);
    return () => clearTimeout(timer);
  }, [place, there]);
  return overdue === place;
}

/** The place of the page on screen: nothing of a page is drawn anew when another one is gone to. */
export const DrawnPlace = createContext('/');

const useDrawnPath: BaseLocationHook = () => {
  const path = pathIn(use(DrawnPlace));
  return [path, goFrom(path)];
};
/** A page that leads elsewhere by itself does so while one is there: not from behind the page that was gone to meanwhile. */
const goFrom =
  (path: string): typeof go =>
  (to, options) => {
    if (!options?.replace || pathNow() === path) go(to, options);
  };
const useDrawnSearch: BaseSearchHook = () => searchIn(use(DrawnPlace));
useDrawnPath.searchHook = useDrawnSearch;
useDrawnPath.hrefs = (href) => `#${href}`;
/** The location hook for what a page shows. */
export const useHashOfPage = useDrawnPath;
