import { type WordingKind, wordingKinds } from '#contract/vocabulary/wording.ts';
import type { ReadableDb, WritableDb } from '../../database/schema.ts';
import { checkWording, type Wording } from './check.ts';

/** An organization's own wording of one mail in one language. */
export interface StoredWording extends Wording {
  readonly language: string;
}
interface OwnWording extends StoredWording {
  readonly organizationId: number;
  readonly kind: WordingKind;
}

const isKind = (kind: string): kind is WordingKind => (wordingKinds as readonly string[]).includes(kind);

/**
 * All wordings of some organizations. Any that this version can no longer use, because a placeholder in it is gone, is left
 * out: the usual words take its place.
 */
export async function loadWordings(db: ReadableDb, organizationIds: readonly number[]): Promise<readonly OwnWording[]> {
  if (organizationIds.length === 0) return [];
  const rows = await db.selectFrom('wording').selectAll().where('organization_id', 'in', organizationIds).execute();
  return rows.flatMap(({ organization_id: organizationId, kind, language, subject, body }) => {
    if (!isKind(kind)) return [];
    const problems = checkWording(kind, { subject, body });
    const sound = problems.subject.length + problems.body.length === 0;
    return sound ? [{ organizationId, kind, language, subject, body }] : [];
  });
}

interface Place {
  readonly organizationId: number;
  readonly kind: WordingKind;
  readonly language: string;
}

export async function saveWording(db: WritableDb, place: Place, wording: Wording, now: number): Promise<void> {
  const { organizationId: organization_id, kind, language } = place;
  const said = { subject: wording.subject, body: wording.body, changed_at: now };
  await db
    .insertInto('wording')
    .values({ organization_id, kind, language, ...said })
    .onConflict((c) => c.columns(['organization_id', 'kind', 'language']).doUpdateSet(said))
    .execute();
}

export const removeWording = (db: WritableDb, { organizationId, kind, language }: Place) =>
  db
    .deleteFrom('wording')
    .where('organization_id', '=', organizationId)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .execute();
