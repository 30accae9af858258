import { hold, letGo } from './held.ts';

/** What was typed into one kind of dialog and not sent, per organization. */
export interface Shelf<D> {
  readonly of: (organizationId: number) => D | undefined;
  /** Keeps the draft, or forgets it where nothing is typed. */
  readonly keep: (organizationId: number, draft: D) => void;
  readonly all: () => readonly (readonly [number, D])[];
}

/** Outlives its dialog but not the window: people's addresses are stored nowhere but in the workspace. */
export function unsentShelf<D>(isTyped: (draft: D) => boolean): Shelf<D> {
  const drafts = new Map<number, D>();
  return {
    of: (organizationId) => drafts.get(organizationId),
    keep(organizationId, draft) {
      if (isTyped(draft)) drafts.set(organizationId, draft);
      else drafts.delete(organizationId);
      (drafts.size > 0 ? hold : letGo)(drafts);
    },
    all: () => [...drafts],
  };
}
