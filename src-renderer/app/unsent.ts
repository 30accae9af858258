import { hold, letGo } from './held.ts';

/** What was typed into one kind of dialog and not sent, for each organization. */
export interface Shelf<D> {
  readonly of: (organizationId: number) => D | undefined;
  /** Keeps the draft, or forgets it if nothing is typed. */
  readonly keep: (organizationId: number, draft: D) => void;
}

/** The drafts of all dialogs. They last as long as the window: people's addresses are kept nowhere but in the workspace. */
const drafts = new Map<string, unknown>();
/** Who typed them; while nobody is signed in, nothing is kept. */
let typist: number | undefined;
const aside = 'unsent';

const tellHeld = () => (drafts.size > 0 ? hold : letGo)(drafts);

/** Outlives its dialog and a reload of the page. `kind` distinguishes it from the other dialogs. */
export function unsentShelf<D>(kind: string, isTyped: (draft: D) => boolean): Shelf<D> {
  const placeOf = (organizationId: number) => `${kind} ${organizationId}`;
  return {
    of: (organizationId) => drafts.get(placeOf(organizationId)) as D | undefined,
    keep(organizationId, draft) {
      if (typist !== undefined && isTyped(draft)) drafts.set(placeOf(organizationId), draft);
      else drafts.delete(placeOf(organizationId));
      tellHeld();
    },
  };
}

/**
 * From now on this person types here, or nobody. What somebody else left is dropped; whoever comes back, after their session
 * ended by itself or the page was reloaded, finds their own drafts again.
 */
export function typesHere(personId: number | undefined): void {
  if (personId === typist) return;
  drafts.clear();
  typist = personId;
  const laidAside = sessionStorage.getItem(aside);
  sessionStorage.removeItem(aside);
  if (laidAside) {
    const [whose, kept] = JSON.parse(laidAside) as [number, [string, unknown][]];
    if (whose === personId) for (const [place, draft] of kept) drafts.set(place, draft);
  }
  tellHeld();
}

/** Lays aside what is typed while the page reloads. Call once. */
export function keepOverReload(): void {
  window.addEventListener('pagehide', () => {
    if (drafts.size === 0) return;
    try {
      sessionStorage.setItem(aside, JSON.stringify([typist, [...drafts]]));
    } catch {
      // more than the page may lay aside: the reload loses it
    }
  });
}
