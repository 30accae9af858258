import { createContext, use, useDeferredValue, useEffect, useState } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';
import { go, pathIn, pathNow, searchIn, usePlaceInHash } from './location.ts';

/** Settings and roles are one page each: moving between their parts does not leave them. */
const pageIn = (place: string) => /^\/(?:settings|roles)(?=\/|$)/.exec(pathIn(place))?.[0] ?? pathIn(place);

/** How long, in ms, a page may be prepared behind another. After that it is drawn at once, even if the window has to wait. */
const patience = 500;

/**
 * The next page is prepared behind the one on screen, so that the window does not freeze meanwhile. While the page on
 * screen is `leaving`, what the person does is no longer meant for it.
 */
export function useDrawnPlace() {
  const place = usePlaceInHash();
  const drawn = useDeferredValue(place);
  const overdue = useOverdue(place, drawn === place);
  return overdue || pageIn(drawn) === pageIn(place) ? { place, leaving: false } : { place: drawn, leaving: true };
}

/** On a busy computer, each change on screen makes React start over on the page being prepared, which may never end. */
function useOverdue(place: string, there: boolean): boolean {
  const [overdue, setOverdue] = useState<string>();
  useEffect(() => {
    if (there) return setOverdue(undefined);
    const timer = setTimeout(() => setOverdue(place), patience);
    return () => clearTimeout(timer);
  }, [place, there]);
  return overdue === place;
}

/** The place of the page on screen, which is not redrawn when the person goes to another. */
export const DrawnPlace = createContext('/');

const useDrawnPath: BaseLocationHook = () => {
  const path = pathIn(use(DrawnPlace));
  return [path, goFrom(path)];
};
/** A page may redirect only while the person is on it: not after they have gone to another. */
const goFrom =
  (path: string): typeof go =>
  (to, options) => {
    if (!options?.replace || pathNow() === path) go(to, options);
  };
const useDrawnSearch: BaseSearchHook = () => searchIn(use(DrawnPlace));
useDrawnPath.searchHook = useDrawnSearch;
useDrawnPath.hrefs = (href) => `#${href}`;
/** The location hook for everything within a page. */
export const useHashOfPage = useDrawnPath;
