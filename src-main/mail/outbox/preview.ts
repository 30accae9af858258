import type { ReadableDb } from '../../database/schema.ts';
import { readLetter, writeLetter } from '../letter/letter.ts';
import { withLogoShown } from '../look/shown.ts';
import { readLogo } from '../look/store.ts';
import { loadDrafts } from './facts.ts';

export interface LetterPreview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Null before the first attempt. */
  readonly messageId: string | null;
}

/** A message as it was or will be sent, with its link hidden: letters are stored that way. */
export async function previewLetter(db: ReadableDb, id: number, now: number): Promise<LetterPreview> {
  const [draft] = await loadDrafts(db, [id]);
  if (!draft) return { subject: '', text: '', html: '', messageId: null };
  const letter = draft.fixed === null ? writeLetter(draft.facts, now) : readLetter(draft.fixed);
  const { subject, text, html } = letter;
  const logo = letter.logo && (await readLogo(db, draft.organizationId, letter.logo.sha256));
  return { subject, text, html: withLogoShown(html, logo), messageId: draft.messageId };
}
