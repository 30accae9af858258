import type { DraftTerms } from '#contract/drafts.ts';
import { foldName } from '#contract/fold.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import type { WritableDb } from '../../database/schema.ts';
import { changeRow, rowsOf, setDraft, termsOf } from './store.ts';

/** Drafts name these as they were typed or chosen. */
type Named = { readonly [K in 'roles' | StructureKind]?: readonly string[] | undefined };

/**
 * Has drafts call a role, team … what it is called from now on. It stays the same one, so nobody has to look at them again,
 * and a scheduled draft still goes out with it.
 */
export async function renameInDrafts(
  db: WritableDb,
  organizationId: number,
  what: keyof Named,
  from: string,
  to: string,
): Promise<void> {
  const key = foldName(from);
  const isMeant = (name: string) => foldName(name) === key;
  /** @returns undefined where it is not named */
  const renamed = <T extends Named>(some: T): T | undefined => {
    const names = some[what];
    if (!names?.some(isMeant)) return undefined;
    return { ...some, [what]: [...new Set(names.map((name) => (isMeant(name) ? to : name)))] };
  };
  const drafts = await db
    .selectFrom('draft')
    .select(['id', 'terms'])
    .where('organization_id', '=', organizationId)
    .execute();
  for (const draft of drafts) {
    const terms = termsIn(termsOf(draft), renamed);
    if (terms) await setDraft(db, draft.id, { terms: JSON.stringify(terms) });
    for (const { id, entry } of await rowsOf(db, draft.id)) {
      const next = renamed(entry);
      if (next) await changeRow(db, draft.id, { id, entry: next });
    }
  }
}

/** Guests all get the same teams; others get defaults. */
function termsIn(terms: DraftTerms, renamed: <T extends Named>(some: T) => T | undefined): DraftTerms | undefined {
  if (terms.kind === 'guest') return renamed(terms);
  const defaults = renamed(terms.defaults);
  return defaults && { ...terms, defaults };
}
