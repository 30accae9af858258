import { useEffect, useRef } from 'react';
import { forgetHistory, go, usePlaceInHash } from './location.ts';
import { preferencesNow, savePreferences } from './preferences.ts';

/**
 * Remembers the organization on screen. Otherwise the first by name would be shown, and a new membership or a renaming
 * would put another one on screen.
 */
export function useLastOrganization(organizationId: number): void {
  useEffect(() => {
    if (preferencesNow().organizationId !== organizationId) savePreferences({ organizationId });
  }, [organizationId]);
}

/** Returns to the page that was open last, unless a deep link names another, and remembers each new one. */
export function LastPlace(): null {
  const place = usePlaceInHash();
  const started = useRef(false);
  useEffect(() => {
    if (!started.current) {
      started.current = true;
      const { lastPlace } = preferencesNow();
      if (place === '/' && lastPlace?.startsWith('/') && lastPlace !== '/') {
        go(lastPlace, { replace: true });
        return;
      }
    }
    if (place !== '/' && place !== preferencesNow().lastPlace) savePreferences({ lastPlace: place });
  }, [place]);
  return null;
}

/** Whoever signs in next begins at the beginning: the places visited may name what somebody searched for. */
export function forgetPlace(): void {
  savePreferences({ lastPlace: '/' });
  go('/', { replace: true, agreed: true });
  forgetHistory();
}

/** From now on these are the places of this person. Those of somebody else whose session ended by itself are forgotten. */
export function visitedBy(personId: number | undefined): void {
  const { personId: before } = preferencesNow();
  if (personId === undefined || personId === before) return;
  if (before !== undefined) forgetPlace();
  savePreferences({ personId });
}
