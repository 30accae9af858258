import type { Language } from '#contract/messages/languages.ts';
import type { WordingKind } from '#contract/vocabulary/wording.ts';

/** Identifies a wording. */
export interface Mail {
  readonly kind: WordingKind;
  readonly language: Language;
}
