import { messagesIn } from '#contract/messages/index.ts';
import type { WordingKind } from '#contract/vocabulary/wording.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Wording } from '../../mail/wording/check.ts';
import { loadWordings } from '../../mail/wording/store.ts';

interface Place {
  readonly organizationId: number;
  readonly kind: WordingKind;
  readonly language: string;
}

/** The organization's own wording of this mail; undefined where it uses the usual one. */
export async function wordingOf(
  db: ReadableDb,
  { organizationId, kind, language }: Place,
): Promise<Wording | undefined> {
  const own = (await loadWordings(db, [organizationId])).find((w) => w.kind === kind && w.language === language);
  return own && { subject: own.subject, body: own.body };
}

export const usualWording = ({ kind, language }: Pick<Place, 'kind' | 'language'>): Wording =>
  messagesIn(language).mail.letters.templates[kind];
